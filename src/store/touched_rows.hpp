#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "store/database.hpp"

/// What is derived from the town file and kept outside of it follows the file by its history.
namespace liangdi::store {

/// Where a town's history stands.
struct HistoryState {
    std::int64_t seq = 0;
    std::string sha256;  ///< of that entry: a copy of the file may have gone another way since
};
HistoryState history_state(const Database& town);

/// Whether the town's past holds that state: what was derived then can be brought up to date.
bool has_been(const Database& town, const HistoryState& then);

/// Calls `visit` for each row that entries after `since` may have changed, added or taken away; a row may
/// come more than once. An empty table: a row of that id in any table. False, and no further calls, where it
/// is more than `most` rows.
bool each_touched(const Database& town, std::int64_t since, std::int64_t most,
                  const std::function<void(std::string_view table, std::int64_t id)>& visit);

}  // namespace liangdi::store
