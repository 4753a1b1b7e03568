#pragma once

#include "land/progress.hpp"
#include "store/search_entries.hpp"
#include "store/snapshot.hpp"

/// Puts the town's texts into a search index, and keeps them as the town has them.
namespace liangdi::store {

/// Where in the town's history an index stands.
struct SearchState {
    std::int64_t seq = 0;
    std::string sha256;  ///< of that entry: a copy of the file may have gone another way since
};
SearchState state_of(const Snapshot& town);

void make_search_tables(Database& index);
/// All texts of the town, and the indexes over them.
void fill_search_tables(Database& index, const Snapshot& town, land::Progress& progress);

/// Takes over what the town's history touched after `since`; false where that is so much, or so unclear, that
/// filling a new index is the better way. In one transaction of its own.
bool update_search_tables(Database& index, const Snapshot& town, const SearchState& since);

void set_state(Database& index, const SearchState& state);
SearchState state_in(const Database& index);

/// Entries of a kind have the numbers from kind_first(kind) up to, and without, kind_first(kind + 1).
inline constexpr int kind_shift = 44;
inline std::int64_t kind_first(int kind) {
    return std::int64_t{kind} << kind_shift;
}

}  // namespace liangdi::store
