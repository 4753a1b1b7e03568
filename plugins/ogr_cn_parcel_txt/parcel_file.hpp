#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/complaints.hpp"
#include "common/text_line_reader.hpp"
#include "parcel_frame.hpp"
#include "parcel_line.hpp"

namespace liangdi::plugins {

/// Where a parcel line stands. All that is kept of a file of any size: 16 bytes a parcel.
struct BlockStart {
    vsi_l_offset offset = 0;
    std::int64_t line = 0;
};

struct ParcelFileSummary {
    std::vector<HeaderItem> header;
    std::vector<std::pair<std::string, std::string>> sections;  ///< other sections: name, lines verbatim
    std::vector<BlockStart> blocks;
    std::size_t extra_columns = 0;  ///< the most that a parcel line has after 地类编码
    bool has_faces = false, has_lines = false, has_points = false;
    bool has_multi = false;  ///< a parcel with more than one ring, line or point
    CoordinateEvidence evidence;
};

/// One pass over the whole file. Complains about lines that belong to no parcel.
ParcelFileSummary summarise(TextLineReader& reader, Complaints& complaints);

/// A parcel line and its points.
struct ParcelBlock {
    ParcelRow row;
    std::int64_t line = 0;
    std::vector<PointRow> points;
};

/// Reads the block that starts there; complains about its lines.
ParcelBlock read_block(TextLineReader& reader, const BlockStart& start, Complaints& complaints);

}  // namespace liangdi::plugins
