#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/crs.hpp"
#include "land/progress.hpp"
#include "land/row_source.hpp"

namespace liangdi::exchange {

/// What a column holds, all rows taken together.
struct ColumnSurvey {
    std::int64_t filled = 0;
    std::size_t most_bytes = 0;  ///< of its texts, in the encoding of the file
    bool dates = true;           ///< every value is a whole date, 1901 or later
};

struct TableSurvey {
    std::int64_t rows = 0, shapes = 0;
    geo::Box box;  ///< of all shapes, town CRS
    std::vector<ColumnSurvey> columns;
};

/// One pass over the rows: formats with fields of fixed width must be told before the first row.
TableSurvey survey(const land::RowSource& rows, const std::string& encoding, land::Progress& progress);

}  // namespace liangdi::exchange
