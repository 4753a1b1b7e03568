#pragma once

#include <string>
#include <vector>

#include "store/data_key.hpp"
#include "store/snapshot.hpp"
#include "tasks/check.hpp"

namespace liangdi::tasks {

std::vector<RuleListed> sealed_rules_listed();

/// Opens every sealed record of the snapshot and asks land::sealed_findings. A record that cannot be opened
/// is a finding as well. Throws Cancelled.
std::vector<land::Finding> sealed_findings(store::Snapshot& town, const land::Sealer& key,
                                           const std::string& date, const std::vector<std::string>& rules,
                                           land::Progress& progress);

}  // namespace liangdi::tasks
