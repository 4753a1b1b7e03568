#pragma once

#include "sample/random.hpp"
#include "sample/sample_town.hpp"

/// The parts of the town in the order in which generate() makes them. Each reads what the earlier ones made
/// and adds its own rows.
namespace liangdi::sample {

void add_town_plan(SampleTown& town);   ///< communities, grids, streets, river
void add_buildings(SampleTown& town);   ///< residential buildings with entrances
void add_facilities(SampleTown& town);  ///< public buildings and facilities
void add_flats(SampleTown& town);
void add_villages(SampleTown& town);    ///< village groups, parcels of all kinds, village roads and streams
void add_households(SampleTown& town);  ///< households, occupancies
void add_people(SampleTown& town);
void add_additional_flats(SampleTown& town);
void add_care(SampleTown& town);    ///< markings, allowance
void add_labour(SampleTown& town);  ///< employment, training, business
void add_pupils(SampleTown& town);
void add_rights(SampleTown& town);         ///< contract households, rights, certificates
void add_agreements(SampleTown& town);     ///< organisations, cooperatives, agreements, registered areas
void add_documents(SampleTown& town);      ///< scans of the agreements
void add_payments(SampleTown& town);       ///< rents, dividends and compensations, planned and paid
void add_origin_houses(SampleTown& town);  ///< what stood on the homesteads
void add_actual_areas(SampleTown& town);   ///< what is really used of fields and homesteads
void add_memberships(SampleTown& town);    ///< of the cooperatives
void add_offices(SampleTown& town);        ///< officers, duties, pairings
void add_past(SampleTown& town);           ///< the dead, ended occupancies and closed register entries

Random stream(const SampleTown& town, std::string_view name);

/// "" for the reference town, "07" for part 7: makes codes of towns side by side differ.
std::string part_tag(const SampleTown& town);

}  // namespace liangdi::sample
