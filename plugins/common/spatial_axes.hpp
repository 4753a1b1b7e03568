#pragma once

#include <ogr_spatialref.h>

namespace liangdi::plugins {

/// The geometries' x is the northing or latitude: the system defines that one as its first axis and the data
/// keeps to it (GIS order is the other way).
inline bool data_is_north_first(const OGRSpatialReference& srs) {
    const auto& mapping = srs.GetDataAxisToSRSAxisMapping();
    const bool as_defined = mapping.size() >= 2 && mapping[0] == 1;
    return as_defined && (srs.EPSGTreatsAsNorthingEasting() || srs.EPSGTreatsAsLatLong());
}

}  // namespace liangdi::plugins
