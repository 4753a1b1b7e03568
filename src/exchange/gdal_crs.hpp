#pragma once

#include <memory>
#include <optional>

#include "exchange/gdal_session.hpp"
#include "geo/crs.hpp"

namespace liangdi::exchange {

/// GDAL's reference system as ours: by its EPSG code where PROJ finds one that means the same, else by WKT.
/// Unknown where there is none, or it is a plain drawing plane.
geo::Crs crs_of(const OGRSpatialReference* srs);

/// Whether the data's first coordinate is north, so that the two must change places to get x = east.
bool north_first(const OGRSpatialReference* srs);

/// Ours as GDAL's, with data in the order east, north. Null where the CRS is unknown.
struct ReleaseSrs {
    void operator()(OGRSpatialReference* s) const { s->Release(); }
};
using Srs = std::unique_ptr<OGRSpatialReference, ReleaseSrs>;
Srs srs_of(const geo::Crs& crs);

/// A Gauss-Krueger zone by its parameters, whatever its name: transverse Mercator, scale 1, origin on the
/// equator, metres. Nothing for any other projection.
struct GaussZone {
    double meridian = 0;       ///< degrees
    double false_easting = 0;  ///< metres
};
std::optional<GaussZone> gauss_zone(const geo::Crs& crs);

/// The CGCS2000 zone of the EPSG register with these parameters; unknown where there is none.
geo::Crs cgcs2000_zone(const GaussZone& zone);

}  // namespace liangdi::exchange
