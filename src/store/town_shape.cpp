#include "store/town_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "geo/error.hpp"

namespace liangdi::store {

const std::vector<std::string>& tracked_tables() {
    static const std::vector<std::string> tables = {
        "community",
        "grid",
        "building",
        "entrance",
        "flat",
        "facility",
        "street",
        "barrier",
        "village",
        "party",
        "household",
        "person",
        "party_member",
        "occupancy",
        "marking",
        "benefit",
        "employment",
        "training",
        "training_attendance",
        "enrolment",
        "business",
        "parcel",
        "boundary_point",
        "restriction",
        "origin_house",
        "parcel_right",
        "area_record",
        "cooperative",
        "document",
        "use_agreement",
        "payment",
        "membership",
        "plan",
        "consent",
        "meeting",
        "objection",
        "decision",
        "party_group",
        "officer",
        "duty",
        "pairing",
        "setting",
        "finding",
        "lineage",
        "style",
        "layer",
        "sealed",
        "group_count",
    };
    return tables;
}

namespace {

land::ColumnType type_of(std::string_view name, std::string_view declared) {
    const auto ends_with_any = [&](std::initializer_list<std::string_view> ends) {
        return std::any_of(ends.begin(), ends.end(), [&](auto end) { return name.ends_with(end); });
    };
    if (declared == "INTEGER") return land::ColumnType::integer;
    if (declared == "REAL") return land::ColumnType::real;
    if (declared == "BLOB") return land::ColumnType::blob;
    // Date columns are text to SQLite; the schema names them so.
    if (ends_with_any({"_on", "_from", "_to"})) return land::ColumnType::date;
    return land::ColumnType::text;
}

/// The choices that "CHECK (column='a' OR column='b')" or "CHECK (column IN (0,1))" leaves in a CREATE TABLE;
/// empty where a CHECK says something else.
std::vector<std::string> choices_of(const std::string& create, const std::string& column) {
    const std::string list = "CHECK (" + column + " IN (", chain = "CHECK (" + column + "='";
    std::vector<std::string> out;
    std::string_view rest;
    if (const auto at = create.find(list); at != std::string::npos) {
        rest = std::string_view(create).substr(at + list.size());
        rest = rest.substr(0, rest.find(')'));
        for (; !rest.empty(); rest.remove_prefix(std::min(rest.find(',') + 1, rest.size()))) {
            std::string item(rest.substr(0, rest.find(',')));
            std::erase(item, '\'');
            out.push_back(std::move(item));
            if (rest.find(',') == std::string_view::npos) break;
        }
    } else if (const auto first = create.find(chain); first != std::string::npos) {
        const std::string next = "OR " + column + "='";
        rest = std::string_view(create).substr(first + chain.size());
        for (;;) {
            const auto end = rest.find('\'');
            out.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \n"), rest.size()));
            if (!rest.starts_with(next)) break;
            rest.remove_prefix(next.size());
        }
    }
    return out;
}

geo::GeometryKind kind_of(std::int64_t spatialite_type) {
    switch (spatialite_type) {
        case 1:
            return geo::GeometryKind::point;
        case 5:
            return geo::GeometryKind::multi_line_string;
        case 6:
            return geo::GeometryKind::multi_polygon;
        default:
            return geo::GeometryKind::none;
    }
}

/// What a session would not record, or not whole (design/changesets.md, traps 1 and 2).
void check_recordable(const Database& db, const std::string& table) {
    auto key = db.prepare(
        "SELECT count(*), sum(pk>0), max(cid=0 AND name='id' AND type='INTEGER' AND pk=1), sum(hidden<>0) "
        "FROM pragma_table_xinfo(?)");
    key.bind(1, table);
    key.step();
    if (key.integer(0) == 0)
        throw Error("damaged", fmt::format("the file lacks its table '{}'; restore a copy", table));
    if (key.integer(1) != 1 || key.integer(2) != 1 || key.integer(3) != 0) {
        throw Error(
            "damaged",
            fmt::format(
                "table '{}' was altered by another program so that changes in it cannot be recorded and "
                "undone (it needs id INTEGER PRIMARY KEY first and no generated column); restore a copy",
                table));
    }
}

void read_columns(const Database& db, land::TableShape& table) {
    auto create_statement = db.prepare("SELECT sql FROM sqlite_master WHERE type='table' AND name=?");
    create_statement.bind(1, table.name);
    const std::string create =
        create_statement.step() ? std::string(create_statement.text(0)) : std::string();

    auto columns = db.prepare("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?)");
    columns.bind(1, table.name);
    while (columns.step()) {
        land::ColumnShape column;
        column.name = columns.text(0);
        if (column.name == "geometry") continue;
        column.required = columns.integer(2) != 0 && columns.is_null(3);
        column.type = type_of(column.name, columns.text(1));
        column.choices = choices_of(create, column.name);
        if (column.choices == std::vector<std::string>{"0", "1"}) column.type = land::ColumnType::flag;
        table.columns.push_back(std::move(column));
    }
    auto keys = db.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)");
    keys.bind(1, table.name);
    while (keys.step()) {
        if (keys.text(0) == "id") table.extends = keys.text(1);
        for (auto& column : table.columns) {
            if (column.name == keys.text(0)) column.references = keys.text(1);
        }
    }
}

}  // namespace

land::TownShape town_shape(const Database& db) {
    land::TownShape shape;
    auto geometry = db.prepare(
        "SELECT geometry_type, srid FROM geometry_columns WHERE f_table_name=? AND "
        "f_geometry_column='geometry'");
    for (const auto& name : tracked_tables()) {
        check_recordable(db, name);
        land::TableShape table;
        table.name = name;
        read_columns(db, table);
        geometry.bind(1, name);
        if (geometry.step()) {
            table.geometry = kind_of(geometry.integer(0));
            table.srid = static_cast<int>(geometry.integer(1));
        }
        geometry.reset();
        shape.push_back(std::move(table));
    }
    return shape;
}

}  // namespace liangdi::store
