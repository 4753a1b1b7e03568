#pragma once

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

/// Areas of polygons. The method belongs to the figure and is shown wherever the figure is shown.
namespace liangdi::geo {

/// Planar area in m2 by coordinates (Gauss' formula about the first vertex, holes taken off);
/// independent of the rings' directions. Customary for cadastral parcels (GB/T 42547, TD/T 1001).
double planar_area_m2(const Polygon& polygon);
double planar_area_m2(const MultiPolygon& polygons);

/// "Ellipsoidal (national, 2008)": the trapezoid series of 国土调查办发〔2008〕32号 on the polygon's own
/// vertices, sides undensified. `crs` is the projected CRS of the coordinates.
double ellipsoidal_area_2008_m2(const MultiPolygon& polygons, const Crs& crs);

/// The same series with the sides cut to at most `step_m` in the plane first: a figure of its own,
/// never to be mixed with the one above.
double ellipsoidal_area_densified_m2(const MultiPolygon& polygons, const Crs& crs, double step_m = 5.0);

/// Area in m2 of the trapezoid between two latitudes and a difference of longitude (radians),
/// signed by (lat2 - lat1) * dlon, by the 2008 series on the given ellipsoid.
double trapezoid_area_2008_m2(double lat1, double lat2, double dlon, double semi_major_m,
                              double inverse_flattening);

}  // namespace liangdi::geo
