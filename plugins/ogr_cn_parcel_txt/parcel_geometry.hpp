#pragma once

#include <memory>
#include <string>
#include <vector>

#include "parcel_rings.hpp"

class OGRGeometry;

namespace liangdi::plugins {

struct ParcelGeometry {
    std::unique_ptr<OGRGeometry> geometry;  ///< null if not a single ring, line or point is left
    std::vector<std::string> names;  ///< of its points in its own order; a face's without the closing ones
    double area_m2 = 0;              ///< planar, of a face in metres
};

/// Polygon or MultiPolygon; LineString or MultiLineString; Point or MultiPoint. The rings keep their
/// direction and start. A ring inside another (to 2 mm) is a hole, inside a hole a part again; outside it is
/// a part. Rings that cross are complained about and become parts. `tolerance` is 2 mm in the unit of the
/// coordinates.
ParcelGeometry geometry_of(const ParcelBlock& block, std::vector<ParcelRing> rings, double tolerance,
                           Complaints& complaints);

}  // namespace liangdi::plugins
