#include "tasks/ground_floor.hpp"

#include <map>

#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"
#include "store/figures.hpp"
#include "store/help_rows.hpp"

namespace liangdi::tasks {

namespace {

std::map<std::int64_t, geo::Point> building_centres(Project& project) {
    std::map<std::int64_t, geo::Point> out;
    project.store->features({"building", "building", "", ""})
        ->each({}, [&](const land::FeatureView& feature) {
            if (const auto box = geo::box_of_spatialite_blob(feature.blob)) out[feature.id] = box->centre();
            return true;
        });
    return out;
}

std::map<std::int64_t, std::vector<land::FamilyMember>> members(const store::Database& db,
                                                                const std::string& date,
                                                                const land::Sealer& key,
                                                                land::Progress& progress,
                                                                std::int64_t& damaged) {
    std::map<std::int64_t, std::vector<land::FamilyMember>> out;
    std::int64_t read = 0;
    store::each_sealed_member(db, date, 0, [&](const store::SealedMember& row) {
        progress.at("sealed", ++read, 0);
        land::FamilyMember member{row.birth_year, {}};
        try {
            if (!row.body.empty()) member.fields = key.open(row.body);
        } catch (const Error&) {
            ++damaged;  // `check` names it; what is in clear still counts
        }
        out[row.household].push_back(std::move(member));
    });
    return out;
}

std::string text_of(store::Snapshot& town, const char* table, std::int64_t id, const char* column) {
    const auto row = town.row(table, id, {column});
    return row && !land::is_null(row->front()) ? land::to_display(row->front()) : std::string();
}

}  // namespace

GroundFloorList ground_floor(Project& project, const std::string& reason, land::Progress& progress) {
    const store::DataKey& key = need_key(project);
    GroundFloorList out;
    out.entry = project.store->log_access(project.actor, "shown, families in need of a ground floor", reason);
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    const auto on = land::parse_iso_date(date).value_or(land::Date{});
    const auto families_members = members(town->db(), date, key, progress, out.damaged);
    const auto centres = building_centres(project);
    const auto place = [&](land::HousePlace& where) {
        if (const auto at = centres.find(where.building); at != centres.end()) {
            where.x = at->second.x;
            where.y = at->second.y;
        }
    };
    auto families = store::family_homes(town->db(), date);
    for (auto& family : families) {
        place(family.place);
        if (const auto found = families_members.find(family.household); found != families_members.end())
            family.needs = land::moving_needs(found->second, on);
        if (family.needs.empty()) continue;
        ++out.in_need;
        if (family.floor <= 1) ++out.on_ground_floor;
    }
    auto free = store::free_flats(town->db(), date);
    for (auto& flat : free) place(flat.place);
    out.allocated = store::figures_on(town->db(), date).ground_floor_flats_allocated;
    for (const auto& found : land::ground_floor_cases(std::move(families), std::move(free))) {
        GroundFloorLine line;
        line.household = found.family.household;
        line.building = found.family.place.building;
        line.floor = found.family.floor;
        line.needs = found.family.needs;
        line.code = text_of(*town, "household", line.household, "code");
        line.name = text_of(*town, "household", line.household, "name");
        line.building_name = text_of(*town, "building", line.building, "name");
        if (found.suggestion) {
            line.flat = found.suggestion->flat.code;
            line.flat_floor = found.suggestion->flat.floor;
            line.nearness = land::to_text(found.suggestion->nearness);
        }
        out.lines.push_back(std::move(line));
    }
    return out;
}

}  // namespace liangdi::tasks
