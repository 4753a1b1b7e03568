#pragma once

#include <QImage>

#include "render/map_request.hpp"

class QPainter;

namespace liangdi::render {

/// Paints maps. Holds no state of a picture: one renderer may serve several threads.
class MapRenderer {
  public:
    /// Draws into the rectangle (0, 0, view.size_px) of the painter: background, layers from the bottom up,
    /// labels, selection. Works on pictures and on paged devices alike; may run on any thread.
    /// Throws Cancelled soon after a stop was requested, and what the sources throw.
    MapReport paint(const MapRequest& request, QPainter& painter) const;

    /// A picture of view.size_px with its resolution set, painted in bands on all processors: the sources are
    /// read by several threads at once. Throws as paint does.
    QImage to_image(const MapRequest& request, MapReport* report = nullptr) const;
};

}  // namespace liangdi::render
