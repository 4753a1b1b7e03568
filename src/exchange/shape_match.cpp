#include "exchange/shape_match.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace liangdi::exchange {
namespace {

using Deviation = std::optional<double>;

double apart(geo::Point a, geo::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

Deviation of_points(const std::vector<geo::Point>& a, const std::vector<geo::Point>& b, double limit) {
    if (a.size() != b.size()) return {};
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, apart(a[i], b[i]));
    return most <= limit ? Deviation(most) : std::nullopt;
}

/// Closed rings; both may begin anywhere and run either way.
Deviation of_rings(const geo::Ring& a, const geo::Ring& b, double limit) {
    if (a.size() != b.size()) return {};
    if (a.size() < 2) return of_points(a, b, limit);
    const std::size_t n = a.size() - 1;
    Deviation best;
    for (std::size_t start = 0; start < n; ++start) {
        if (apart(a[0], b[start]) > limit) continue;
        for (const bool forward : {true, false}) {
            double most = 0;
            for (std::size_t i = 0; i < n && most <= limit; ++i)
                most = std::max(most, apart(a[i], b[(forward ? start + i : start + n - i) % n]));
            if (most <= limit && (!best || most < *best)) best = most;
        }
    }
    return best;
}

/// Pairs each part of `a` with a part of `b` that no other has taken.
template <class Part, class Compare>
Deviation of_parts(const std::vector<Part>& a, const std::vector<Part>& b, Compare compare) {
    if (a.size() != b.size()) return {};
    std::vector<bool> taken(b.size(), false);
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        Deviation found;
        for (std::size_t k = 0; k < b.size() && !found; ++k) {
            const std::size_t at = (i + k) % b.size();  // most often they lie in the same order
            if (taken[at]) continue;
            found = compare(a[i], b[at]);
            if (found) taken[at] = true;
        }
        if (!found) return {};
        most = std::max(most, *found);
    }
    return most;
}

}  // namespace

std::optional<double> corner_deviation(const geo::Geometry& a, const geo::Geometry& b, double limit) {
    if (a == b) return 0;
    if (a.index() != b.index()) return {};
    if (const auto* p = std::get_if<geo::Point>(&a)) return of_points({*p}, {std::get<geo::Point>(b)}, limit);
    if (const auto* lines = std::get_if<geo::MultiLineString>(&a))
        return of_parts(*lines, std::get<geo::MultiLineString>(b),
                        [&](const auto& x, const auto& y) { return of_points(x, y, limit); });
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&a))
        return of_parts(*polygons, std::get<geo::MultiPolygon>(b), [&](const auto& x, const auto& y) {
            const Deviation shell = of_rings(x.shell, y.shell, limit);
            if (!shell) return shell;
            const Deviation holes = of_parts(
                x.holes, y.holes, [&](const auto& r, const auto& s) { return of_rings(r, s, limit); });
            return holes ? Deviation(std::max(*shell, *holes)) : holes;
        });
    return {};
}

}  // namespace liangdi::exchange
