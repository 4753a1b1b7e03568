#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "land/ledger.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

/// Ledgers of the town on its reference date, as values and as files.
namespace liangdi::tasks {

struct LedgerParams {
    std::string kind;   ///< of ledger_kinds(), or "all"
    std::string level;  ///< land only: parcel, household (default), group, village, town
    land::Language language = land::Language::zh;
    bool public_edition = false;  ///< nobody is named, small counts of groups are masked
    std::string reason;           ///< of a sealed ledger; kept in the history in clear
};

std::vector<std::string> ledger_kinds();
std::vector<std::string> ledger_levels();  ///< of the ledger of land

/// The ledger as a value. While the personal records are locked, that of a sealed group gives the counts per
/// community only. A sealed ledger that names families is written into the history first.
/// Throws Error{bad_kind, bad_level, not_public, no_reason, personal_reason}.
land::Ledger ledger(Project& project, const LedgerParams& params);

struct WrittenLedger {
    std::string kind, level;
    std::filesystem::path file;
    std::size_t rows = 0;
    std::vector<land::LedgerText::Line> figures;             ///< in words
    std::vector<std::pair<std::string, std::string>> named;  ///< figure as `info` calls it -> its text there
    std::vector<std::string> notes;
};

/// Writes one ledger to a file (.xlsx, .csv, .pdf; paper needs a Qt application), or with "all" each into the
/// folder `out` as .xlsx, those of land by every level; the ones that a public edition may not have are left
/// out. Throws what `ledger` throws and Error{unknown_format, not_writable}, Cancelled.
std::vector<WrittenLedger> write_ledgers(Project& project, const LedgerParams& params,
                                         const std::filesystem::path& out, land::Progress& progress);

}  // namespace liangdi::tasks
