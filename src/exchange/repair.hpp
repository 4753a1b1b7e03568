#pragma once

#include <optional>

#include "geo/geometry.hpp"

namespace liangdi::exchange {

/// How far a repair may change a shape's planar area; both must hold.
struct RepairLimits {
    double most_m2 = 0.01;
    double most_share = 1e-4;
};

struct Repaired {
    geo::MultiPolygon polygons;
    double difference_m2 = 0;
};

/// A valid shape in place of an invalid one (GEOS MakeValid), where the area by coordinates stays within the
/// limits. A crossing whose lobes run in opposite directions is worth the difference of its lobes by
/// coordinates and their sum when repaired; so a repair that decides anything about land shows in the
/// difference, and there is none: the row is refused.
std::optional<Repaired> repaired(const geo::MultiPolygon& polygons, const RepairLimits& limits);

/// Lines that are all closed, as the areas they bound (CASS and DXF draw parcels so); nothing otherwise. A
/// ring inside another is an area of its own, not a hole.
std::optional<geo::MultiPolygon> areas_of_closed_lines(const geo::MultiLineString& lines);

}  // namespace liangdi::exchange
