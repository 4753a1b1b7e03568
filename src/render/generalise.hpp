#pragma once

#include <cstdint>
#include <vector>

namespace liangdi::render {

/// A vertex in whole quanta of a packed layer (packed_layer.hpp).
struct GridPoint {
    std::int32_t x = 0, y = 0;
    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// Leaves out vertices (Douglas and Peucker): what is left out lies within `tolerance` of what remains.
/// First and last stay; a closed ring keeps three corners at least where it has them. The neighbours of a
/// ring may keep other vertices than it does: choose a tolerance that is no width on the picture.
void generalise(std::vector<GridPoint>& line, double tolerance);

}  // namespace liangdi::render
