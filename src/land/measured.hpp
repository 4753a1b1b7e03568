#pragma once

#include <optional>

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

/// What a sketch on the map measures. Each figure by two methods that are never mixed: planar by the
/// coordinates in the town's CRS, and on the ellipsoid.
namespace liangdi::land {

struct MeasuredLength {
    double planar_m = 0;
    std::optional<double> ellipsoidal_m;  ///< none where the place has no image on the ellipsoid
};

struct MeasuredArea {
    double planar_m2 = 0;
    std::optional<double> ellipsoidal_2008_m2;
    double perimeter_m = 0;  ///< planar
};

MeasuredLength measured_length(const geo::LineString& line, const geo::Crs& crs);

/// `corners` are those of an area's only ring, not closed. Nothing with fewer than three of them, or where
/// the ring crosses itself: such a ring bounds no area that one could name.
std::optional<MeasuredArea> measured_area(const geo::LineString& corners, const geo::Crs& crs);

}  // namespace liangdi::land
