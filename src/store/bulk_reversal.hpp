#pragma once

#include <map>
#include <optional>
#include <string>

#include "land/progress.hpp"
#include "land/table_shape.hpp"
#include "store/history.hpp"

/// Undo and redo of what a large import added, by batch: rows are deleted by their ids and written again from
/// the import's own changeset, triggers off and spatial indexes packed. What an entry did is then not kept a
/// second time.
namespace liangdi::store {

/// What a changeset touches, without its values.
struct Extent {
    struct Rows {
        int columns = 0;
        std::int64_t count = 0;
    };
    std::map<std::string, Rows> tables;
    std::int64_t changes = 0;
    std::optional<ChangeKind> only;  ///< the one kind of all changes, nothing where they are mixed
};
Extent extent_of(const Database& db, const HistoryEntry& entry);

/// Deletes the rows that `origin` inserted. Throws Error{undo_refused} where other rows have come to refer to
/// them, Error{undo_shortfall} where not all were there.
void delete_rows(Database& db, const land::TownShape& shape, const HistoryEntry& origin,
                 const HistoryEntry& entry, const Extent& extent, land::Progress& progress);
/// Inserts them again with their ids.
void restore_rows(Database& db, const land::TownShape& shape, const HistoryEntry& origin,
                  land::Progress& progress);

/// What the history keeps of such an entry: a reference to its root.
StoredChangeset kept_by_root(Database& db, bool inverse);

}  // namespace liangdi::store
