#include "geo/lengths.hpp"

#include <geodesic.h>

#include <cmath>
#include <numbers>

#include "geo/geographic.hpp"

namespace liangdi::geo {

double planar_length_m(const LineString& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return sum;
}

double ellipsoidal_length_m(const LineString& line, const Crs& crs) {
    detail::need_projected(crs);
    const Transform& transform = detail::to_geographic(crs);
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, crs.semi_major_m(),
              crs.inverse_flattening() > 0 ? 1 / crs.inverse_flattening() : 0);
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = transform(line[i - 1]), b = transform(line[i]);
        double side = 0;
        geod_inverse(&ellipsoid, a.y, a.x, b.y, b.x, &side, nullptr, nullptr);
        sum += side;
    }
    return sum;
}

double grid_bearing_deg(Point a, Point b) {
    if (a == b) return 0;
    const double degrees = std::atan2(b.x - a.x, b.y - a.y) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

}  // namespace liangdi::geo
