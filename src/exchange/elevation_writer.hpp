#pragma once

#include <filesystem>
#include <vector>

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

namespace liangdi::exchange {

/// Heights at the centres of square cells, row by row from the north-west.
struct ElevationGrid {
    geo::Point north_west;  ///< outer corner, easting and northing, metres
    double cell_m = 0;
    int columns = 0, rows = 0;
    std::vector<float> heights_m;
};

/// Writes a GeoTIFF (32-bit floats, deflate). The same grid gives the same bytes. Written beside the target
/// and renamed; a file of that name is replaced. Throws Error{not_writable}.
void write_elevation(const std::filesystem::path& file, const ElevationGrid& grid, const geo::Crs& crs);

}  // namespace liangdi::exchange
