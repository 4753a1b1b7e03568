#include "parcel_rings.hpp"

namespace liangdi::plugins {

namespace {

bool same_place(const PlacePoint& a, const PlacePoint& b) {
    return a.x == b.x && a.y == b.y;
}

/// The last point repeats the first: taken away.
void open_ring(ParcelRing& ring) {
    const auto& points = ring.points;
    if (points.size() < 2 || !same_place(points.front(), points.back())) return;
    ring.was_closed = true;
    ring.points.pop_back();
    ring.names.pop_back();
}

void check_count(const ParcelBlock& block, const std::vector<ParcelRing>& rings, Complaints& complaints) {
    if (!block.row.point_count) return;
    const std::int64_t declared = *block.row.point_count;
    const auto rows = static_cast<std::int64_t>(block.points.size());
    std::int64_t closed = 0;
    for (const auto& ring : rings) closed += ring.was_closed ? 1 : 0;
    const std::int64_t open = static_cast<std::int64_t>(rings.size()) - closed;
    const bool face = block.row.kind == ParcelKind::face;
    const bool right = declared == rows || (face && (declared == rows - closed || declared == rows + open));
    if (!right)
        complaints.line(block.line, "the parcel declares " + std::to_string(declared) + " points and has " +
                                        std::to_string(rows));
}

}  // namespace

std::vector<ParcelRing> rings_of(const ParcelBlock& block, AxisOrder order, Complaints& complaints) {
    std::vector<ParcelRing> rings;
    const bool face = block.row.kind == ParcelKind::face;
    std::int64_t ring_number = 0;
    bool complete = true;  // the next row starts a ring, whatever its number
    for (const PointRow& row : block.points) {
        const AxisOrder own = axis_order(row.first, row.second);
        if (own != AxisOrder::unclear && own != order)
            complaints.line(row.line,
                            "northing and easting are the other way round than in the other lines; "
                            "read accordingly");
        const bool east = (own == AxisOrder::unclear ? order : own) == AxisOrder::east_first;
        const PlacePoint point = east ? PlacePoint{row.first, row.second} : PlacePoint{row.second, row.first};
        if (complete || row.ring != ring_number) {
            if (complete && !rings.empty() && row.ring == ring_number)
                complaints.line(row.line, "ring " + std::to_string(row.ring) +
                                              " was closed before this line; read as a ring of its own");
            rings.emplace_back();
            rings.back().line = row.line;
            ring_number = row.ring;
        }
        ParcelRing& ring = rings.back();
        ring.add(point, row.name);
        // A ring may touch its start on the way; the repeated name tells the end.
        complete = face && ring.points.size() >= 4 && same_place(ring.points.front(), point) &&
                   ring.names.front() == row.name;
    }
    if (face)
        for (auto& ring : rings) open_ring(ring);
    check_count(block, rings, complaints);
    return rings;
}

}  // namespace liangdi::plugins
