#include "exchange/import_row.hpp"

#include <algorithm>
#include <array>

#include "exchange/row_rules.hpp"
#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/topology.hpp"
#include "land/area.hpp"

namespace liangdi::exchange {
namespace {

std::string kind_word(geo::GeometryKind kind) {
    switch (kind) {
        case geo::GeometryKind::point:
            return "a point";
        case geo::GeometryKind::multi_line_string:
            return "lines";
        case geo::GeometryKind::multi_polygon:
            return "areas";
        case geo::GeometryKind::none:
            break;
    }
    return "nothing";
}

std::vector<const land::TableShape*> tables_of(const BoundRow& bound) {
    return bound.base ? std::vector{bound.base, bound.table} : std::vector{bound.table};
}

std::string field_of(const PlannedRow& row, const std::string& column) {
    const PlannedCell* cell = row.cell(column);
    return cell ? cell->field() : column;
}

}  // namespace

RowGeometry town_geometry(SourceRow& source, geo::GeometryKind kind, int srid, const ToTown* to_town,
                          const RepairLimits& limits) {
    if (!source.geometry_problem.empty())
        throw Refusal{"import.geometry_unreadable", "", "", source.geometry_problem,
                      "draw or export this shape anew"};
    if (geo::is_empty(source.geometry)) return {};
    RowGeometry out;
    geo::Geometry geometry = std::move(source.geometry);
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry);
        lines && kind == geo::GeometryKind::multi_polygon)
        if (auto areas = areas_of_closed_lines(*lines)) geometry = *std::move(areas), out.closed_lines = true;
    const geo::GeometryKind found = geo::kind_of(geometry);
    if (found != kind)
        throw Refusal{"import.geometry_kind", "", kind_word(found),
                      "the table holds " + kind_word(kind) + ", not " + kind_word(found),
                      "choose another table, or export the layer with the right kind of shape"};
    try {
        if (to_town != nullptr) geometry = (*to_town)(geometry);
    } catch (const Error& problem) {
        throw Refusal{"import.outside_crs", "", "", problem.message(),
                      "look whether the source's CRS is really the one it names"};
    }
    if (auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        if (const auto defect = geo::invalidity(*polygons)) {
            auto mended = repaired(*polygons, limits);
            if (!mended)
                throw Refusal{"import.geometry_invalid",
                              "",
                              "",
                              "the shape is not valid: " + defect->reason,
                              "mend the shape at the marked place",
                              defect->at};
            *polygons = std::move(mended->polygons);
            out.repaired = defect->reason;
            out.repaired_at = defect->at;
        }
        out.area_m2 = geo::planar_area_m2(*polygons);
    }
    out.blob = geo::to_spatialite_blob(geometry, srid);
    return out;
}

CurrentRow::CurrentRow(land::Register& town, const BoundRow& bound, const PlannedRow& row, std::int64_t id,
                       bool geometry) {
    for (const land::TableShape* table : tables_of(bound)) {
        std::vector<std::string> columns;
        bool spans = false;
        for (const PlannedCell& cell : row.cells)
            if (cell.table == table)
                columns.push_back(cell.column->name), spans = spans || is_span_end(cell.column->name);
        if (spans)
            for (const land::ColumnShape& column : table->columns)
                if (is_span_end(column.name) &&
                    std::find(columns.begin(), columns.end(), column.name) == columns.end())
                    columns.push_back(column.name);
        if (geometry && table == bound.table) columns.push_back("geometry");
        if (columns.empty()) continue;
        const auto cells = town.row(table->name, id, columns);
        for (std::size_t i = 0; cells && i < columns.size(); ++i)
            tables_[table->name][columns[i]] = cells->at(i);
    }
}

land::Value CurrentRow::value(const land::TableShape& table, const std::string& column) const {
    const auto cells = tables_.find(table.name);
    if (cells == tables_.end()) return {};
    const auto found = cells->second.find(column);
    return found == cells->second.end() ? land::Value{} : found->second;
}

namespace {

/// The row's values as they would be after the import.
land::Value future_value(const land::TableShape& table, const PlannedRow& row, const CurrentRow* current,
                         const std::string& column) {
    const PlannedCell* cell = row.cell(column);
    if (cell && cell->table == &table && cell->stated) return cell->value;
    return current ? current->value(table, column) : land::Value{};
}

}  // namespace

void check_row(const BoundRow& bound, const PlannedRow& row, const CurrentRow* current) {
    for (const auto& [table, column] : bound.required) {
        const PlannedCell* cell = row.cell(column);
        const bool planned = cell && cell->stated;
        if (current != nullptr ? planned && land::is_null(cell->value)
                               : !planned || land::is_null(cell->value))
            throw Refusal{"import.required_missing", cell ? cell->field() : column->name, "",
                          table->name + "." + column->name + " cannot be empty",
                          "fill it in the source, or give it a constant under \"set\" in the mapping"};
    }
    for (const PlannedCell& cell : row.cells) {
        if (!cell.stated) continue;
        auto broken = broken_value(*cell.table, *cell.column, cell.value);
        if (!broken && is_span_end(cell.column->name))
            broken = broken_span(*cell.table, cell.column->name, [&](const std::string& column) {
                return future_value(*cell.table, row, current, column);
            });
        if (broken)
            throw Refusal{"import.not_allowed", field_of(row, broken->column),
                          land::to_display(broken->value), broken->reason, broken->mend};
    }
}

void insert_row(std::vector<land::Change>& changes, const BoundRow& bound, PlannedRow&& row,
                const land::Value& id, const land::Value& parent, land::Bytes&& geometry) {
    for (const land::TableShape* table : {bound.base, bound.table}) {
        if (table == nullptr) continue;
        land::Insert insert{table->name, id, {}};
        insert.cells.reserve(row.cells.size() + 2);
        if (!bound.parent.empty()) insert.cells.push_back({bound.parent, parent});
        for (PlannedCell& cell : row.cells)
            if (cell.table == table && !land::is_null(cell.value))
                insert.cells.push_back({cell.column->name, std::move(cell.value)});
        if (table == bound.table && !geometry.empty())
            insert.cells.push_back({"geometry", std::move(geometry)});
        changes.push_back(std::move(insert));
    }
}

std::vector<land::Change> update_row(const BoundRow& bound, const PlannedRow& row, std::int64_t id,
                                     const CurrentRow& current, const RowGeometry* geometry) {
    std::vector<land::Change> changes;
    for (const land::TableShape* table : tables_of(bound)) {
        land::Update update{table->name, id, {}};
        for (const PlannedCell& cell : row.cells) {
            if (cell.table != table || !cell.stated) continue;
            land::Value before = current.value(*table, cell.column->name);
            if (!same_value(before, cell.value))
                update.cells.push_back({cell.column->name, std::move(before), cell.value});
        }
        if (table == bound.table && geometry && !geometry->blob.empty()) {
            land::Value before = current.value(*table, "geometry");
            if (!(before == land::Value{geometry->blob}))
                update.cells.push_back({"geometry", std::move(before), geometry->blob});
        }
        if (!update.cells.empty()) changes.push_back(std::move(update));
    }
    return changes;
}

void measure_row(std::vector<land::Change>& changes, land::Register& town, const land::Value& id,
                 const RowGeometry& geometry, bool geometry_changed, const std::string& source) {
    if (!geometry.area_m2) return;
    const land::Value hundredths = land::hundredths_of(*geometry.area_m2);
    if (const auto* parcel = std::get_if<std::int64_t>(&id)) {
        const std::vector<std::string> columns{"kind", "value_hundredths", "unit", "method", "source"};
        const std::array<land::Value, 5> after{std::string("measured"), hundredths, std::string("m2"),
                                               std::string("planar"), source};
        for (const std::int64_t record : town.children("area_record", "parcel", *parcel)) {
            const auto held = town.row("area_record", record, columns);
            if (!held || !(held->front() == after[0])) continue;
            if (!geometry_changed) return;
            land::Update update{"area_record", record, {}};
            for (std::size_t i = 1; i < columns.size(); ++i)
                if (!same_value(held->at(i), after[i]))
                    update.cells.push_back({columns[i], held->at(i), after[i]});
            if (!update.cells.empty()) changes.push_back(std::move(update));
            return;
        }
    }
    land::Insert insert{"area_record", {}, {}};
    insert.cells.reserve(6);
    const auto add = [&](const char* column, land::Value value) {
        insert.cells.push_back({column, std::move(value)});
    };
    add("parcel", id);
    add("kind", std::string("measured"));
    add("value_hundredths", hundredths);
    add("unit", std::string("m2"));
    add("method", std::string("planar"));
    add("source", source);
    changes.push_back(std::move(insert));
}

}  // namespace liangdi::exchange
