#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "gui/selection_model.hpp"
#include "tasks/two_places.hpp"

namespace liangdi::gui {

/// The layers whose features are places that families belong to.
const std::vector<std::pair<const char*, land::PlaceKind>>& layers_of_kinds();

/// What is selected, as a place: the household, else the first feature; nothing where it is none.
std::optional<tasks::PlaceRef> place_of(const SelectionModel& selection);

}  // namespace liangdi::gui
