#include "tasks/feature_card.hpp"

#include <algorithm>

#include "geo/error.hpp"
#include "land/date.hpp"
#include "store/residence.hpp"
#include "tasks/household.hpp"

namespace liangdi::tasks {

namespace {

std::string text_in(const std::vector<land::Value>& row, std::size_t i) {
    return i < row.size() && !land::is_null(row[i]) ? land::to_display(row[i]) : std::string();
}

std::int64_t integer_in(const std::vector<land::Value>& row, std::size_t i) {
    const auto* n = i < row.size() ? std::get_if<std::int64_t>(&row[i]) : nullptr;
    return n ? *n : 0;
}

/// How people call a row that another one points to.
std::string name_of(store::Snapshot& town, const std::string& table, std::int64_t id) {
    if (table == "village") {
        const auto row = town.row(table, id, {"village", "grp"});
        return row ? text_in(*row, 0) + text_in(*row, 1) : std::string();
    }
    const auto* shape = land::find_table(town.shape(), table);
    if (!shape) return {};
    const auto* base = land::base_of(town.shape(), *shape);
    for (const char* column : {"name", "code"}) {
        if (!shape->has(column) && !(base && base->has(column))) continue;
        const auto row = town.row(table, id, {column});
        if (row && !text_in(*row, 0).empty()) return text_in(*row, 0);
    }
    return {};
}

}  // namespace

std::optional<FeatureCard> feature_card(Project& project, const std::string& layer, std::int64_t id) {
    const auto* spec = land::find_layer(layer);
    if (!spec) return {};
    const auto town = project.store->snapshot();
    const auto* shape = land::find_table(town->shape(), spec->table);
    if (!shape) return {};
    std::vector<std::string> columns;
    for (const auto& column : shape->columns) {
        if (column.name != "id") columns.push_back(column.name);
    }
    const auto row = town->row(spec->table, id, columns);
    if (!row) return {};

    FeatureCard card{layer, spec->table, {}, {}, id, {}, {}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string value = text_in(*row, i);
        if (value.empty()) continue;
        if (columns[i] == "code") card.code = value;
        if (columns[i] == "name") card.name = value;
        const auto* column = shape->column(columns[i]);
        if (!column->references.empty()) {
            if (std::string name = name_of(*town, column->references, integer_in(*row, i)); !name.empty())
                value = std::move(name);
        }
        card.fields.push_back({columns[i], std::move(value)});
    }
    if (spec->table == "village") card.name = name_of(*town, "village", id);
    if (spec->table == "parcel") {
        for (const auto record : town->children("area_record", "parcel", id)) {
            const auto area =
                town->row("area_record", record, {"kind", "unit", "method", "value_hundredths"});
            if (area)
                card.areas.push_back(
                    {text_in(*area, 0), text_in(*area, 1), text_in(*area, 2), integer_in(*area, 3)});
        }
    }
    return card;
}

std::vector<HouseholdLine> household_lines(Project& project, const std::vector<std::int64_t>& households) {
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    const auto in_force = [&](const std::vector<land::Value>& row, std::size_t from, std::size_t to) {
        const std::string begin = text_in(row, from), end = text_in(row, to);
        return (begin.empty() || begin <= date) && (end.empty() || end >= date);
    };
    std::vector<HouseholdLine> lines;
    for (const auto id : households) {
        const auto row = town->row("household", id, {"code", "name"});
        if (!row) continue;
        HouseholdLine line{id, text_in(*row, 0), text_in(*row, 1), {}, 0};
        for (const auto occupancy : town->children("occupancy", "household", id)) {
            const auto home = town->row("occupancy", occupancy, {"flat", "kind", "valid_from", "valid_to"});
            if (!home || !in_force(*home, 2, 3) || (!line.flat.empty() && text_in(*home, 1) != "main"))
                continue;
            if (const auto flat = town->row("flat", integer_in(*home, 0), {"code"}))
                line.flat = text_in(*flat, 0);
        }
        for (const auto member : town->children("party_member", "party", id)) {
            const auto link = town->row("party_member", member, {"valid_from", "valid_to", "member"});
            if (!link || !in_force(*link, 0, 1)) continue;
            const auto person = town->row("person", integer_in(*link, 2), {"died_on"});
            if (person && (text_in(*person, 0).empty() || text_in(*person, 0) > date)) ++line.members;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::int64_t> households_named(Project& project, const std::string& code_or_name) {
    const auto town = project.store->snapshot();
    auto ids = town->ids_of("household", "code", code_or_name);
    if (ids.empty()) ids = town->ids_of("household", "name", code_or_name);
    return ids;
}

geo::Box box_of(Project& project, const Selection& selection) {
    geo::Box box;
    for (const auto& [layer, ids] : selection.ids) {
        const auto* spec = land::find_layer(layer);
        if (!spec || ids.empty()) continue;
        box.add(land::box_of_features(*project.store->features(*spec), ids));
    }
    return box;
}

std::vector<std::string> flats_of_building(Project& project, std::int64_t building) {
    const auto town = project.store->snapshot();
    std::vector<std::string> codes;
    for (const auto flat : town->children("flat", "building", building)) {
        const auto row = town->row("flat", flat, {"code"});
        if (row && !text_in(*row, 0).empty()) codes.push_back(text_in(*row, 0));
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::string code_of_row(Project& project, const std::string& table, std::int64_t id) {
    const auto row = project.store->snapshot()->row(table, id, {"code"});
    return row ? text_in(*row, 0) : std::string();
}

ParcelRights rights_on_parcel(Project& project, const std::string& parcel_code) {
    const auto town = project.store->snapshot();
    const std::int64_t parcel = find_by_code(*town, "parcel", parcel_code);
    const auto row = town->row("parcel", parcel, {"kind"});
    ParcelRights rights{row ? text_in(*row, 0) : std::string(), "contract", {0, 1}};
    if (rights.parcel_kind == "homestead") rights.right_kind = "use";
    const std::string date = town->setting("reference_date");
    for (const auto& right : store::rights_on(town->db(), parcel)) {
        if (right.kind == rights.right_kind && land::is_active(right.from, right.to, date))
            rights.share = land::sum(rights.share, right.share);
    }
    return rights;
}

}  // namespace liangdi::tasks
