#include "tasks/edit_cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "geo/error.hpp"
#include "land/cell_text.hpp"
#include "tasks/table_page.hpp"

namespace liangdi::tasks {

namespace {

const TownTable& table_named(const std::vector<TownTable>& tables, const std::string& name) {
    const auto found = std::ranges::find(tables, name, &TownTable::name);
    if (found == tables.end()) throw Error("no_table", fmt::format("the town has no table '{}'", name));
    return *found;
}

/// The one row that people call so, by its name alone or as it is shown; nothing where there is none.
std::optional<std::int64_t> row_named(const store::Snapshot& town, const std::string& table,
                                      const std::string& text) {
    constexpr int enough = 1000;  // that begin with it
    std::vector<std::int64_t> same;
    for (const auto& row : store::rows_called(town, table, text, enough))
        if (row.words == text || row.words == text + " · " + row.code) same.push_back(row.id);
    if (same.size() > 1)
        throw Error("ambiguous",
                    fmt::format("several rows of '{}' are called '{}'; choose one of the list", table, text));
    return same.empty() ? std::nullopt : std::optional(same.front());
}

land::Value new_value(store::Snapshot& town, const TableColumn& column, const std::string& text) {
    if (column.find.empty() || text.empty()) return land::cell_value(column.shape, text);
    const auto dot = column.find.find('.');
    const std::string table = column.find.substr(0, dot), key = column.find.substr(dot + 1);
    const auto ids = town.ids_of(table, key, text);
    if (ids.size() == 1) return ids.front();
    if (ids.empty()) {
        if (const auto named = row_named(town, table, text)) return *named;
        throw Error("not_found",
                    fmt::format("{0} = '{1}': no row of '{2}' bears this {3} or name; choose one of the list",
                                column.shape.name, text, table, key));
    }
    throw Error("ambiguous", fmt::format("{} = '{}': several rows of '{}' bear this {}; mend that first",
                                         column.shape.name, text, table, key));
}

/// How the history names the row.
std::string known_as(const TownTable& table, const TableLine& line) {
    for (const char* name : {"code", "contract_no", "name"})
        for (std::size_t i = 0; i < table.columns.size() && i < line.cells.size(); ++i)
            if (table.columns[i].shape.name == name && !line.cells[i].empty()) return line.cells[i];
    return fmt::format("{}", line.id);
}

}  // namespace

std::int64_t edit_cell(Project& project, const CellEdit& wish) {
    const auto tables = town_tables(project);
    const TownTable& table = table_named(tables, wish.table);
    const auto at = std::ranges::find_if(
        table.columns, [&](const TableColumn& column) { return column.shape.name == wish.column; });
    if (at == table.columns.end())
        throw Error("no_column", fmt::format("table '{}' has no column '{}'", wish.table, wish.column));
    if (!at->read_only.empty())
        throw Error("read_only", fmt::format("{} is not typed over: {}", wish.column, at->read_only));
    const std::int64_t ids[] = {wish.id};
    const auto line = table_lines(project, table, ids).front();
    if (line.gone) throw Error("changed", "somebody took this row out since you read it");
    const auto index = static_cast<std::size_t>(at - table.columns.begin());
    if (line.cells[index] != wish.seen)
        throw Error("changed", fmt::format("somebody changed {} from '{}' to '{}' since you read it; look at "
                                           "the new value and do it again",
                                           wish.column, wish.seen, line.cells[index]));
    land::Value before, after;
    std::string own_table = wish.table;
    {
        const auto town = project.store->snapshot();
        // A column of the table that this one extends is written there; the id is the same.
        const auto* shape = land::find_table(town->shape(), wish.table);
        if (!shape->has(wish.column)) own_table = shape->extends;
        const auto row = town->row(own_table, wish.id, {wish.column});
        if (!row) throw Error("changed", "somebody took this row out since you read it");
        before = row->front();
        after = new_value(*town, *at, wish.text);
    }
    if (before == after) return 0;
    land::Edit edit{
        project.head(fmt::format("edit {} {}: {}", wish.table, known_as(table, line), wish.column)), {}};
    edit.changes.push_back(land::Update{own_table, wish.id, {{wish.column, before, after}}});
    return project.store->apply(edit).seq;
}

}  // namespace liangdi::tasks
