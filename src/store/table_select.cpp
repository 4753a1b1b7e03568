#include "store/table_select.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "store/database.hpp"

namespace liangdi::store {

namespace {

/// The column by which people know a row of the table, "" where there is none.
std::string known_by(const land::TownShape& town, const land::TableShape& table) {
    const auto* base = land::base_of(town, table);
    for (const char* name : {"code", "contract_no", "name"})
        if (table.has(name) || (base && base->has(name))) return name;
    return {};
}

void add_column(TableSelect& select, const land::TownShape& town, const land::ColumnShape& shape,
                const std::string& alias) {
    const std::size_t index = select.columns.size();
    const std::string raw = fmt::format("{}.{}", alias, sql_name(shape.name));
    select.columns.push_back({shape, {}});
    select.raw.push_back(raw);
    select.given.push_back(shape.type == land::ColumnType::blob ? fmt::format("length({})", raw) : raw);
    if (shape.references.empty()) return;
    const auto* target = land::find_table(town, shape.references);
    const std::string code = target ? known_by(town, *target) : std::string();
    if (code.empty())
        throw Error("no_column", fmt::format("rows of '{}' have no code to be known by", shape.references));
    select.columns.back().find = target->name + "." + code;
    std::string holder = fmt::format("r{}", index);
    select.joins += fmt::format(" LEFT JOIN {0} {1} ON {1}.id={2}", sql_name(target->name), holder, raw);
    if (!target->has(code)) {
        holder = fmt::format("s{}", index);
        select.joins +=
            fmt::format(" LEFT JOIN {0} {1} ON {1}.id={2}", sql_name(target->extends), holder, raw);
    }
    select.given.back() = fmt::format("{}.{}", holder, sql_name(code));
    select.references.push_back({index, target->name, code});
}

}  // namespace

TableSelect table_select(const land::TownShape& town, const land::TableShape& table) {
    TableSelect select;
    select.from = sql_name(table.name) + " t";
    const auto* base = land::base_of(town, table);
    if (base) select.from += fmt::format(" JOIN {} b ON b.id=t.id", sql_name(base->name));
    for (const auto& other : town)
        if (other.extends == table.name)
            select.where += fmt::format("{} NOT EXISTS (SELECT 1 FROM {} e WHERE e.id=t.id)",
                                        select.where.empty() ? " WHERE" : " AND", sql_name(other.name));
    if (base)
        for (const auto& column : base->columns)
            if (column.name != "id" && column.name != "kind") add_column(select, town, column, "b");
    for (const auto& column : table.columns)
        if (column.name != "id") add_column(select, town, column, "t");
    return select;
}

}  // namespace liangdi::store
