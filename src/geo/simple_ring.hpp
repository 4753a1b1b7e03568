#pragma once

#include "geo/geometry.hpp"

namespace liangdi::geo {

/// A cheap filter before GEOS' validity check: true only where the closed ring is certainly simple (no two
/// sides meet but neighbours in their common corner, no repeated point, no spike), decided by sides' boxes
/// and orientation tests beyond their rounding error (J. Shewchuk 1997). False means "ask GEOS". For rings of
/// up to 64 corners, where trying all pairs is faster than any index; longer ones are always false.
bool certainly_simple(const Ring& ring);

}  // namespace liangdi::geo
