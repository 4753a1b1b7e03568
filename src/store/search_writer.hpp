#pragma once

#include "land/progress.hpp"
#include "store/search_entries.hpp"
#include "store/snapshot.hpp"
#include "store/touched_rows.hpp"

/// Puts the town's texts into a search index, and keeps them as the town has them.
namespace liangdi::store {

void make_search_tables(Database& index);
/// All texts of the town, and the indexes over them.
void fill_search_tables(Database& index, const Snapshot& town, land::Progress& progress);

/// Takes over what the town's history touched after `since`; false where that is so much, or so unclear, that
/// filling a new index is the better way. In one transaction of its own.
bool update_search_tables(Database& index, const Snapshot& town, const HistoryState& since);

void set_state(Database& index, const HistoryState& state);
HistoryState state_in(const Database& index);

/// Entries of a kind have the numbers from kind_first(kind) up to, and without, kind_first(kind + 1).
inline constexpr int kind_shift = 44;
inline std::int64_t kind_first(int kind) {
    return std::int64_t{kind} << kind_shift;
}

}  // namespace liangdi::store
