#pragma once

#include <filesystem>

#include "land/ledger.hpp"

namespace liangdi::exchange {

/// A ledger as a workbook of one sheet: title, frozen header with filters, rows, totals, the town's figures
/// and notes; set up for printing on A4 across. Totals and figures are formulas whose kept values are the
/// ledger's own; totals follow the filter, figures do not. Codes are text cells. Written beside the target
/// and renamed. Throws Error{not_writable}.
void write_ledger_workbook(const land::Ledger& ledger, land::Language language,
                           const std::filesystem::path& file);

/// The same rows with header and totals as CSV, all cells text, UTF-8.
void write_ledger_csv(const land::Ledger& ledger, land::Language language, const std::filesystem::path& file);

}  // namespace liangdi::exchange
