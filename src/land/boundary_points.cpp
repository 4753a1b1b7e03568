#include "land/boundary_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace liangdi::land {

namespace {

/// Twice the signed area, about the first point: positive where the ring runs counter-clockwise.
double turning(const std::vector<geo::Point>& points) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const geo::Point a = points[i], b = points[i + 1], o = points.front();
        twice += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }
    return twice;
}

/// Clockwise rings have their outside to the left; the outside of a hole is where the parcel is, so that its
/// numbers stand in the hole.
std::string outward(geo::Point before, geo::Point at, geo::Point after, bool clockwise) {
    const auto unit = [](double x, double y) {
        const double length = std::hypot(x, y);
        return length > 0 ? std::array{x / length, y / length} : std::array{0.0, 0.0};
    };
    const auto in = unit(at.x - before.x, at.y - before.y), out = unit(after.x - at.x, after.y - at.y);
    // The sum of the two sides' left normals.
    double x = -(in[1] + out[1]), y = in[0] + out[0];
    if (!clockwise) x = -x, y = -y;
    static constexpr std::array names{"e", "ne", "n", "nw", "w", "sw", "s", "se"};
    const double eighth = std::atan2(y, x) / (std::numbers::pi / 4);
    return names[static_cast<std::size_t>((std::lround(eighth) + 8) % 8)];
}

void complete(BoundaryRing& ring, bool numbers_inside) {
    std::vector<geo::Point> points;
    for (const auto& point : ring) points.push_back(point.at);
    const bool clockwise = turning(points) < 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& before = points[(i + points.size() - 1) % points.size()];
        const auto& after = points[(i + 1) % points.size()];
        ring[i].side_m = std::hypot(after.x - points[i].x, after.y - points[i].y);
        ring[i].outward = outward(before, points[i], after, clockwise != numbers_inside);
    }
}

std::vector<geo::Point> open_ring(const geo::Ring& ring) {
    std::vector<geo::Point> points;
    for (const geo::Point p : ring)
        if (points.empty() || points.back() != p) points.push_back(p);
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

}  // namespace

std::vector<BoundaryRing> boundary_rings(const geo::MultiPolygon& parcel) {
    std::vector<BoundaryRing> rings;
    std::size_t number = 0;
    const auto add = [&](const geo::Ring& ring, bool is_hole) {
        std::vector<geo::Point> points = open_ring(ring);
        if (points.empty()) return;
        if (turning(points) > 0) std::ranges::reverse(points);
        const auto north_west = std::ranges::max_element(
            points, {}, [&](geo::Point p) { return (p.y - points.front().y) - (p.x - points.front().x); });
        std::ranges::rotate(points, north_west);
        BoundaryRing out;
        for (const geo::Point p : points) out.push_back({"J" + std::to_string(++number), p, 0, {}});
        complete(out, is_hole);
        rings.push_back(std::move(out));
    };
    for (const auto& polygon : parcel) {
        add(polygon.shell, false);
        for (const auto& hole : polygon.holes) add(hole, true);
    }
    return rings;
}

BoundaryRing boundary_ring(const std::vector<std::pair<std::string, geo::Point>>& points) {
    BoundaryRing ring;
    for (const auto& [code, at] : points) ring.push_back({code, at, 0, {}});
    complete(ring, false);
    return ring;
}

geo::MultiLineString sides_of(const BoundaryRing& ring) {
    geo::MultiLineString sides;
    for (std::size_t i = 0; i < ring.size(); ++i)
        sides.push_back({ring[i].at, ring[(i + 1) % ring.size()].at});
    return sides;
}

}  // namespace liangdi::land
