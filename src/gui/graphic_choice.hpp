#pragma once

#include <optional>

#include "render/rule_look.hpp"

class QComboBox;

namespace liangdi::gui {

/// The hatches and symbols of the house, well-known shapes, and the one that is there; `none_too`: none as
/// well, and no shapes, which tile no area.
void fill_graphics(QComboBox& box, const std::vector<render::GraphicLook>& drawings,
                   const std::optional<render::GraphicLook>& current, bool none_too);

/// What was chosen, without a size.
std::optional<render::GraphicLook> graphic_at(const QComboBox& box, int index);

}  // namespace liangdi::gui
