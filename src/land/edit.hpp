#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "land/value.hpp"

/// A change of the town as a value: computed by a pure function, written only by store::Store::apply.
namespace liangdi::land {

struct Cell {
    std::string column;
    Value value;
};

/// Old and new value of a column: the old one is checked when the edit is applied, so that an edit of
/// another process is never overwritten.
struct CellChange {
    std::string column;
    Value before, after;
};

struct Insert {
    std::string table;
    Value id;  ///< NewId, or null to let the store give one that nothing else refers to
    std::vector<Cell> cells;
};

struct Update {
    std::string table;
    Value id;
    std::vector<CellChange> cells;
};

struct Delete {
    std::string table;
    Value id;
    std::vector<Cell> expected;  ///< cells that must still hold these values; may be empty
};

using Change = std::variant<Insert, Update, Delete>;

/// Who changes what for which reason; one row of the history.
struct EditHead {
    std::string actor;
    std::string why;    ///< in words, shown in the history: "导入 flats.xlsx", "link household 0412"
    std::string batch;  ///< same for all edits of one load; empty otherwise
};

struct Edit {
    EditHead head;
    std::vector<Change> changes;
};

/// A source of changes for edits that do not fit into memory: gives the next change, or nothing at the end.
using ChangeSource = std::function<std::optional<Change>()>;

/// Reads an Edit's changes one by one. The Edit must outlive the source.
ChangeSource source_of(const Edit& edit);

/// Numbers new rows within one Edit.
class NewIds {
  public:
    NewId next() { return NewId{++last_}; }
    std::int64_t count() const { return last_; }

  private:
    std::int64_t last_ = 0;
};

}  // namespace liangdi::land
