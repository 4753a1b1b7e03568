#pragma once

#include "land/progress.hpp"
#include "land/table_shape.hpp"
#include "store/history.hpp"

namespace liangdi::store {

/// Undoes or redoes a chain inside the caller's transaction: applies the strict inverse of what its newest
/// entry recorded, records that itself, and appends the entry. Throws Error{undo_refused} with the list of
/// what others did to those rows; the caller's transaction then rolls back. Returns the sequence number of
/// the new entry.
std::int64_t reverse_chain(Database& db, const land::TownShape& shape, std::int64_t root,
                           const land::EditHead& head, land::Progress& progress);

}  // namespace liangdi::store
