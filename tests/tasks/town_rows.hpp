#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/store.hpp"

/// A town's rows as people tell them apart: without ids, references by code. An oracle of its own, in SQL.
namespace liangdi::tests {

struct TownRow {
    std::int64_t id = 0;
    std::map<std::string, std::string> cells;  ///< column -> text; "geometry": its corners in order of size
};

/// Table -> its rows, for every table that an export gives away. Corners are rounded to `decimals` decimals.
std::map<std::string, std::vector<TownRow>> town_rows(store::Store& store, int decimals = 3);

}  // namespace liangdi::tests
