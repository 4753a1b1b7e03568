#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "geo/geometry.hpp"

/// Random but repeatable polygons at the place of the reference town (EPSG:4544), for property tests.
namespace liangdi::tests {

using Random = std::mt19937_64;

inline double uniform(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}
inline int uniform_int(Random& random, int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
}

constexpr geo::Point town{576656.160, 2950189.133};

/// A star-shaped ring about `centre` with radii in [least_m, most_m]: never crosses itself, and from four
/// corners on stays a third of least_m away from the centre.
inline geo::Ring star(Random& random, geo::Point centre, double least_m, double most_m) {
    const int corners = uniform_int(random, 4, 24);
    geo::Ring ring;
    const double turn = 2 * std::numbers::pi / corners, start = uniform(random, 0, turn);
    for (int i = 0; i < corners; ++i) {
        const double angle = start + turn * (i + uniform(random, -0.3, 0.3));
        const double radius = uniform(random, least_m, most_m);
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// A valid polygon, every second one with a hole.
inline geo::Polygon parcel(Random& random, geo::Point centre) {
    geo::Polygon polygon{star(random, centre, 60, 150), {}};
    if (uniform_int(random, 0, 1) == 1) polygon.holes.push_back(star(random, centre, 3, 12));
    return polygon;
}

/// Parts that do not touch one another.
inline geo::MultiPolygon parcels(Random& random) {
    geo::MultiPolygon out;
    const int parts = uniform_int(random, 1, 3);
    for (int i = 0; i < parts; ++i)
        out.push_back(
            parcel(random, {town.x + 400.0 * i + uniform(random, -9, 9), town.y + uniform(random, -9, 9)}));
    return out;
}

inline geo::MultiPolygon moved(geo::MultiPolygon polygons, double dx, double dy) {
    const auto move = [&](geo::Ring& ring) {
        for (geo::Point& p : ring) p = {p.x + dx, p.y + dy};
    };
    for (geo::Polygon& polygon : polygons) {
        move(polygon.shell);
        for (geo::Ring& hole : polygon.holes) move(hole);
    }
    return polygons;
}

}  // namespace liangdi::tests
