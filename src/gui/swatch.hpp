#pragma once

#include <QIcon>
#include <QPalette>

#include "render/style.hpp"

namespace liangdi::gui {

/// A small picture of a layer's style: its first fill and outline, line or mark.
QIcon swatch(const render::Style& style, const QPalette& palette, double device_pixel_ratio);

}  // namespace liangdi::gui
