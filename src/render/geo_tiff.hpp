#pragma once

#include <QImage>
#include <filesystem>
#include <string>

#include "render/page.hpp"

namespace liangdi::render {

/// The picture of a page as GeoTIFF: the paper lies on the ground as its main map says, so that GIS programs
/// open it in place. A page without a main map is written without a place. `crs`: "EPSG:4544".
/// Throws Error{cannot_write}.
void write_geotiff(const QImage& picture, const Page& page, const std::string& crs,
                   const std::filesystem::path& file);

}  // namespace liangdi::render
