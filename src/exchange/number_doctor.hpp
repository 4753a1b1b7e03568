#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/reader.hpp"
#include "land/finding.hpp"

/// What spreadsheets do to numbers and codes. A damaged cell is a finding; nothing joins on it.
namespace liangdi::exchange {

/// "1.23E+17", or a real number too large to be exact: digits are lost.
bool is_shortened_number(const land::Value& cell);

/// At least 16 digits of which all after the 15th are zero: what is left of a longer number in a double that
/// was written with 15 digits. One such code may be genuine; a column of them is not.
bool is_rounded_number(const land::Value& cell);

/// A spreadsheet's day number (1900 system) that stands for a day between 1920 and 2079: "43831" is
/// 2020-01-01. Nothing for other text.
std::optional<std::string> day_of_serial(const std::string& text);

/// Looks at every cell of a layer, column by column.
class NumberDoctor {
  public:
    explicit NumberDoctor(const SourceLayer& layer);
    void row(const SourceRow& row);
    /// Columns whose long numbers were rounded to 15 digits.
    std::vector<bool> rounded_columns() const;
    std::vector<land::Finding> findings() const;

  private:
    struct Place {
        std::int64_t count = 0, first_row = 0;
        std::string example;
        void add(std::int64_t row, const land::Value& cell);
    };
    struct Column {
        Place shortened, rounded, apostrophe, serial;
        std::int64_t filled = 0, long_numbers = 0, digits_only = 0, leading_zero = 0;
        std::vector<std::int64_t> lengths;  ///< of cells of digits, by length
        std::vector<std::int64_t> first_of_length;
        bool names_a_day = false, names_a_person = false;
    };
    const SourceLayer* layer_;
    std::vector<Column> columns_;
};

}  // namespace liangdi::exchange
