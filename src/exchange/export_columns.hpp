#pragma once

#include <string>
#include <vector>

#include "exchange/export_names.hpp"
#include "exchange/export_report.hpp"
#include "exchange/export_survey.hpp"
#include "exchange/field_mapping.hpp"
#include "exchange/out_format.hpp"
#include "exchange/writer.hpp"

namespace liangdi::exchange {

/// A column of the town on its way into a file: what the file's field is, and how the field is read back.
struct ExportColumn {
    std::size_t source = 0;  ///< in RowSource::columns()
    OutField field;
    FieldRule rule;  ///< `from` is the name in the file
    bool hundredths() const { return rule.as == ReadAs::hundredths; }
    /// The town's cell as the file takes it: whole hundredths as a decimal number with two decimals.
    land::Value given(const land::Value& cell) const;
};

/// Every column that the format has a place for. What it has none for, what is shortened and what is never
/// exported (bytes) goes into the report.
std::vector<ExportColumn> export_columns(const land::RowSource& rows, const TableSurvey& survey,
                                         const OutFormat& format, NameStyle style,
                                         const std::string& encoding, ExportReport& report);

/// Columns of the town that tell the rows apart, as few as the rows allow: the code where it does, else what
/// the table needs to make sense, then one column after another. Where rows are alike in every column they
/// do not tell them apart either. Empty where no column is left.
std::vector<std::string> export_key(const land::RowSource& rows, const TableSurvey& survey,
                                    const std::vector<ExportColumn>& columns);

}  // namespace liangdi::exchange
