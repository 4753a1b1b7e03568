#pragma once

#include "render/style.hpp"

namespace liangdi::render {

/// The style for a wall or a slide: text and marks `text` times as large, lines `line` times as wide. What is
/// measured in metres on the ground stays.
Style scaled(Style style, double text, double line);

}  // namespace liangdi::render
