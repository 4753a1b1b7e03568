#pragma once

#include <memory>

#include "land/row_source.hpp"
#include "store/snapshot.hpp"

namespace liangdi::store {

/// The rows of a table as of this snapshot, which must outlive them. A table that others extend (party)
/// gives only the rows that none of them holds. Throws Error{no_table}.
std::unique_ptr<land::RowSource> table_rows(Snapshot& town, std::string_view table);

}  // namespace liangdi::store
