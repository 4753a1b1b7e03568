#pragma once

#include <string>
#include <vector>

#include "exchange/import_report.hpp"
#include "land/edit.hpp"
#include "store/snapshot.hpp"

namespace liangdi::tasks {

/// The changes of group_count that belong to changes of sealed records, so that the town's clear counts stay
/// right in the very Edit that changes a record. A party without a main flat on `date` counts without
/// community.
std::vector<land::Change> group_count_changes(store::Snapshot& town, const std::string& date,
                                              const std::vector<exchange::SealedChange>& sealed);

}  // namespace liangdi::tasks
