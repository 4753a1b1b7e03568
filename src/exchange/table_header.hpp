#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace liangdi::exchange {

/// A row of a sheet as text, with its number in the sheet.
struct SheetRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};

struct TableHeader {
    std::int64_t row = 0;  ///< sheet row of the names; 0 where the sheet has none
    std::vector<std::string> names;
};

/// Finds the row of column names among a sheet's first rows: the first that fills most of the columns used,
/// holds text and no two equal names. Rows above it (titles, dates, units) belong to no record. Where there
/// is none the columns are named as a spreadsheet does: A, B … AA.
TableHeader find_header(const std::vector<SheetRow>& first_rows);

std::string column_letters(std::size_t index);  ///< 0 -> "A", 26 -> "AA"

}  // namespace liangdi::exchange
