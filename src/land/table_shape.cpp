#include "land/table_shape.hpp"

#include <algorithm>

namespace liangdi::land {

const ColumnShape* TableShape::column(std::string_view column_name) const {
    const auto found = std::ranges::find(columns, column_name, &ColumnShape::name);
    return found == columns.end() ? nullptr : &*found;
}

const TableShape* find_table(const TownShape& town, std::string_view name) {
    const auto found = std::ranges::find(town, name, &TableShape::name);
    return found == town.end() ? nullptr : &*found;
}

const TableShape* base_of(const TownShape& town, const TableShape& table) {
    return table.extends.empty() ? nullptr : find_table(town, table.extends);
}

}  // namespace liangdi::land
