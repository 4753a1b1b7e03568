#pragma once

#include <string>
#include <vector>

#include "geo/geometry.hpp"

/// The numbered points of a parcel's boundary, as a cadastral map draws and lists them.
namespace liangdi::land {

struct BoundaryPoint {
    std::string code;     ///< "J1"
    geo::Point at;        ///< easting, northing, metres
    double side_m = 0;    ///< planar, to the next point of its ring
    std::string outward;  ///< where its number stands: "n", "ne", "e" … of it
};

/// A ring of points, clockwise as the map shows it; the last one is followed by the first.
using BoundaryRing = std::vector<BoundaryPoint>;

/// From the geometry: clockwise from the point that lies farthest north-west, numbered on from ring to ring;
/// holes after their shell. Points that repeat the one before are left out.
std::vector<BoundaryRing> boundary_rings(const geo::MultiPolygon& parcel);

/// From surveyed points, in their order; sides and directions are computed anew.
BoundaryRing boundary_ring(const std::vector<std::pair<std::string, geo::Point>>& points);

/// The points of a ring closed, each side a line of its own.
geo::MultiLineString sides_of(const BoundaryRing& ring);

}  // namespace liangdi::land
