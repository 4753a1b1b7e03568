#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "land/finding.hpp"
#include "land/sealer.hpp"
#include "land/value.hpp"

namespace liangdi::exchange {

/// A sealed record that the import makes or changes; in memory only, so that the caller can keep the clear
/// counts of the groups right in the same Edit.
struct SealedChange {
    land::Value party;  ///< id, or NewId of this Edit
    land::SealedFields before, after;
};

/// What an import did or would do. Every row that was read is counted once: rows_read = added + changed +
/// unchanged + refused.
struct ImportReport {
    std::int64_t rows_read = 0, added = 0, changed = 0, unchanged = 0, refused = 0;
    std::int64_t left_out_sealed = 0;     ///< rows whose personal values were left out, the town being locked
    std::int64_t findings_count = 0;      ///< all of them
    std::vector<land::Finding> findings;  ///< the first 1000
    std::vector<SealedChange> sealed_changes;
};

}  // namespace liangdi::exchange
