#pragma once

#include <optional>
#include <string>

#include "gk_frame.hpp"

class OGRFeature;
class OGRGeometry;

namespace liangdi::plugins {

/// How coordinates are written.
struct ParcelTextSettings {
    int decimals = 3;
    double east_offset = 0;    ///< added to every easting: the zone, where the data has none
    bool north_first = false;  ///< the geometry's x is the northing (an authority's axis order)
    bool geographic = false;   ///< degrees: no planar area
};

/// The lines of one feature after the Writer rules of standards/03: parcel line, then every ring with its
/// first point repeated under the same name. The area is AREA_HA, else computed from the coordinates as
/// written. Nothing, with a CPLError that begins with `what`, for a geometry that has no such form or a
/// coordinate that is no number.
std::optional<std::string> parcel_text(const OGRFeature& feature, const ParcelTextSettings& settings,
                                       const std::string& what);

}  // namespace liangdi::plugins
