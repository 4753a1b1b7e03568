#pragma once

#include <QPointF>
#include <cstdint>
#include <span>
#include <vector>

#include "render/map_request.hpp"

namespace liangdi::render {

struct Hit {
    std::size_t layer = 0;  ///< index into the layers asked
    std::int64_t id = 0;
    double distance_m = 0;  ///< 0 inside an area
};

/// The features at a place of the picture, topmost layer first, within a layer the nearest first and of equal
/// ones the last drawn. Areas are hit exactly inside, lines and points (and areas from outside) within the
/// tolerance. Only what is drawn at the view's scale counts: visible layers, active rules, passing filters.
std::vector<Hit> features_at(std::span<const MapLayer> layers, const MapView& view, QPointF px,
                             double tolerance_px = 4);

/// Whether a geometry meets a ground box, as below; a line also where it passes the box within
/// `line_reach_m`, since streets are drawn wider than a line.
bool meets_box(geo::ByteView blob, const geo::Box& box, double line_reach_m = 0);

/// The features that meet a ground box (rubber band), topmost layer first, in the order of the source.
/// An area or line meets the box when a vertex or an edge does, or the box lies inside the area.
std::vector<Hit> features_in(std::span<const MapLayer> layers, const MapView& view, const geo::Box& box);

}  // namespace liangdi::render
