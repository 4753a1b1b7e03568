#pragma once

#include "land/progress.hpp"
#include "tasks/project.hpp"

/// The history and the way back: what happened, undo, redo.
namespace liangdi::tasks {

std::vector<store::HistoryEntry> history(Project& project, std::int64_t limit, std::int64_t before = 0);

struct HistoryCell {
    std::string column;
    std::string before, after;  ///< for people; sealed and geometric values as "<n bytes>"
};
struct HistoryRow {
    std::string table, kind;  ///< kind: insert, update, delete
    std::int64_t id = 0;
    std::vector<HistoryCell> cells;
};
/// The rows that an entry changed, before and after; at most `limit`.
std::vector<HistoryRow> history_rows(Project& project, std::int64_t seq, std::int64_t limit);

struct ReverseParams {
    std::optional<std::int64_t> entry;
    bool batch = false;
};
store::Reversed undo(Project& project, const ReverseParams& params, land::Progress& progress);
store::Reversed redo(Project& project, const ReverseParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
