#pragma once

#include <QPainter>

#include "render/map_renderer.hpp"
#include "render/page.hpp"
#include "render/page_device.hpp"

namespace liangdi::render {

/// The box inside frame and neat line, where the map lies.
QRectF map_box_mm(const QRectF& mm, const PageMap& map);
/// What the map shows on the ground.
geo::Box map_ground(const QRectF& mm, const PageMap& map);
/// Where a place lies on the page.
QPointF map_place_mm(const QRectF& mm, const PageMap& map, geo::Point ground);

/// The first scale of the list (ascending denominators) at which the box fits into that many mm; beyond the
/// list 1, 2 and 5 times a power of ten.
double scale_that_fits(const geo::Box& box, const QSizeF& mm, const std::vector<double>& scales);

/// 1, 2 or 5 times a power of ten metres, 40 mm apart on paper or a little more.
double tick_distance_m(double scale);

/// The map with its neat line, ticks and frame; painter in page units. Throws as MapRenderer does.
MapReport paint_map(QPainter& painter, const PageDevice& device, const QRectF& mm, const PageMap& map);

}  // namespace liangdi::render
