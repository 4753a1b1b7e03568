#pragma once

#include "geo/crs.hpp"

namespace liangdi::geo {

/// Meridian convergence (子午线收敛角) at a place, degrees: by how much grid north lies east of true north;
/// negative where it lies west. The place in the coordinates of the projected CRS.
double meridian_convergence_deg(Point at, const Crs& crs);

}  // namespace liangdi::geo
