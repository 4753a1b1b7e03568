#pragma once

#include <optional>
#include <string>

#include "geo/geometry.hpp"

/// Validity and overlay through GEOS. Every function is re-entrant (one GEOS context per thread).
namespace liangdi::geo {

/// Why the geometry is not valid and where (OGC 06-103r4 §6.1.11); nothing when it is valid.
struct Invalidity {
    std::string reason;
    Point at;
};
std::optional<Invalidity> invalidity(const MultiPolygon& polygons);

/// GEOS MakeValid (structure method), polygons only.
MultiPolygon made_valid(const MultiPolygon& polygons);

MultiPolygon union_of(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);

/// Whether the point lies in the polygons (the boundary counts as inside).
bool covers(const MultiPolygon& polygons, Point p);

/// A point surely inside the largest part, for labels and marks.
Point point_on_surface(const MultiPolygon& polygons);

}  // namespace liangdi::geo
