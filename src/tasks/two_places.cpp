#include "tasks/two_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "geo/error.hpp"
#include "store/flow_rows.hpp"
#include "tasks/feature_card.hpp"

namespace liangdi::tasks {

namespace {

using land::PlaceKind;

const char* table_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::community:
            return "community";
        case PlaceKind::grid:
            return "grid";
        case PlaceKind::building:
            return "building";
        case PlaceKind::household:
            return "household";
        case PlaceKind::group:
            return "village";
        case PlaceKind::cooperative:
            return "cooperative";
        case PlaceKind::parcel:
            return "parcel";
        case PlaceKind::town:
            break;
    }
    return "";
}

std::string text_of(store::Snapshot& town, const std::string& table, std::int64_t id,
                    const std::vector<std::string>& columns) {
    std::string out;
    const auto row = town.row(table, id, columns);
    if (!row) return out;
    for (const auto& value : *row)
        if (!land::is_null(value)) out += land::to_display(value);
    return out;
}

std::string name_of(store::Snapshot& town, PlaceKind kind, std::int64_t id) {
    if (kind == PlaceKind::town) return town.setting("name");
    if (kind == PlaceKind::group) return text_of(town, "village", id, {"village", "grp"});
    const std::string table = table_of(kind);
    const std::string name = text_of(town, table, id, {"name"});
    return name.empty() ? text_of(town, table, id, {"code"}) : name;
}

/// The number in a name, without leading zeros: 网格07 -> "7"; empty where there is none.
std::string number_in(const std::string& name) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    auto begin = std::ranges::find_if(name, digit);
    const auto end = std::find_if_not(begin, name.end(), digit);
    while (begin != end && *begin == '0' && begin + 1 != end) ++begin;
    return {begin, end};
}

std::vector<std::int64_t> named(store::Snapshot& town, PlaceKind kind, const std::string& wanted) {
    const std::string table = table_of(kind);
    auto ids = town.ids_of(table, "code", wanted);
    if (!ids.empty() || kind == PlaceKind::parcel) return ids;
    if (kind != PlaceKind::group) ids = town.ids_of(table, "name", wanted);
    if (!ids.empty() || kind == PlaceKind::household) return ids;
    auto rows = town.db().prepare("SELECT id FROM " + table + " ORDER BY id");
    std::vector<std::int64_t> all, by_part;
    while (rows.step()) all.push_back(rows.integer(0));
    for (const auto id : all) {
        const std::string name = name_of(town, kind, id);
        if (name == wanted || (!wanted.empty() && number_in(name) == number_in(wanted) &&
                               number_in(wanted).size() == wanted.size()))
            ids.push_back(id);
        if (name.find(wanted) != std::string::npos) by_part.push_back(id);
    }
    return ids.empty() ? by_part : ids;
}

Selection selection_of(const land::FlowRows& rows, PlaceRef place) {
    Selection out;
    const auto take = [&](const std::string& layer, const std::set<std::int64_t>& ids) {
        if (!ids.empty()) out.ids[layer].assign(ids.begin(), ids.end());
    };
    std::set<std::int64_t> counted, buildings;
    for (const auto& household : rows.households) {
        counted.insert(household.id);
        if (household.building != 0 && !household.land_only) buildings.insert(household.building);
    }
    if (place.kind == PlaceKind::building) buildings.insert(place.id);
    take("building", buildings);
    std::map<std::int64_t, std::string> kinds;
    for (const auto& parcel : rows.land.parcels) kinds[parcel.id] = parcel.kind;
    std::map<std::string, std::set<std::int64_t>> parcels;
    for (const auto& holding : land::holdings(rows.land))
        if (counted.contains(holding.household)) parcels[kinds[holding.parcel]].insert(holding.parcel);
    if (place.kind == PlaceKind::parcel) parcels[kinds[place.id]].insert(place.id);
    for (const auto& [kind, ids] : parcels) take(kind, ids);
    if (place.kind == PlaceKind::grid) take("grid", {place.id});
    if (place.kind == PlaceKind::community) take("community", {place.id});
    if (place.kind == PlaceKind::group) take("village", {place.id});
    return out;
}

/// Boxes of rows of a table that have a shape.
std::map<std::int64_t, geo::Box> boxes(Project& project, const std::string& table,
                                       const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, geo::Box> out;
    if (ids.empty()) return out;
    land::FeatureQuery query;
    query.ids = ids;
    project.store->features({table, table, "", ""})->each(query, [&](const land::FeatureView& feature) {
        if (const auto box = geo::box_of_spatialite_blob(feature.blob)) out[feature.id] = *box;
        return true;
    });
    return out;
}

geo::Box all_of(const std::map<std::int64_t, geo::Box>& boxes) {
    geo::Box all;
    for (const auto& [id, box] : boxes) all.add(box);
    return all;
}

void place_groups(Project& project, const land::FlowRows& rows, const std::map<std::int64_t, geo::Box>& land,
                  TwoPlaces& out) {
    struct Middle {
        double x = 0, y = 0;
        int n = 0;
    };
    std::map<std::int64_t, Middle> middles;
    for (const auto& parcel : rows.land.parcels) {
        const auto box = land.find(parcel.id);
        if (box == land.end()) continue;
        auto& middle = middles[parcel.group];
        middle.x += box->second.centre().x;
        middle.y += box->second.centre().y;
        ++middle.n;
    }
    std::vector<std::int64_t> ids;
    for (const auto& [id, end] : out.ends)
        if (id != 0 && !middles.contains(id)) ids.push_back(id);
    const auto villages = boxes(project, "village", ids);
    for (auto& [id, end] : out.ends) {
        if (const auto m = middles.find(id); m != middles.end()) {
            end.at = geo::Point{m->second.x / m->second.n, m->second.y / m->second.n};
        } else if (const auto v = villages.find(id); v != villages.end()) {
            end.at = v->second.centre();
        }
    }
}

/// The land that lies in the group with the largest flow: the officer sees fields, not a district.
geo::Box of_largest(const land::FlowRows& rows, const std::map<std::int64_t, geo::Box>& land,
                    const land::Flows& flows) {
    geo::Box box;
    for (const auto& flow : flows.flows) {
        for (const auto& parcel : rows.land.parcels) {
            if (parcel.group != flow.end) continue;
            if (const auto own = land.find(parcel.id); own != land.end()) box.add(own->second);
        }
        if (!box.empty()) break;
    }
    return box;
}

}  // namespace

PlaceRef place_named(Project& project, const std::string& text) {
    if (text == "town") return {};
    const auto colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    for (int i = 1; i <= static_cast<int>(PlaceKind::parcel); ++i) {
        const auto k = static_cast<PlaceKind>(i);
        if (colon == std::string::npos || to_text(k) != kind) continue;
        const std::string wanted = text.substr(colon + 1);
        const auto town = project.store->snapshot();
        const auto ids = named(*town, k, wanted);
        if (ids.size() == 1) return {k, ids.front()};
        if (ids.empty())
            throw Error("not_found", fmt::format("there is no {} '{}' in this town file", kind, wanted));
        throw Error("ambiguous", fmt::format("{} of the kind {} answer to '{}'; give the whole code",
                                             ids.size(), kind, wanted));
    }
    throw Error("no_place",
                "a place is town, community:…, grid:…, building:…, household:…, group:…, cooperative:… or "
                "parcel:…, each with a code, a name or a number",
                text);
}

std::map<PlaceKind, PlaceRef> places_around(Project& project, PlaceRef place) {
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    std::map<PlaceKind, PlaceRef> out;
    const auto take = [&out](PlaceKind kind, std::int64_t id) {
        if (id != 0) out[kind] = {kind, id};
    };
    const auto integer = [&](const char* table, std::int64_t id, const char* column) {
        const auto row = town->row(table, id, {column});
        const auto* n = row ? std::get_if<std::int64_t>(&row->front()) : nullptr;
        return n ? *n : std::int64_t{0};
    };
    std::int64_t building = 0, grid = 0;
    switch (place.kind) {
        case PlaceKind::household: {
            const auto at = store::household_place(town->db(), date, place.id);
            take(PlaceKind::building, at.building);
            take(PlaceKind::grid, at.grid);
            take(PlaceKind::community, at.community);
            take(PlaceKind::group, at.origin);
            break;
        }
        case PlaceKind::building:
            building = place.id;
            [[fallthrough]];
        case PlaceKind::grid:
            grid = building != 0 ? integer("building", building, "grid") : place.id;
            take(PlaceKind::grid, grid);
            if (grid != 0) take(PlaceKind::community, integer("grid", grid, "community"));
            break;
        case PlaceKind::parcel:
            take(PlaceKind::group, integer("parcel", place.id, "village"));
            take(PlaceKind::cooperative, store::cooperative_of_parcel(town->db(), date, place.id));
            break;
        default:
            break;
    }
    take(place.kind, place.id);
    return out;
}

TwoPlaces two_places(Project& project, PlaceRef place, land::FlowMeasure by, land::Progress& progress) {
    TwoPlaces out;
    out.place = place;
    land::FlowRows rows;
    {
        const auto town = project.store->snapshot();
        progress.at("flows", 0, 0);
        if (place.kind != PlaceKind::town && !town->row(table_of(place.kind), place.id, {"id"}))
            throw Error("not_found", "this place is no longer in the town file");
        rows = store::flow_rows(town->db(), town->setting("reference_date"), place.kind, place.id);
        out.name = name_of(*town, place.kind, place.id);
        out.flows = land::flows(place.kind, rows, by);
        const auto end_kind = land::lies_in_town(place.kind) ? PlaceKind::group : PlaceKind::building;
        for (const auto& flow : out.flows.flows)
            out.ends[flow.end].name = flow.end == 0 ? std::string() : name_of(*town, end_kind, flow.end);
    }
    out.selection = selection_of(rows, place);
    progress.at("flows", 1, 2);
    std::vector<std::int64_t> parcels;
    for (const char* kind : {"homestead", "woodland", "farmland"})
        parcels.insert(parcels.end(), out.selection.ids[kind].begin(), out.selection.ids[kind].end());
    std::erase_if(out.selection.ids, [](const auto& entry) { return entry.second.empty(); });
    const auto land = boxes(project, "parcel", parcels);
    const auto homes = boxes(project, "building",
                             out.selection.ids.contains("building") ? out.selection.ids.at("building")
                                                                    : std::vector<std::int64_t>());
    for (const char* layer : {"community", "building"})
        out.whole_town_box.add(project.store->features({layer, layer, "", ""})->extent());
    out.whole_village_box.add(project.store->features({"village", "village", "", ""})->extent());
    if (out.whole_village_box.empty())
        out.whole_village_box = project.store->features({"parcel", "parcel", "", ""})->extent();

    geo::Box own;
    const char* table = table_of(place.kind);
    switch (place.kind) {
        case PlaceKind::household:
            own = all_of(homes);
            break;
        case PlaceKind::cooperative:
            own = all_of(land);
            break;
        case PlaceKind::town:
            own = out.whole_town_box;
            break;
        default:
            own = all_of(boxes(project, table, {place.id}));
            break;
    }
    if (own.empty()) own = land::lies_in_town(place.kind) ? all_of(homes) : all_of(land);
    out.start = own;
    constexpr double neighbours_m = 200, fields_m = 60;
    if (land::lies_in_town(place.kind)) {
        place_groups(project, rows, land, out);
        const bool narrow = place.kind == PlaceKind::building || place.kind == PlaceKind::household;
        out.town_box = own.empty() ? out.whole_town_box : own.grown(narrow ? neighbours_m : fields_m);
        out.village_box = place.kind == PlaceKind::household  ? all_of(land)
                          : place.kind == PlaceKind::building ? of_largest(rows, land, out.flows)
                                                              : all_of(land);
    } else {
        for (const auto& [id, box] : homes)
            if (const auto end = out.ends.find(id); end != out.ends.end()) end->second.at = box.centre();
        out.town_box = all_of(homes);
        if (!out.town_box.empty()) out.town_box = out.town_box.grown(neighbours_m);
        out.village_box = own;
    }
    if (out.town_box.empty()) out.town_box = out.whole_town_box;
    out.village_box = out.village_box.empty() ? out.whole_village_box : out.village_box.grown(fields_m);
    return out;
}

}  // namespace liangdi::tasks
