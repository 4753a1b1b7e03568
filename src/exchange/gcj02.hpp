#pragma once

#include "geo/geometry.hpp"

/// GCJ-02, the offset coordinates of Chinese web maps, by the formula that is public (standards/01). Points
/// are longitude, latitude in degrees. Only used to recognise such data and to take the offset out again.
namespace liangdi::exchange {

/// WGS 84 (or CGCS2000) with the offset put on: about 390 m south and 347 m east in Zhijin.
geo::Point to_gcj02(geo::Point lon_lat);

/// The offset taken off by fixed-point iteration; back through to_gcj02 it agrees within 1 mm.
geo::Point from_gcj02(geo::Point lon_lat);

}  // namespace liangdi::exchange
