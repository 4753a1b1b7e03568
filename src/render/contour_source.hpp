#pragma once

#include <memory>

#include "land/feature_source.hpp"
#include "render/raster_layer.hpp"

namespace liangdi::render {

/// The contours of a model of heights as a layer of lines, with the attributes height_m and, where a line is
/// every fifth, is_index = 1. Made once, from at most four million cells. Throws Error{raster_unreadable}.
std::shared_ptr<const land::FeatureSource> contour_source(const RasterLayer& heights, double interval_m);

}  // namespace liangdi::render
