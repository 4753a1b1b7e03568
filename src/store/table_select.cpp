#include "store/table_select.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "store/database.hpp"
#include "store/row_names.hpp"

namespace liangdi::store {

namespace {

void add_column(TableSelect& select, const land::TownShape& town, const land::ColumnShape& shape,
                const std::string& alias) {
    const std::size_t index = select.columns.size();
    const std::string raw = fmt::format("{}.{}", alias, sql_name(shape.name));
    select.columns.push_back({shape, {}});
    select.raw.push_back(raw);
    select.given.push_back(shape.type == land::ColumnType::blob ? fmt::format("length({})", raw) : raw);
    select.words.emplace_back();
    if (shape.references.empty()) return;
    const auto* target = land::find_table(town, shape.references);
    if (!target) throw Error("no_table", fmt::format("the town has no table '{}'", shape.references));
    const RowName name = row_name(town, *target);
    select.columns.back().find = target->name + "." + name.code;
    std::string holder = fmt::format("r{}", index);
    select.joins += fmt::format(" LEFT JOIN {0} {1} ON {1}.id={2}", sql_name(target->name), holder, raw);
    if (name.table != target->name) {
        holder = fmt::format("s{}", index);
        select.joins += fmt::format(" LEFT JOIN {0} {1} ON {1}.id={2}", sql_name(name.table), holder, raw);
    }
    select.given.back() = fmt::format("{}.{}", holder, sql_name(name.code));
    select.words.back() = name.words(holder);
    select.references.push_back({index, target->name, name.code});
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
