#include "ring_nesting.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::plugins {

namespace {

enum class Side { inside, outside, boundary };
enum class Relation { inside, outside, crossing };

struct Box {
    double min_x, min_y, max_x, max_y;
};

Box box_of(const std::vector<PlacePoint>& points) {
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const auto& p : points) {
        box.min_x = std::min(box.min_x, p.x);
        box.min_y = std::min(box.min_y, p.y);
        box.max_x = std::max(box.max_x, p.x);
        box.max_y = std::max(box.max_y, p.y);
    }
    return box;
}

bool overlap(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

double distance_to_segment(const PlacePoint& p, const PlacePoint& a, const PlacePoint& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    t = std::clamp(t, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

Side side_of(const PlacePoint& p, const std::vector<PlacePoint>& ring, double tolerance) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const auto& a = ring[i];
        const auto& b = ring[j];
        const bool near = p.x >= std::min(a.x, b.x) - tolerance && p.x <= std::max(a.x, b.x) + tolerance &&
                          p.y >= std::min(a.y, b.y) - tolerance && p.y <= std::max(a.y, b.y) + tolerance;
        if (near && distance_to_segment(p, a, b) <= tolerance) return Side::boundary;
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside ? Side::inside : Side::outside;
}

/// Vertices and edge midpoints of `ring` against `other`; of long rings every n-th.
Relation relation(const std::vector<PlacePoint>& ring, const std::vector<PlacePoint>& other,
                  double tolerance) {
    constexpr std::size_t most = 256;
    const std::size_t step = 1 + ring.size() / most;
    bool inside = false;
    bool outside = false;
    for (std::size_t i = 0; i < ring.size(); i += step) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        for (const PlacePoint& p : {a, PlacePoint{(a.x + b.x) / 2, (a.y + b.y) / 2}}) {
            const Side side = side_of(p, other, tolerance);
            inside = inside || side == Side::inside;
            outside = outside || side == Side::outside;
        }
    }
    if (inside == outside) return Relation::crossing;
    return inside ? Relation::inside : Relation::outside;
}

}  // namespace

double ring_area(const std::vector<PlacePoint>& points) {
    if (points.empty()) return 0;
    // Relative to the first point: the products of full coordinates would cost nine digits.
    const PlacePoint origin = points[0];
    double twice = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& a = points[i];
        const auto& b = points[(i + 1) % points.size()];
        twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    }
    return std::abs(twice) / 2;
}

RingNesting nest(const std::vector<ParcelRing>& rings, double tolerance) {
    const std::size_t n = rings.size();
    std::vector<Box> boxes;
    for (const auto& ring : rings) boxes.push_back(box_of(ring.points));
    std::vector<std::vector<std::size_t>> around(n);  // rings that contain ring i
    RingNesting result;
    for (std::size_t i = 0; i < n; ++i) {
        bool crosses = false;
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j || !overlap(boxes[i], boxes[j])) continue;
            const Relation r = relation(rings[i].points, rings[j].points, tolerance);
            if (r == Relation::inside) around[i].push_back(j);
            if (r == Relation::crossing) crosses = true;
        }
        if (crosses) {
            result.crossing.push_back(i);
            around[i].clear();
        }
    }
    std::vector<std::size_t> part_of(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        if (around[i].size() % 2) continue;
        part_of[i] = result.parts.size();
        result.parts.push_back({i, {}});
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (around[i].size() % 2 == 0) continue;
        // The innermost ring around a hole is its shell.
        std::size_t shell = around[i][0];
        for (const std::size_t j : around[i])
            if (around[j].size() > around[shell].size()) shell = j;
        if (part_of[shell] < n) {
            result.parts[part_of[shell]].holes.push_back(i);
        } else {
            // Only where rings cross can a hole be without a shell.
            result.crossing.push_back(i);
            result.parts.push_back({i, {}});
        }
    }
    return result;
}

}  // namespace liangdi::plugins
