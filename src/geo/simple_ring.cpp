#include "geo/simple_ring.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace liangdi::geo {

namespace {

constexpr std::size_t most_corners = 64;

/// Side of p as seen along a -> b: +1, -1, or 0 where rounding leaves it open.
int certain_side(Point a, Point b, Point p) {
    constexpr double eps = std::numeric_limits<double>::epsilon() / 2;
    constexpr double bound = (3.0 + 16.0 * eps) * eps;
    const double left = (a.x - p.x) * (b.y - p.y), right = (a.y - p.y) * (b.x - p.x);
    const double det = left - right, error = bound * (std::abs(left) + std::abs(right));
    return det > error ? 1 : det < -error ? -1 : 0;
}

bool certainly_apart(Point a, Point b, Point c, Point d) {
    const int ca = certain_side(a, b, c), cb = certain_side(a, b, d);
    if (ca != 0 && ca == cb) return true;
    const int ac = certain_side(c, d, a), ad = certain_side(c, d, b);
    return ac != 0 && ac == ad;
}

}  // namespace

bool certainly_simple(const Ring& ring) {
    const std::size_t n = ring.size() - (ring.empty() ? 0 : 1);  // sides
    if (n < 3 || n > most_corners || !(ring.front() == ring.back())) return false;
    // Boxes as columns, so that one is held against many at once.
    std::array<double, most_corners> min_x, min_y, max_x, max_y;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if (!std::isfinite(a.x) || !std::isfinite(a.y)) return false;
        min_x[i] = std::min(a.x, b.x), max_x[i] = std::max(a.x, b.x);
        min_y[i] = std::min(a.y, b.y), max_y[i] = std::max(a.y, b.y);
        // A certain turn rules out a repeated point and a spike; a straight corner must go on forwards.
        const Point c = ring[i + 2 <= n ? i + 2 : 1];
        if (certain_side(a, b, c) == 0) {
            const double forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
            const double size = std::abs((b.x - a.x) * (c.x - b.x)) + std::abs((b.y - a.y) * (c.y - b.y));
            if (!(forward > 0.5 * size) || size == 0) return false;
        }
    }
    std::array<std::uint8_t, most_corners> meet;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t end = i == 0 ? n - 1 : n;  // the last side is the first one's neighbour
        const double left = min_x[i], right = max_x[i], low = min_y[i], high = max_y[i];
        unsigned any = 0;
        for (std::size_t j = i + 2; j < end; ++j) {
            meet[j] = static_cast<std::uint8_t>(
                static_cast<unsigned>(left <= max_x[j]) & static_cast<unsigned>(min_x[j] <= right) &
                static_cast<unsigned>(low <= max_y[j]) & static_cast<unsigned>(min_y[j] <= high));
            any |= meet[j];
        }
        if (any == 0) continue;
        for (std::size_t j = i + 2; j < end; ++j)
            if (meet[j] != 0 && !certainly_apart(ring[i], ring[i + 1], ring[j], ring[j + 1])) return false;
    }
    return true;
}

}  // namespace liangdi::geo
