#pragma once

#include <string>
#include <vector>

#include "common/complaints.hpp"
#include "parcel_file.hpp"

namespace liangdi::plugins {

struct PlacePoint {
    double x = 0;  ///< easting or longitude
    double y = 0;  ///< northing or latitude
};

/// The points under one ring number, in file order, without the closing one of a face.
struct ParcelRing {
    std::vector<PlacePoint> points;
    std::vector<std::string> names;
    std::int64_t line = 0;    ///< of its first point
    bool was_closed = false;  ///< the first point was repeated at the end

    void add(const PlacePoint& point, const std::string& name) {
        points.push_back(point);
        names.push_back(name);
    }
};

/// The rows of a block by ring. East and north are told apart row by row where the magnitudes allow it, else
/// by `order`; a row that differs from the file is complained about. A face's ring that is closed before its
/// number changes ends there. Complains where the declared number of points is not the number of rows, with
/// or without the closing points.
std::vector<ParcelRing> rings_of(const ParcelBlock& block, AxisOrder order, Complaints& complaints);

}  // namespace liangdi::plugins
