#include "tasks/next_steps.hpp"

namespace liangdi::tasks {

NextSteps next_steps(Project& project) {
    const auto town = project.store->snapshot();
    NextSteps steps;
    if (const auto root = store::last_in_effect(town->db(), project.actor))
        steps.undo = store::history_entry(town->db(), *root);
    if (const auto root = store::last_undone(town->db(), project.actor))
        steps.redo = store::history_entry(town->db(), *root);
    if (auto newest = store::history_entries(town->db(), 1); !newest.empty())
        steps.last = std::move(newest.front());
    return steps;
}

}  // namespace liangdi::tasks
