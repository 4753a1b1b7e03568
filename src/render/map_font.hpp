#pragma once

#include <QFont>
#include <string>
#include <vector>

#include "render/style.hpp"

namespace liangdi::render {

/// The one font of the map, on screen and on paper: its text can be searched in a PDF (design/speed.md).
inline constexpr const char* map_font_family = "WenQuanYi Micro Hei";

/// `px` is one px of the style in device px. Where the family is not installed the system's font is taken and
/// a warning added (once per family).
QFont map_font(const Font& font, double px, std::vector<std::string>& warnings);

/// For what stands around the map; a missing family is the map's own to report.
QFont furniture_font(double size, bool bold, double px);

}  // namespace liangdi::render
