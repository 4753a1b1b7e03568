#pragma once

#include <optional>
#include <vector>

#include "land/kept_findings.hpp"
#include "land/land_views.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// What the town remembers of its findings, in the order in which they were found.
std::vector<land::KeptFinding> finding_rows(const Database& db);

/// Those that are open, named by their rule and the row that they are about.
std::vector<land::NamedRow> named_findings(const Database& db);
/// Nothing where there is no such row.
std::optional<land::FindingView> finding_view(const Database& db, std::int64_t finding);

}  // namespace liangdi::store
