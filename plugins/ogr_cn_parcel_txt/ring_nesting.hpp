#pragma once

#include <cstddef>
#include <vector>

#include "parcel_rings.hpp"

namespace liangdi::plugins {

/// A face's exterior ring and its holes, as indices of rings.
struct RingPart {
    std::size_t shell = 0;
    std::vector<std::size_t> holes;
};

struct RingNesting {
    std::vector<RingPart> parts;        ///< in the order of the shells
    std::vector<std::size_t> crossing;  ///< rings that are partly inside another one or equal to it
};

/// By geometry alone, never by ring number. Rings are open (first point not repeated), of 3 points or more.
RingNesting nest(const std::vector<ParcelRing>& rings, double tolerance);

/// Planar area of an open ring, never negative.
double ring_area(const std::vector<PlacePoint>& points);

}  // namespace liangdi::plugins
