#include "geo/grid_north.hpp"

#include <cmath>
#include <numbers>

namespace liangdi::geo {

double meridian_convergence_deg(Point at, const Crs& crs) {
    const Crs base = geographic_base(crs);
    const Transform to_geographic(crs, base), to_plane(base, crs);
    const Point place = to_geographic(at);
    constexpr double step_deg = 0.001;  // 110 m: far above rounding, far below the curvature of a meridian
    const Point north = to_plane(Point{place.x, place.y + step_deg});
    // True north seen in the grid, clockwise from grid north, is the negative of the convergence.
    return -std::atan2(north.x - at.x, north.y - at.y) * 180 / std::numbers::pi;
}

}  // namespace liangdi::geo
