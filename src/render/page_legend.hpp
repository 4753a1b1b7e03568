#pragma once

#include <QPainter>
#include <string>
#include <vector>

#include "land/words.hpp"
#include "render/page.hpp"
#include "render/page_device.hpp"

namespace liangdi::render {

/// The legend of what lies in that box at that scale: each rule that applies to a feature there, from the top
/// layer down, each title once. Only the styles' rules with a title count. A title that ends in 符号 belongs
/// to the entry of the same name; one that ends in 边 (a halo, a case) lies under the lines that follow it.
/// In Chinese it takes the Chinese part of a title, in English the English one where there is one.
std::vector<LegendEntry> legend_of(const std::vector<MapLayer>& layers, const geo::Box& box, double scale,
                                   land::Language language);

/// "水田 Paddy" -> 水田 or Paddy.
std::string title_in(const std::string& title, land::Language language);

double legend_height_mm(const PageLegend& legend, double width_mm);

/// Painter in page units.
void paint_legend(QPainter& painter, const PageDevice& device, const QRectF& mm, const PageLegend& legend);

}  // namespace liangdi::render
