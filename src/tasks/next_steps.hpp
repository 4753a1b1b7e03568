#pragma once

#include <optional>

#include "tasks/project.hpp"

namespace liangdi::tasks {

/// What undo and redo would do next for this user, and the last thing that anybody did.
struct NextSteps {
    std::optional<store::HistoryEntry> undo, redo, last;
};
NextSteps next_steps(Project& project);

}  // namespace liangdi::tasks
