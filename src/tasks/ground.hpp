#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "land/progress.hpp"
#include "render/map_request.hpp"
#include "tasks/project.hpp"

/// What lies under the town's layers, from files of their own: imagery and a model of heights.
namespace liangdi::tasks {

struct GroundLayer {
    enum class Kind { picture, heights };
    std::filesystem::path file;  ///< whatever raster GDAL reads, a tile source of write_tile_source included
    Kind kind = Kind::picture;
    double opacity = 1;  ///< of a picture; a hillshade has its own
    bool visible = true;
    double contour_interval_m = 10;  ///< of heights; 0: none
    friend bool operator==(const GroundLayer&, const GroundLayer&) = default;
};

struct Ground {
    std::vector<render::RasterLayer> rasters;  ///< from bottom to top
    std::vector<render::MapLayer> contours;
};

/// The visible ones, ready to be drawn in the town's CRS. Contours are made here, from the whole model: this
/// is for a worker. Throws Error{raster_unreadable} at the first that cannot be read.
Ground ground_of(const Project& project, const std::vector<GroundLayer>& layers, land::Progress& progress);

/// Puts contours where they belong in the order of the layers: over the fills of the land, under everything
/// that people have built or drawn (design/map-style.md).
void insert_contours(std::vector<render::MapLayer>& layers, std::vector<render::MapLayer> contours);

/// Whether it can be read, and as what: one band of numbers that is no picture is taken for heights. Throws
/// Error{raster_unreadable}.
GroundLayer look_at_ground(const Project& project, const std::filesystem::path& file);

/// A file in `folder` through which GDAL reads map tiles from a server and keeps those it has seen beside it,
/// so that they show offline. `address`: tiles with {x} {y} {z} (XYZ), or a WMTS's capabilities. Throws
/// Error{bad_address, cannot_write}.
std::filesystem::path write_tile_source(const std::filesystem::path& folder, const std::string& address);

}  // namespace liangdi::tasks
