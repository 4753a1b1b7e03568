#include <fmt/format.h>

#include "geo/error.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

Random stream(const SampleTown& town, std::string_view name) {
    return Random(town.params.seed, town.params.part, name);
}

std::string part_tag(const SampleTown& town) {
    return town.params.part == 0 ? std::string{} : fmt::format("{:02d}", town.params.part);
}

SampleTown generate(const SampleParams& params) {
    // Village codes have room for 3 digits of the origin town: 5 towns a part.
    if (params.scale < 1 || params.scale > 100 || params.part < 0 || params.part >= params.scale)
        throw Error("bad_params", "The scale of the sample is a number from 1 to 100.",
                    fmt::format("scale {}, part {}", params.scale, params.part));
    SampleTown town;
    town.params = params;
    town.name = "平远新城" + part_tag(town);
    town.reference_date = target::reference_date;
    town.crs = "EPSG:4544";
    town.passphrase = "liangdi sample town 2025";
    add_town_plan(town);
    add_buildings(town);
    add_facilities(town);
    add_flats(town);
    add_villages(town);
    add_households(town);
    add_people(town);
    add_additional_flats(town);
    add_care(town);
    add_labour(town);
    add_pupils(town);
    add_rights(town);
    add_agreements(town);
    add_documents(town);
    add_payments(town);
    add_origin_houses(town);
    add_actual_areas(town);
    add_memberships(town);
    add_offices(town);
    add_past(town);
    return town;
}

}  // namespace liangdi::sample
