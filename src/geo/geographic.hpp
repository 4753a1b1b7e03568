#pragma once

#include "geo/crs.hpp"

/// From a projected plane to its ellipsoid; shared by the figures that are taken on the ellipsoid.
namespace liangdi::geo::detail {

/// Throws Error{not_projected} where the CRS is unknown or geographic.
void need_projected(const Crs& crs);

/// From the CRS to longitude and latitude on its own datum. Kept for the calling thread: a transform costs
/// milliseconds to make, and the callers ask again and again, always in one CRS.
const Transform& to_geographic(const Crs& crs);

}  // namespace liangdi::geo::detail
