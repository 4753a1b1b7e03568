#include "geo/areas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/error.hpp"
#include "geo/geographic.hpp"

namespace liangdi::geo {

using detail::need_projected;
using detail::to_geographic;

namespace {

/// Constants of the series in 国土调查办发〔2008〕32号 for one ellipsoid.
struct Series {
    double b2, a, b, c, d, e;

    Series(double semi_major_m, double inverse_flattening) {
        const double f = inverse_flattening > 0 ? 1 / inverse_flattening : 0;
        const double minor = semi_major_m * (1 - f);
        const double e2 = f * (2 - f), e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
        b2 = minor * minor;
        a = 1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8;
        b = 1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8;
        c = 3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8;
        d = 1.0 / 112 * e6 + 45.0 / 2304 * e8;
        e = 5.0 / 2304 * e8;
    }

    double trapezoid(double lat1, double lat2, double dlon) const {
        const double half = (lat2 - lat1) / 2, mean = (lat1 + lat2) / 2;
        const auto term = [=](int n) { return std::sin(n * half) * std::cos(n * mean); };
        return 2 * b2 * dlon * (a * term(1) - b * term(3) + c * term(5) - d * term(7) + e * term(9));
    }
};

/// Gauss' formula about the first vertex: northings of millions of metres would otherwise eat the digits
/// that small parcels need.
double ring_area_m2(const Ring& ring) {
    if (ring.size() < 3) return 0;
    const Point o = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
    return std::abs(twice) / 2;
}

double ellipsoidal_ring_m2(const Ring& ring, const Series& series, const Transform& to_geographic) {
    if (ring.size() < 3) return 0;
    constexpr double radians = std::numbers::pi / 180;
    const auto in_radians = [&](Point p) {
        const Point degrees = to_geographic(p);
        return Point{degrees.x * radians, degrees.y * radians};
    };
    const Point first = in_radians(ring.front());
    double sum = 0;
    Point from = first;
    const auto add_side = [&](Point to) {
        sum += series.trapezoid(from.y, to.y, (from.x + to.x) / 2 - first.x);
        from = to;
    };
    for (std::size_t i = 1; i < ring.size(); ++i) add_side(in_radians(ring[i]));
    add_side(first);  // adds nothing to a closed ring
    return std::abs(sum);
}

Ring densified(const Ring& ring, double step_m) {
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i > 0) {
            const Point a = ring[i - 1], b = ring[i];
            const double pieces = std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step_m);
            for (double k = 1; k < pieces; ++k)
                out.push_back({a.x + (b.x - a.x) * (k / pieces), a.y + (b.y - a.y) * (k / pieces)});
        }
        out.push_back(ring[i]);
    }
    return out;
}

template <class RingArea>
double sum_of_rings(const MultiPolygon& polygons, RingArea ring_area) {
    double sum = 0;
    for (const Polygon& polygon : polygons) {
        sum += ring_area(polygon.shell);
        for (const Ring& hole : polygon.holes) sum -= ring_area(hole);
    }
    return sum;
}

}  // namespace

double planar_area_m2(const Polygon& polygon) {
    double area = ring_area_m2(polygon.shell);
    for (const Ring& hole : polygon.holes) area -= ring_area_m2(hole);
    return area;
}

double planar_area_m2(const MultiPolygon& polygons) {
    return sum_of_rings(polygons, ring_area_m2);
}

double ellipsoidal_area_2008_m2(const MultiPolygon& polygons, const Crs& crs) {
    need_projected(crs);
    const Series series(crs.semi_major_m(), crs.inverse_flattening());
    const Transform& transform = to_geographic(crs);
    return sum_of_rings(polygons,
                        [&](const Ring& ring) { return ellipsoidal_ring_m2(ring, series, transform); });
}

double ellipsoidal_area_densified_m2(const MultiPolygon& polygons, const Crs& crs, double step_m) {
    need_projected(crs);
    if (!(step_m > 0)) throw Error("bad_step", "The step of a densified area must be more than 0 m.");
    const Series series(crs.semi_major_m(), crs.inverse_flattening());
    const Transform& transform = to_geographic(crs);
    return sum_of_rings(polygons, [&](const Ring& ring) {
        return ellipsoidal_ring_m2(densified(ring, step_m), series, transform);
    });
}

double trapezoid_area_2008_m2(double lat1, double lat2, double dlon, double semi_major_m,
                              double inverse_flattening) {
    return Series(semi_major_m, inverse_flattening).trapezoid(lat1, lat2, dlon);
}

}  // namespace liangdi::geo
