#pragma once

#include <cstdint>
#include <map>
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

/// One cell of the town that a changed source changes. Never of a sealed record.
struct ChangedCell {
    std::int64_t row = 0;     ///< of the source
    std::string key, column;  ///< "DKBM…", "parcel.name"
    std::string before, after;
};

/// What an import did or would do. Every row that was read is counted once: rows_read = added + changed +
/// unchanged + refused.
struct ImportReport {
    std::int64_t rows_read = 0, added = 0, changed = 0, unchanged = 0, refused = 0;
    std::int64_t repaired = 0;            ///< rows whose shape was made valid without changing its area
    std::int64_t left_out_sealed = 0;     ///< rows whose personal values were left out, the town being locked
    std::int64_t findings_count = 0;      ///< all of them
    std::vector<land::Finding> findings;  ///< the first 1000 of each severity
    std::map<std::string, std::int64_t>
        changed_columns;                     ///< "parcel.name" -> cells changed in rows that were there
    std::vector<ChangedCell> changed_cells;  ///< the first 200
    std::string frame;                       ///< in which the source was read, empty without geometry
    std::vector<SealedChange> sealed_changes;
};

}  // namespace liangdi::exchange
