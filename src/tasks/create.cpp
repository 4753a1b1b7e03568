#include "tasks/create.hpp"

#include "geo/error.hpp"
#include "land/date.hpp"

namespace liangdi::tasks {

store::CreatedTown create(const CreateParams& params) {
    const geo::Crs crs = geo::Crs::from_text(params.crs);
    if (crs.epsg() == 0)
        throw Error("bad_crs", "a town needs a CRS with an EPSG code, for instance EPSG:4544", params.crs);
    store::TownSpec spec;
    spec.name = params.name.empty() ? params.town.stem().string() : params.name;
    spec.epsg = crs.epsg();
    spec.unshared = params.unshared;
    if (!params.reference_date.empty()) {
        const auto date = land::parse_date(params.reference_date);
        if (!date)
            throw Error("bad_date", "the reference date is no date; write it as 2025-11-25",
                        params.reference_date);
        spec.reference_date = land::to_text(*date);
    }
    std::optional<std::string_view> passphrase;
    if (params.passphrase) passphrase = params.passphrase->text();
    auto created = store::create_town(params.town, spec, passphrase,
                                      params.actor.empty() ? system_user() : params.actor);
    if (passphrase) created.strength = land::passphrase_strength(*passphrase);
    return created;
}

}  // namespace liangdi::tasks
