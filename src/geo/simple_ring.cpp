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

/// The boxes of a ring's sides as columns, so that one is held against many at once; in floats, of which a
/// processor compares twice as many, from the first corner and wider than the sides by more than they round.
class SideBoxes {
  public:
    SideBoxes(const Ring& ring, std::size_t n) {
        std::array<float, most_corners + 1> x, y;
        float most = 0;
        for (std::size_t i = 0; i <= n; ++i) {
            x[i] = static_cast<float>(ring[i].x - ring[0].x);
            y[i] = static_cast<float>(ring[i].y - ring[0].y);
            most = std::max({most, std::abs(x[i]), std::abs(y[i])});
        }
        const float room = most * 2e-7F;  // a rounded difference and a rounded sum: 1.2e-7 at most
        for (std::size_t i = 0; i < n; ++i) {
            min_x[i] = std::min(x[i], x[i + 1]) - room, max_x[i] = std::max(x[i], x[i + 1]) + room;
            min_y[i] = std::min(y[i], y[i + 1]) - room, max_y[i] = std::max(y[i], y[i + 1]) + room;
        }
    }

    /// Marks those of the sides [first, end) whose boxes meet that of side i; whether there is any.
    bool meet(std::size_t i, std::size_t first, std::size_t end,
              std::array<std::uint32_t, most_corners>& marks) const {
        const float left = min_x[i], right = max_x[i], low = min_y[i], high = max_y[i];
        std::uint32_t any = 0;
        for (std::size_t j = first; j < end; ++j) {
            // & and not &&: without branches the compiler takes four at a time.
            marks[j] =
                static_cast<std::uint32_t>(left <= max_x[j]) & static_cast<std::uint32_t>(min_x[j] <= right) &
                static_cast<std::uint32_t>(low <= max_y[j]) & static_cast<std::uint32_t>(min_y[j] <= high);
            any |= marks[j];
        }
        return any != 0;
    }

  private:
    std::array<float, most_corners> min_x, min_y, max_x, max_y;
};

/// Whether no two sides meet but neighbours.
bool sides_apart(const Ring& ring, std::size_t n) {
    const SideBoxes boxes(ring, n);
    std::array<std::uint32_t, most_corners> meet;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t end = i == 0 ? n - 1 : n;  // the last side is the first one's neighbour
        if (!boxes.meet(i, i + 2, end, meet)) continue;
        for (std::size_t j = i + 2; j < end; ++j)
            if (meet[j] != 0 && !certainly_apart(ring[i], ring[i + 1], ring[j], ring[j + 1])) return false;
    }
    return true;
}

/// Whether the ring goes once around the middle of its corners and turns the same way at every side: most
/// parcels do, and it takes one pass. How often it goes round is how often it passes the middle upwards.
bool goes_round_once(const Ring& ring, std::size_t n) {
    Point sum;  // from the first corner: northings of millions of metres would eat the digits
    for (std::size_t i = 0; i < n; ++i) sum.x += ring[i].x - ring[0].x, sum.y += ring[i].y - ring[0].y;
    const auto corners = static_cast<double>(n);
    const Point middle{ring[0].x + sum.x / corners, ring[0].y + sum.y / corners};
    const int turn = certain_side(ring[0], ring[1], middle);
    std::size_t upwards = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (turn == 0 || certain_side(ring[i], ring[i + 1], middle) != turn) return false;
        upwards += ring[i].y < middle.y && ring[i + 1].y >= middle.y ? 1 : 0;
    }
    return upwards == 1;
}

}  // namespace

bool certainly_simple(const Ring& ring) {
    const std::size_t n = ring.size() - (ring.empty() ? 0 : 1);  // sides
    if (n < 3 || !(ring.front() == ring.back())) return false;
    if (goes_round_once(ring, n)) return true;
    if (n > most_corners) return false;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if (!std::isfinite(a.x) || !std::isfinite(a.y)) return false;
        // A certain turn rules out a repeated point and a spike; a straight corner must go on forwards.
        const Point c = ring[i + 2 <= n ? i + 2 : 1];
        if (certain_side(a, b, c) == 0) {
            const double forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
            const double size = std::abs((b.x - a.x) * (c.x - b.x)) + std::abs((b.y - a.y) * (c.y - b.y));
            if (!(forward > 0.5 * size) || size == 0) return false;
        }
    }
    return sides_apart(ring, n);
}

}  // namespace liangdi::geo
