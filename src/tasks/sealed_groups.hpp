#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "land/sealer.hpp"
#include "store/database.hpp"

namespace liangdi::tasks {

/// Household -> group -> how many of its living members the opened records mark so. `building` 0: all.
/// Records that cannot be opened count for nothing; `check` names them.
std::map<std::int64_t, std::map<std::string, std::int64_t>> groups_of_households(const store::Database& db,
                                                                                 const std::string& date,
                                                                                 std::int64_t building,
                                                                                 const land::Sealer& key);

}  // namespace liangdi::tasks
