#pragma once

#include <vector>

#include "land/kept_findings.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// What the town remembers of its findings, in the order in which they were found.
std::vector<land::KeptFinding> finding_rows(const Database& db);

}  // namespace liangdi::store
