#pragma once

#include "land/ground_floor.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct GroundFloorLine {
    std::int64_t household = 0, building = 0, floor = 0;
    std::string code, name, building_name;
    std::vector<land::MovingNeed> needs;
    std::string flat, nearness;  ///< of the suggestion; empty: nothing lower is free in the community
    std::int64_t flat_floor = 0;
};
struct GroundFloorList {
    std::vector<GroundFloorLine> lines;
    std::int64_t in_need = 0, on_ground_floor = 0, allocated = 0;  ///< families in need; flats allocated
    std::int64_t damaged = 0;                                      ///< records that cannot be opened
    std::int64_t entry = 0;                                        ///< of the history, that says who saw it
};
/// Families who should live on the ground floor and do not, with the nearest free flat. The list tells of
/// health, so it is written into the history first. Throws Error{locked, no_reason, personal_reason}.
GroundFloorList ground_floor(Project& project, const std::string& reason, land::Progress& progress);

}  // namespace liangdi::tasks
