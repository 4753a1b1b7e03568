#pragma once

#include <QImage>
#include <QRectF>
#include <vector>

#include "render/map_view.hpp"
#include "render/raster_layer.hpp"

namespace liangdi::render {

/// What a raster shows of a view, and where it lies there.
struct RasterPicture {
    QImage image;   ///< null: nothing of it lies in the view
    QRectF target;  ///< device px
    double opacity = 1;
};

/// Reads through the overviews, no finer than the view shows. Throws Error{raster_unreadable}.
RasterPicture raster_picture(const RasterLayer& layer, const MapView& view);

}  // namespace liangdi::render
