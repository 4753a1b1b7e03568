#pragma once

#include <set>
#include <string>
#include <vector>

#include "store/history.hpp"

/// Why an undo or redo is refused, in words.
namespace liangdi::store {

std::string described(const HistoryEntry& entry);

/// What stands against reversing `entry`: who did what since to the rows in conflict.
std::set<std::string> reasons_of(const Database& db, const HistoryEntry& entry,
                                 const std::vector<ApplyConflict>& conflicts);

/// Throws Error{undo_refused} with the first ten reasons.
[[noreturn]] void refuse(const HistoryEntry& entry, const std::set<std::string>& reasons);

}  // namespace liangdi::store
