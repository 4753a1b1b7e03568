#pragma once

#include <filesystem>
#include <string>

namespace liangdi::render {

/// A picture or a model of the ground under the map: a GeoTIFF, MBTiles, GeoPackage, or whatever else GDAL
/// reads.
struct RasterLayer {
    enum class Kind {
        picture,    ///< its own colours
        hillshade,  ///< heights as light and shadow, the light from the north-west
    };
    std::filesystem::path file;
    Kind kind = Kind::picture;
    double opacity = 1;
    std::string crs;    ///< the town's, "EPSG:4544": the raster is brought into it
    std::string table;  ///< of a GeoPackage with several; empty: the only one
};

/// Shadows above this hide what is drawn over them (design/map-style.md).
inline constexpr double hillshade_opacity = 0.35;

}  // namespace liangdi::render
