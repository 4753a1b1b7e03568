#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "geo/geometry.hpp"

/// The BLOB-Geometry of SpatiaLite (internal binary format, little endian, uncompressed, XY), read and
/// written without a database. Source: "BLOB-Geometry" in the SpatiaLite documentation, gaiageo/gg_wkb.c.
namespace liangdi::geo {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// Encodes a geometry with its SRID; an empty geometry gives no bytes (a NULL in the table).
Bytes to_spatialite_blob(const Geometry& geometry, int srid);

/// Decodes; nothing when the bytes are not a plain XY blob of a kind that Geometry holds.
/// Single polygons and line strings come back as multi geometries of one part.
std::optional<Geometry> from_spatialite_blob(ByteView blob);

/// The same of well-known binary (OGC 06-103r4, 8.2) in little-endian order, XY only.
std::optional<Geometry> from_wkb(ByteView wkb);

/// The box and the SRID that the blob's header carries (double precision, unlike the R*Tree's floats).
std::optional<Box> box_of_spatialite_blob(ByteView blob);
std::optional<int> srid_of_spatialite_blob(ByteView blob);

/// Receives a geometry ring by ring, without building one: for drawing.
/// `points` are closed rings for polygons, open lines for line strings, one point for points.
class BlobSink {
  public:
    virtual ~BlobSink() = default;
    virtual void point(Point p) = 0;
    virtual void line(std::span<const Point> points) = 0;
    virtual void ring(std::span<const Point> points, bool is_shell) = 0;
};

/// Walks the blob; false when it is not a plain XY blob (the caller may then decode it another way).
bool visit_spatialite_blob(ByteView blob, BlobSink& sink);

}  // namespace liangdi::geo
