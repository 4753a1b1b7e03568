#pragma once

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

/// Lengths of lines. The method belongs to the figure and is shown wherever the figure is shown.
namespace liangdi::geo {

/// By coordinates in the plane, metres.
double planar_length_m(const LineString& line);

/// Along geodesics between the vertices on the ellipsoid of `crs`, the projected CRS of the coordinates,
/// metres (PROJ's geodesic.h, C. Karney 2013). Throws Error{not_projected, outside_crs}.
double ellipsoidal_length_m(const LineString& line, const Crs& crs);

/// Of the side from `a` to `b`, clockwise from grid north, 0 <= degrees < 360; 0 where both are the same.
double grid_bearing_deg(Point a, Point b);

}  // namespace liangdi::geo
