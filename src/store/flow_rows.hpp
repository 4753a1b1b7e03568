#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "land/flows.hpp"
#include "store/database.hpp"

/// What the flows between the two places are made of, read from a snapshot on a date.
namespace liangdi::store {

/// The rows of a place: of one in the town, its families and all that they hold; of one in the villages, its
/// land and the families that came from there or hold it (a cooperative's: its members too). `id` 0 with
/// PlaceKind::town: everything. What it costs does not grow with the town, but for the town itself.
land::FlowRows flow_rows(const Database& db, const std::string& date, land::PlaceKind kind, std::int64_t id);

/// A household in force with its origin and the place of its main flat; 0 where there is none.
struct HouseholdPlace {
    std::int64_t origin = 0, building = 0, grid = 0, community = 0;
};
HouseholdPlace household_place(const Database& db, const std::string& date, std::int64_t household);

/// The cooperative that uses this parcel under an agreement in force; 0 where there is none.
std::int64_t cooperative_of_parcel(const Database& db, const std::string& date, std::int64_t parcel);

}  // namespace liangdi::store
