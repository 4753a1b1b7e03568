#pragma once

#include <memory>
#include <string>

#include "exchange/gdal_session.hpp"
#include "exchange/reader.hpp"
#include "geo/geometry.hpp"
#include "geo/spatialite_blob.hpp"

namespace liangdi::exchange {

struct TakenGeometry {
    geo::Geometry geometry;
    std::string problem;  ///< why it could not be taken, empty where it could
    GeometryTraits traits = {};
};

/// GDAL's geometry as ours: arcs as lines (a vertex every degree), Z and M dropped, rings closed.
/// `north_first`: the source's first coordinate is north. An empty geometry is none.
TakenGeometry from_ogr(const OGRGeometry* geometry, bool north_first);

/// From well-known binary of any kind; a problem where it cannot be read.
TakenGeometry from_wkb(geo::ByteView wkb, bool north_first);

/// From well-known text, as a CSV carries it.
TakenGeometry from_wkt(const std::string& wkt);

void put_geometry(TakenGeometry&& taken, SourceRow& row);

/// Ours as GDAL's; null where there is none. Always the multi form, which every format takes.
std::unique_ptr<OGRGeometry> to_ogr(const geo::Geometry& geometry);

OGRwkbGeometryType ogr_type(geo::GeometryKind kind);

}  // namespace liangdi::exchange
