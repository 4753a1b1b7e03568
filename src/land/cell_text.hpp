#pragma once

#include <string>
#include <string_view>

#include "land/table_shape.hpp"
#include "land/value.hpp"

/// A cell as people read and type it, one to one: what cell_text shows, cell_value takes.
namespace liangdi::land {

/// Whether the column holds whole hundredths (area_hundredths): shown and typed as a number with decimals.
bool is_hundredths(std::string_view column);

/// Empty for NULL; "3598.10" for hundredths. Not for geometry and blobs.
std::string cell_text(const ColumnShape& column, const Value& value);

/// Throws Error{bad_value} with column, value and what would do. Not for references: their code is looked up.
Value cell_value(const ColumnShape& column, std::string_view text);

/// Why a cell of this column is never typed over, empty where it may be: it follows from something else, is
/// sealed, or other rows hang on it.
std::string read_only_reason(const TableShape& table, const ColumnShape& column);

}  // namespace liangdi::land
