#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/geometry.hpp"

/// The shape of the town's tables as a value, read from the file itself (store::Database), so that import,
/// export and the window know columns without knowing the store.
namespace liangdi::land {

enum class ColumnType { integer, real, text, blob, date, flag, geometry };

struct ColumnShape {
    std::string name;
    ColumnType type = ColumnType::text;
    bool required = false;
    std::string references;            ///< table that a foreign key points to, empty where none
    std::vector<std::string> choices;  ///< allowed values where a CHECK lists them
};

struct TableShape {
    std::string name;
    std::vector<ColumnShape> columns;  ///< without the geometry column
    geo::GeometryKind geometry = geo::GeometryKind::none;
    int srid = 0;
    std::string extends;  ///< table whose id this table's id is ("household" extends "party"), or empty

    const ColumnShape* column(std::string_view column_name) const;
    bool has(std::string_view column_name) const { return column(column_name) != nullptr; }
};

using TownShape = std::vector<TableShape>;
const TableShape* find_table(const TownShape& town, std::string_view name);
/// The table that `table` extends, null where it extends none.
const TableShape* base_of(const TownShape& town, const TableShape& table);

}  // namespace liangdi::land
