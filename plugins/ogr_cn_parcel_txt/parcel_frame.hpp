#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/axis_order.hpp"
#include "parcel_header.hpp"

namespace liangdi::plugins {

/// What all the coordinates of a file say about their frame.
struct CoordinateEvidence {
    struct Seen {
        std::int64_t rows = 0;
        std::int64_t first_line = 0;
    };
    std::int64_t rows = 0;
    Seen geographic, unclear, north_first, east_first;
    std::map<int, Seen> prefixes;  ///< zone before the easting (0: none) of the clear projected rows

    void add(double first, double second, std::int64_t line);
};

/// A word to the user about the frame. A contradiction leaves the file without a coordinate system.
struct FrameRemark {
    bool contradiction = false;
    std::string text;
};

struct ParcelFrame {
    int epsg = 0;  ///< 0: not known
    bool geographic = false;
    AxisOrder order = AxisOrder::north_first;
    std::vector<FrameRemark> remarks;
};

/// Header and coordinates together, by standards/01: the EPSG code only where both agree. Where the header
/// contradicts itself or the coordinates, or names no datum, the code is 0 and a remark says what and where.
ParcelFrame deduce_frame(const std::vector<HeaderItem>& header, const CoordinateEvidence& evidence);

}  // namespace liangdi::plugins
