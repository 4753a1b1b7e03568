#include "store/bulk_insert.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <cstring>

#include "geo/error.hpp"

namespace liangdi::store {

namespace {
// A statement opens the cursors of its table and of each index every time it runs: once for so many rows.
constexpr std::size_t rows_at_once = 16;

// Both switches work within a transaction, PRAGMA foreign_keys does not.
void enable_checks(Database& db, bool on) {
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0, nullptr);
}
}  // namespace

ChecksOff::ChecksOff(Database& db) : db_(db) {
    enable_checks(db_, false);
}
ChecksOff::~ChecksOff() {
    enable_checks(db_, true);
}

struct BulkInsert::Column {
    std::string name;
    std::string affinity;   // the declared type: INTEGER, REAL, TEXT, BLOB or a geometry type
    land::Value otherwise;  // its default
    int cell = -1;          // position in the Insert, -1 where the default stands
    bool geometry = false;
    IdSet* needed = nullptr;  // where it points to rows of a table
};

struct BulkInsert::Plan {
    std::string table;
    std::vector<std::string> names;  // of the Insert's cells
    std::vector<Column> columns;     // of the table, without the key
    Statement one, many;             // for one row, for rows_at_once of them
    InsertChangeset::Table* changeset;
    std::vector<IndexedBox>* boxes = nullptr;
    const land::TableShape* shape = nullptr;
    IdSet* added;
    IdSet* extended = nullptr;                                   // the ids of the table that it extends
    std::vector<std::pair<std::int64_t, land::Insert>> batch{};  // with their ids, not written yet

    bool fits(const land::Insert& row) const {
        if (row.cells.size() != names.size() || row.table != table) return false;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (row.cells[i].column != names[i]) return false;
        }
        return true;
    }
};

namespace {

/// A column's DEFAULT as a value: NULL, a number or a quoted text (our migrations use constants only).
land::Value default_of(const Statement& info, int column) {
    if (info.is_null(column)) return {};
    const std::string text(info.text(column));
    if (text.size() >= 2 && text.front() == '\'') return text.substr(1, text.size() - 2);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

BulkInsert::BulkInsert(Database& db, const land::TownShape& shape, IdBlock& ids,
                       InsertChangeset::Take take_changeset)
    : db_(db),
      checks_off_(std::in_place, db),
      shape_(shape),
      ids_(ids),
      changeset_(std::move(take_changeset)) {}

BulkInsert::~BulkInsert() = default;

BulkInsert::Plan& BulkInsert::plan_for(const land::Insert& row) {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        if (!plans_[i]->fits(row)) continue;
        if (i > 1) std::swap(plans_[0], plans_[i]);  // the two in turn of most imports stay where they are
        return *plans_[i > 1 ? 0 : i];
    }
    const auto* shape = land::find_table(shape_, row.table);
    if (!shape)
        throw Error("bad_edit", fmt::format("the town has no table '{}' that can be edited", row.table));
    std::vector<Column> columns;
    auto info = db_.prepare("SELECT name, type, dflt_value FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, row.table);
    while (info.step()) {
        if (info.text(0) == "id") continue;
        Column column{std::string(info.text(0)), std::string(info.text(1)), default_of(info, 2)};
        column.geometry = column.name == "geometry";
        if (const auto* known = shape->column(column.name); known && !known->references.empty())
            column.needed = &references_.needed_of(known->references);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].column == column.name) column.cell = static_cast<int>(i);
        }
        columns.push_back(std::move(column));
    }
    std::string names = "id", marks = "?";
    std::vector<std::string> cell_names;
    for (const auto& cell : row.cells) {
        const bool known =
            cell.column == "geometry" ? shape->geometry != geo::GeometryKind::none : shape->has(cell.column);
        if (cell.column == "id" || !known) {
            throw Error("bad_edit", fmt::format("table '{}' has no column '{}' that can be edited", row.table,
                                                cell.column));
        }
        names += ", " + sql_name(cell.column);
        marks += ",?";
        cell_names.push_back(cell.column);
    }
    // ROLLBACK: a row that the table refuses ends the whole import, and SQLite need not be ready to take back
    // one statement alone.
    const auto insert_of = [&](std::size_t rows) {
        std::string values = "(" + marks + ")";
        for (std::size_t i = 1; i < rows; ++i) values += ",(" + marks + ")";
        return fmt::format("INSERT OR ROLLBACK INTO {} ({}) VALUES {}", sql_name(row.table), names, values);
    };
    const int count = static_cast<int>(columns.size()) + 1;
    auto plan = std::unique_ptr<Plan>(
        new Plan{row.table, std::move(cell_names), std::move(columns), db_.prepare(insert_of(1)),
                 db_.prepare(insert_of(rows_at_once)), &changeset_.table(row.table, count), nullptr, shape,
                 &references_.added_to(row.table)});
    if (!shape->extends.empty()) plan->extended = &references_.needed_of(shape->extends);
    if (shape->geometry != geo::GeometryKind::none) plan->boxes = &boxes_[row.table];
    plans_.push_back(std::move(plan));
    return *plans_.back();
}

/// Makes the value what the column will hold; a changeset must say just that.
void BulkInsert::settle(const Column& column, land::Value& value) {
    if (const auto* fresh = std::get_if<land::NewId>(&value)) value = ids_.of(*fresh);
    if (column.affinity == "REAL") {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) value = static_cast<double>(*whole);
    }
    const bool fits = land::is_null(value) || column.geometry ||
                      (column.affinity == "INTEGER" && std::holds_alternative<std::int64_t>(value)) ||
                      (column.affinity == "REAL" && std::holds_alternative<double>(value)) ||
                      (column.affinity == "TEXT" && std::holds_alternative<std::string>(value)) ||
                      (column.affinity == "BLOB" && std::holds_alternative<land::Bytes>(value));
    if (!fits) {
        throw Error("bad_edit",
                    fmt::format("column '{}' does not hold '{}'", column.name, land::to_display(value)));
    }
}

void BulkInsert::check_geometry(const Plan& plan, geo::ByteView blob) const {
    // Header of a SpatiaLite blob: 00, byte order, SRID, box, 7C, class type.
    constexpr std::size_t type_at = 39;
    std::int32_t type = 0;
    if (blob.size() > type_at + 4) std::memcpy(&type, blob.data() + type_at, 4);
    const auto kind = plan.shape->geometry;
    const bool right_kind = (kind == geo::GeometryKind::point && type == 1) ||
                            (kind == geo::GeometryKind::multi_line_string && type == 5) ||
                            (kind == geo::GeometryKind::multi_polygon && type == 6);
    if (!right_kind || geo::srid_of_spatialite_blob(blob) != plan.shape->srid) {
        throw Error("bad_edit", fmt::format("a geometry of '{}' is of the wrong kind or SRID", plan.table));
    }
}

void BulkInsert::insert(land::Insert&& row) {
    if (std::holds_alternative<std::int64_t>(row.id)) {
        throw Error("bad_edit", fmt::format("a new row of '{}' may not choose its own id", row.table));
    }
    const auto* fresh = std::get_if<land::NewId>(&row.id);
    const std::int64_t id = fresh ? ids_.of(*fresh) : ids_.fresh();
    write(std::move(row), id);
}

void BulkInsert::restore(land::Insert&& row) {
    const std::int64_t id = std::get<std::int64_t>(row.id);
    write(std::move(row), id);
}

void BulkInsert::write(land::Insert&& row, std::int64_t id) {
    Plan& plan = plan_for(row);
    plan.changeset->begin_row();
    plan.changeset->add(id);
    plan.added->add(id);
    if (plan.extended) plan.extended->add(id);
    for (const auto& column : plan.columns) {
        if (column.cell < 0) {
            plan.changeset->add(column.otherwise);
            continue;
        }
        land::Value& cell = row.cells[static_cast<std::size_t>(column.cell)].value;
        settle(column, cell);
        plan.changeset->add(cell);
        if (const auto* other = std::get_if<std::int64_t>(&cell); other && column.needed)
            column.needed->add(*other);
        if (column.geometry && !land::is_null(cell)) {
            const auto* bytes = std::get_if<land::Bytes>(&cell);
            if (!bytes) throw Error("bad_edit", "a geometry is no blob");
            check_geometry(plan, *bytes);
            plan.boxes->push_back(indexed(id, *geo::box_of_spatialite_blob(*bytes)));
        }
    }
    changeset_.spill(*plan.changeset);
    ++changes_;
    plan.batch.emplace_back(id, std::move(row));
    if (plan.batch.size() == rows_at_once) write_batch(plan);
}

void BulkInsert::write_batch(Plan& plan) {
    const bool full = plan.batch.size() == rows_at_once;
    Statement& statement = full ? plan.many : plan.one;
    int at = 1;
    for (const auto& [id, row] : plan.batch) {
        statement.bind(at++, id);
        for (const auto& cell : row.cells) statement.bind_kept(at++, cell.value);
        if (full) continue;
        statement.run();
        at = 1;
    }
    if (full) statement.run();
    plan.batch.clear();
}

bool BulkInsert::finish() {
    for (const auto& plan : plans_) write_batch(*plan);
    for (auto& [table, boxes] : boxes_) {
        if (boxes.empty()) continue;
        add_to_rtree(db_, table, std::move(boxes));
        // What SpatiaLite's own trigger would have kept: when the layer's statistics grew old.
        auto time = db_.prepare(
            "UPDATE geometry_columns_time SET last_insert=strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE "
            "f_table_name=lower(?)");
        time.bind(1, table);
        time.run();
    }
    changeset_.finish();
    checks_off_.reset();
    return references_.all_there(db_);
}

}  // namespace liangdi::store
