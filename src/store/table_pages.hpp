#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "land/progress.hpp"
#include "store/snapshot.hpp"

/// A table of any length as a list on the screen wants it: once the ids of all rows in order, 8 bytes each;
/// then the cells of those few rows that are seen.
namespace liangdi::store {

struct RowOrder {
    std::string table;
    std::string sort = {};  ///< column, a reference by its row's name; empty: by id, in which rows came
    bool descending = false;
    std::string filter = {};  ///< text that some cell holds, of a reference its row's name or code; choices
                              ///< left out; empty: all rows
    struct Equal {
        std::string column, value;
    };
    std::vector<Equal> or_equal =
        {};                  ///< rows that the filter takes as well: what people read is not what is kept
    std::int64_t limit = 0;  ///< 0: all
};

/// Throws Error{no_table, no_column}, Cancelled (within a statement, too).
std::vector<std::int64_t> ordered_ids(const Snapshot& town, const RowOrder& order, land::Progress& progress);

struct TableRow {
    std::int64_t id = 0;
    std::vector<land::Value> cells;  ///< as table_select gives them; empty where the row is gone
    std::vector<land::Value> words;  ///< of references what people call the row; else Null
};
/// In the order of the ids.
std::vector<TableRow> rows_of(const Snapshot& town, const std::string& table,
                              std::span<const std::int64_t> ids);

}  // namespace liangdi::store
