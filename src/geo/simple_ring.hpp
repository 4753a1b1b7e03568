#pragma once

#include "geo/geometry.hpp"

namespace liangdi::geo {

/// A cheap filter before GEOS' validity check: true only where the closed ring is certainly simple (no two
/// sides meet but neighbours in their common corner, no repeated point, no spike), decided by
/// orientation tests beyond their rounding error (J. Shewchuk 1997). False means "ask GEOS". Rings that are
/// star-shaped about the middle of their corners are told in one pass, others of up to 64 corners by holding
/// each side against all, which is faster there than any index; longer ones are always false.
bool certainly_simple(const Ring& ring);

}  // namespace liangdi::geo
