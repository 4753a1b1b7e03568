#pragma once

#include <string>

#include "exchange/field_mapping.hpp"
#include "land/table_shape.hpp"
#include "land/value.hpp"

namespace liangdi::exchange {

/// A source's cell as the town keeps it, or why it cannot be.
struct Converted {
    land::Value value;
    land::Value denominator;   ///< ReadAs::share only: value is the numerator
    std::string reason, mend;  ///< reason is empty where the conversion went well
    bool ok() const { return reason.empty(); }
};

/// Text: blanks at the ends go, all else stays. Numbers: full-width digits and what a spreadsheet writes for
/// a double ("38220.410000000003") are understood. Dates: land::parse_date. An empty cell gives null.
/// Exact or not at all, with one exception: a source's real number read as hundredths is rounded half up
/// (land::hundredths_of), because a DBF of computed areas has no other way to say it.
Converted convert(const land::Value& cell, ReadAs as);

/// What a column is read as when the mapping does not say.
ReadAs natural_reading(const land::ColumnShape& column);

}  // namespace liangdi::exchange
