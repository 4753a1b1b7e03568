#pragma once

#include <map>
#include <optional>

#include "store/help_rows.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

enum class BoardEdition {
    staff,         ///< families by name, counts as they are, groups while unlocked
    public_board,  ///< counts only; those below 5 hidden, with a second one where the total would tell
};

struct BoardCount {
    std::string name;               ///< "children"; of a group its code
    std::optional<std::int64_t> n;  ///< nothing: hidden
};
/// What hangs in a building's entrance, or lies on its head's desk.
struct BuildingBoard {
    std::int64_t building = 0;
    BoardEdition edition = BoardEdition::staff;
    std::string name, address, grid, community, reference_date;
    std::int64_t floors = 0;
    std::vector<std::pair<std::string, std::string>> officers;  ///< role, name
    std::vector<BoardCount> counts;
    std::vector<BoardCount> groups;       ///< members by seven-colour group; staff, unlocked
    std::vector<store::BoardFlat> flats;  ///< staff only
    bool locked = true;                   ///< the groups could not be counted
};
/// Throws Error{not_found}.
BuildingBoard building_board(Project& project, std::int64_t building, BoardEdition edition);

}  // namespace liangdi::tasks
