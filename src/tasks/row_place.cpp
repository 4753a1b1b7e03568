#include "tasks/row_place.hpp"

#include <array>

#include "land/layer_twins.hpp"
#include "store/found_rows.hpp"
#include "tasks/feature_card.hpp"

namespace liangdi::tasks {

namespace {

constexpr int deepest = 4;  // payment -> agreement -> parcel

std::optional<std::int64_t> number_in(store::Snapshot& town, const std::string& table, std::int64_t id,
                                      const char* column) {
    const auto row = town.row(table, id, {column});
    const auto* value = row ? std::get_if<std::int64_t>(&row->front()) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

/// The household that a party is, or that a person belongs to.
std::optional<std::int64_t> household_of(store::Snapshot& town, std::int64_t party) {
    if (town.row("household", party, {"relocated"})) return party;
    for (const auto member : town.children("party_member", "member", party))
        if (const auto group = number_in(town, "party_member", member, "party");
            group && town.row("household", *group, {"relocated"}))
            return group;
    return {};
}

std::string layer_in(store::Snapshot& town, const std::string& table, std::int64_t id) {
    for (const auto& layer : land::town_layers()) {
        if (layer.table != table || land::draws_again(layer.name)) continue;
        if (layer.column.empty()) return layer.name;
        const auto row = town.row(table, id, {layer.column});
        if (row && land::to_display(row->front()) == layer.equals) return layer.name;
    }
    return {};
}

void find_place(store::Snapshot& town, const std::string& table, std::int64_t id, int depth,
                RowPlace& place) {
    if (const std::string layer = layer_in(town, table, id); !layer.empty()) {
        place.on_map.ids[layer] = {id};
        return;
    }
    if (table == "party" || table == "household" || table == "person") {
        place.household = household_of(town, id);
        return;
    }
    const auto* shape = land::find_table(town.shape(), table);
    if (!shape || depth == 0) return;
    // The nearest place first: a flat is in its building, not in the building's grid.
    constexpr std::array leads{"building", "parcel",    "household", "person",     "party",
                               "member",   "owner",     "facility",  "agreement",  "officer",
                               "grid",     "community", "village",   "cooperative"};
    for (const char* lead : leads) {
        const auto* column = shape->column(lead);
        if (!column || column->references.empty()) continue;
        const auto next = number_in(town, table, id, lead);
        if (next) find_place(town, column->references, *next, depth - 1, place);
        if (place.household || !place.on_map.empty()) return;
    }
}

}  // namespace

RowPlace row_place(Project& project, const std::string& table, std::int64_t id) {
    RowPlace place;
    const auto town = project.store->snapshot();
    find_place(*town, table, id, deepest, place);
    if (place.household) {
        const store::SearchHit hit{
            store::FoundKind::household, store::FoundBy::exact, "household", "code", {}, {*place.household}};
        if (const auto found = store::found_row(*town, hit, town->setting("reference_date"))) {
            for (const auto& feature : found->on_map) place.on_map.ids[feature.layer].push_back(feature.id);
            place.box = found->box;
        }
        return place;
    }
    place.box = box_of(project, place.on_map);
    return place;
}

}  // namespace liangdi::tasks
