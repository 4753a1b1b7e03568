#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "land/finding.hpp"

namespace liangdi::exchange {

/// What became of a table's rows, and all that its file does not hold as the town does. A table without an
/// entry here comes back equal, row by row.
struct ExportReport {
    std::int64_t rows = 0, refused = 0;  ///< written; left out, each with a finding
    std::int64_t findings_count = 0;     ///< all of them
    std::map<std::string, std::int64_t> by_rule;
    std::vector<land::Finding> findings;  ///< the first 1000
    double corner_deviation_m = 0;        ///< by how much corners come back elsewhere, at most

    void add(land::Finding finding);
    /// What concerns the whole table or one of its columns.
    void note(land::Severity severity, const std::string& rule, const std::string& table,
              const std::string& field, const std::string& reason, const std::string& mend);
};

}  // namespace liangdi::exchange
