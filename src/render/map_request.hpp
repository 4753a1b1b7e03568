#pragma once

#include <QColor>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "land/feature_source.hpp"
#include "render/map_view.hpp"
#include "render/raster_layer.hpp"
#include "render/style.hpp"

namespace liangdi::render {

class PackedLayer;

inline const QColor paper_colour{0xF5, 0xF4, 0xEC};

struct MapLayer {
    std::string name;
    std::shared_ptr<const land::FeatureSource> source;
    Style style;
    bool visible = true;
    double opacity = 1;
    std::vector<std::int64_t> highlighted;  ///< ids drawn as selected, above everything
    /// The source made ready for drawing. What has changed in the source since is read from there, so that it
    /// may be out of date; where too much has changed, or the style reads other columns, it is not used.
    std::shared_ptr<const PackedLayer> packed = nullptr;
};

/// All that a picture of the map depends on, by value: safe to hand to a worker thread.
struct MapRequest {
    std::vector<RasterLayer> rasters;  ///< under all layers; from bottom to top
    std::vector<MapLayer> layers;      ///< from bottom to top
    MapView view;
    QColor background = paper_colour;
    bool labels = true;
    std::stop_token stop;
};

/// What became of it.
struct MapReport {
    std::int64_t features = 0;
    std::int64_t unreadable = 0;  ///< geometries that are no plain XY blobs
    int labels_placed = 0, labels_left_out = 0;
    std::vector<std::string> warnings;  ///< for people: a font that is missing …

    MapReport& operator+=(const MapReport& more);  ///< each warning once
};

}  // namespace liangdi::render
