#pragma once

#include <optional>

#include "geo/geometry.hpp"

namespace liangdi::exchange {

/// How far the corners of two shapes lie apart at most, in their unit; 0 for the same shape. Where a ring
/// begins, which way it runs, and the order of parts and holes do not count: formats have customs of their
/// own. Nothing where they are not corner for corner the same within `limit`.
std::optional<double> corner_deviation(const geo::Geometry& a, const geo::Geometry& b, double limit);

}  // namespace liangdi::exchange
