#include "parcel_geometry.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>

#include "common/text_fields.hpp"
#include "ring_nesting.hpp"

namespace liangdi::plugins {

namespace {

std::unique_ptr<OGRLinearRing> ring_geometry(const ParcelRing& ring) {
    auto out = std::make_unique<OGRLinearRing>();
    for (const auto& p : ring.points) out->addPoint(p.x, p.y);
    out->addPoint(ring.points[0].x, ring.points[0].y);
    return out;
}

/// Rings of fewer than three different places enclose nothing.
bool encloses(const ParcelRing& ring) {
    std::vector<PlacePoint> different;
    for (const auto& p : ring.points) {
        const bool seen = std::any_of(different.begin(), different.end(),
                                      [&](const PlacePoint& d) { return d.x == p.x && d.y == p.y; });
        if (!seen) different.push_back(p);
        if (different.size() == 3) return true;
    }
    return false;
}

void check_area(const ParcelBlock& block, double computed_m2, Complaints& complaints) {
    std::string note;
    const auto declared = declared_hectares(block.row.area, note);
    if (!note.empty()) complaints.line(block.line, note);
    const double computed = computed_m2 / 10000;
    if (!note.empty() || !declared || *declared <= 0 || computed <= 0) return;
    const double ratio = *declared / computed;
    const auto near = [&](double factor) { return std::abs(ratio / factor - 1) < 0.02; };
    if (near(10000)) complaints.line(block.line, "the declared area seems to be in m², not hectares");
    if (near(15)) complaints.line(block.line, "the declared area seems to be in 亩, not hectares");
}

ParcelGeometry faces(std::vector<ParcelRing> rings, double tolerance, Complaints& complaints) {
    ParcelGeometry result;
    std::erase_if(rings, [&](const ParcelRing& ring) {
        if (encloses(ring)) return false;
        complaints.line(ring.line,
                        "the ring that starts here has fewer than three different points; left out");
        return true;
    });
    if (rings.empty()) return result;
    const RingNesting nesting = nest(rings, tolerance);
    for (const std::size_t i : nesting.crossing)
        complaints.line(rings[i].line,
                        "the ring that starts here crosses or repeats another ring of the parcel; "
                        "read as a part");
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const RingPart& part : nesting.parts) {
        auto polygon = std::make_unique<OGRPolygon>();
        const auto add = [&](std::size_t i) {
            polygon->addRingDirectly(ring_geometry(rings[i]).release());
            result.names.insert(result.names.end(), rings[i].names.begin(), rings[i].names.end());
        };
        add(part.shell);
        result.area_m2 += ring_area(rings[part.shell].points);
        for (const std::size_t hole : part.holes) {
            add(hole);
            result.area_m2 -= ring_area(rings[hole].points);
        }
        multi->addGeometryDirectly(polygon.release());
    }
    if (nesting.parts.size() == 1)
        result.geometry.reset(multi->getGeometryRef(0)->clone());
    else
        result.geometry = std::move(multi);
    return result;
}

ParcelGeometry lines(const std::vector<ParcelRing>& rings, Complaints& complaints) {
    ParcelGeometry result;
    auto multi = std::make_unique<OGRMultiLineString>();
    for (const auto& ring : rings) {
        if (ring.points.size() < 2) {
            complaints.line(ring.line, "a line of one point; left out");
            continue;
        }
        auto line = std::make_unique<OGRLineString>();
        for (const auto& p : ring.points) line->addPoint(p.x, p.y);
        result.names.insert(result.names.end(), ring.names.begin(), ring.names.end());
        multi->addGeometryDirectly(line.release());
    }
    if (multi->getNumGeometries() == 1)
        result.geometry.reset(multi->getGeometryRef(0)->clone());
    else if (multi->getNumGeometries() > 1)
        result.geometry = std::move(multi);
    return result;
}

ParcelGeometry points(const std::vector<ParcelRing>& rings) {
    ParcelGeometry result;
    auto multi = std::make_unique<OGRMultiPoint>();
    for (const auto& ring : rings) {
        for (const auto& p : ring.points) multi->addGeometryDirectly(new OGRPoint(p.x, p.y));
        result.names.insert(result.names.end(), ring.names.begin(), ring.names.end());
    }
    if (multi->getNumGeometries() == 1)
        result.geometry.reset(multi->getGeometryRef(0)->clone());
    else if (multi->getNumGeometries() > 1)
        result.geometry = std::move(multi);
    return result;
}

}  // namespace

ParcelGeometry geometry_of(const ParcelBlock& block, std::vector<ParcelRing> rings, double tolerance,
                           Complaints& complaints) {
    if (block.row.kind == ParcelKind::line) return lines(rings, complaints);
    if (block.row.kind == ParcelKind::point) return points(rings);
    ParcelGeometry result = faces(std::move(rings), tolerance, complaints);
    if (!result.geometry && !(block.row.point_count == 0 && block.points.empty()))
        complaints.line(block.line, "the parcel has no ring that encloses an area; kept without geometry");
    // Degrees have no planar area.
    check_area(block, tolerance > 1e-4 ? result.area_m2 : 0, complaints);
    return result;
}

}  // namespace liangdi::plugins
