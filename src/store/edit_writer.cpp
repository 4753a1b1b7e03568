#include "store/edit_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"

namespace liangdi::store {

EditWriter::EditWriter(Database& db, const land::TownShape& shape, IdBlock& ids)
    : db_(db), shape_(shape), ids_(ids) {}

void EditWriter::write(const land::Change& change) {
    struct Visitor {
        EditWriter& self;
        void operator()(const land::Insert& c) const { self.insert(c); }
        void operator()(const land::Update& c) const { self.update(c); }
        void operator()(const land::Delete& c) const { self.remove(c); }
    };
    std::visit(Visitor{*this}, change);
}

const land::TableShape& EditWriter::table(const std::string& name) const {
    const auto* found = land::find_table(shape_, name);
    if (!found) throw Error("bad_edit", fmt::format("the town has no table '{}' that can be edited", name));
    return *found;
}

Statement& EditWriter::statement(const std::string& key, const std::function<std::string()>& sql) {
    auto found = statements_.find(key);
    if (found == statements_.end()) found = statements_.emplace(key, db_.prepare(sql())).first;
    return found->second;
}

land::Value EditWriter::resolved(const land::Value& value) {
    if (const auto* fresh = std::get_if<land::NewId>(&value)) return ids_.of(*fresh);
    return value;
}

namespace {

bool is_column(const land::TableShape& table, const std::string& name) {
    return name != "id" &&
           (table.has(name) || (name == "geometry" && table.geometry != geo::GeometryKind::none));
}

template <class Cells>
std::string key_of(char verb, const std::string& table, const Cells& cells) {
    std::string key(1, verb);
    key += table;
    for (const auto& cell : cells) {
        key += '\x1f';
        key += cell.column;
    }
    return key;
}

template <class Cells>
void check_columns(const land::TableShape& table, const Cells& cells) {
    for (const auto& cell : cells) {
        if (!is_column(table, cell.column)) {
            throw Error("bad_edit", fmt::format("table '{}' has no column '{}' that can be edited",
                                                table.name, cell.column));
        }
    }
}

}  // namespace

std::int64_t EditWriter::row_id(const land::Value& id, const std::string& table_name) {
    if (const auto* number = std::get_if<std::int64_t>(&id)) return *number;
    if (const auto* fresh = std::get_if<land::NewId>(&id)) return ids_.of(*fresh);
    throw Error("bad_edit", fmt::format("a change of '{}' does not say which row", table_name));
}

void EditWriter::insert(const land::Insert& change) {
    auto& sql = statement(key_of('i', change.table, change.cells), [&] {
        check_columns(table(change.table), change.cells);
        std::string names = "id", marks = "?";
        for (const auto& cell : change.cells) {
            names += ", " + sql_name(cell.column);
            marks += ",?";
        }
        return fmt::format("INSERT INTO {} ({}) VALUES ({})", sql_name(change.table), names, marks);
    });
    if (std::holds_alternative<std::int64_t>(change.id)) {
        throw Error("bad_edit", fmt::format("a new row of '{}' may not choose its own id", change.table));
    }
    const std::int64_t id = land::is_null(change.id) ? ids_.fresh() : row_id(change.id, change.table);
    sql.bind(1, id);
    int index = 1;
    for (const auto& cell : change.cells) sql.bind(++index, resolved(cell.value));
    sql.run();
    ++changes_;
}

void EditWriter::update(const land::Update& change) {
    std::vector<land::CellChange> cells;
    for (const auto& cell : change.cells) {
        if (cell.before != cell.after) cells.push_back(cell);
    }
    if (cells.empty()) return;
    auto& sql = statement(key_of('u', change.table, cells), [&] {
        check_columns(table(change.table), cells);
        std::string sets, wheres;
        for (const auto& cell : cells) {
            sets += (sets.empty() ? "" : ", ") + sql_name(cell.column) + "=?";
            wheres += " AND " + sql_name(cell.column) + " IS ?";
        }
        return fmt::format("UPDATE {} SET {} WHERE id=?{}", sql_name(change.table), sets, wheres);
    });
    const std::int64_t id = row_id(change.id, change.table);
    int index = 0;
    for (const auto& cell : cells) sql.bind(++index, resolved(cell.after));
    sql.bind(++index, id);
    for (const auto& cell : cells) sql.bind(++index, resolved(cell.before));
    sql.run();
    if (db_.changes() != 1) fail_conflict(change.table, id, cells);
    if (!ids_.is_new(id)) touched_.emplace(change.table, id);
    ++changes_;
}

void EditWriter::remove(const land::Delete& change) {
    auto& sql = statement(key_of('d', change.table, change.expected), [&] {
        check_columns(table(change.table), change.expected);
        std::string wheres;
        for (const auto& cell : change.expected) wheres += " AND " + sql_name(cell.column) + " IS ?";
        return fmt::format("DELETE FROM {} WHERE id=?{}", sql_name(change.table), wheres);
    });
    const std::int64_t id = row_id(change.id, change.table);
    sql.bind(1, id);
    int index = 1;
    for (const auto& cell : change.expected) sql.bind(++index, resolved(cell.value));
    sql.run();
    if (db_.changes() != 1) {
        std::vector<land::CellChange> cells;
        for (const auto& cell : change.expected) cells.push_back({cell.column, cell.value, {}});
        fail_conflict(change.table, id, cells);
    }
    if (!ids_.is_new(id)) touched_.emplace(change.table, id);
    ++changes_;
}

void EditWriter::fail_conflict(const std::string& table_name, std::int64_t id,
                               const std::vector<land::CellChange>& cells) const {
    std::string difference;
    for (const auto& cell : cells) {
        auto now = db_.prepare(
            fmt::format("SELECT {} FROM {} WHERE id=?", sql_name(cell.column), sql_name(table_name)));
        now.bind(1, id);
        if (!now.step()) {
            throw Error("conflict",
                        fmt::format("row {} of {} is no longer there; somebody deleted it since you read it. "
                                    "Nothing was changed",
                                    id, table_name));
        }
        if (now.value(0) != cell.before) {
            difference += fmt::format("; {} was '{}' and is now '{}'", cell.column,
                                      land::to_display(cell.before), land::to_display(now.value(0)));
        }
    }
    throw Error(
        "conflict",
        fmt::format("somebody changed row {} of {} since you read it{}. Nothing was changed; look at the "
                    "new value and repeat the edit",
                    id, table_name, difference));
}

}  // namespace liangdi::store
