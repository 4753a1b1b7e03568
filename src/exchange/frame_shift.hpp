#pragma once

#include <cmath>
#include <optional>
#include <span>

#include "geo/geometry.hpp"

namespace liangdi::exchange {

/// One and the same way from many shapes of the town to the source's shapes.
struct FrameShift {
    double east_m = 0, north_m = 0;
    std::size_t agreeing = 0;
    double length_m() const { return std::hypot(east_m, north_m); }
};

/// Votes on the ways from every anchor to every box of the same size within 1 km. Nothing where no way is
/// common to at least 8 and to 60 of 100 boxes; a shift of nothing where as many lie where an anchor is.
std::optional<FrameShift> common_shift(std::span<const geo::Box> boxes, std::span<const geo::Box> anchors);

}  // namespace liangdi::exchange
