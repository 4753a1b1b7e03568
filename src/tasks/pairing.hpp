#pragma once

#include <optional>

#include "land/pairing.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct PairingPlan {
    std::vector<land::HelperLoad> loads;     ///< as they are, heaviest first
    std::vector<land::Handover> handovers;   ///< that would make them even
    std::vector<land::HelperLoad> balanced;  ///< as they would be
    std::int64_t pairings = 0, households = 0;
};
PairingPlan pairing_plan(Project& project);

/// Hands over what the plan of this moment says, in one Edit from the reference date on. Returns the entry of
/// the history; 0 where nothing is to be handed over.
std::int64_t balance_pairing(Project& project);

}  // namespace liangdi::tasks
