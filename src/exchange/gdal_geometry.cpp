#include "exchange/gdal_geometry.hpp"

#include <cmath>

namespace liangdi::exchange {
namespace {

struct NotFinite {};

geo::Point point_of(double x, double y, bool north_first) {
    if (!std::isfinite(x) || !std::isfinite(y)) throw NotFinite{};
    return north_first ? geo::Point{y, x} : geo::Point{x, y};
}

/// Makes the coordinates x east, y north, and a ring closed; whether all are numbers.
bool settle(std::vector<geo::Point>& points, bool north_first, bool ring) {
    bool finite = true;
    for (geo::Point& p : points) {
        finite = finite && std::isfinite(p.x) && std::isfinite(p.y);
        if (north_first) std::swap(p.x, p.y);
    }
    if (ring && !points.empty() && !(points.front() == points.back())) points.push_back(points.front());
    return finite;
}

std::vector<geo::Point> points_of(const OGRSimpleCurve& line, bool north_first, bool ring) {
    std::vector<geo::Point> points;
    const auto n = static_cast<std::size_t>(line.getNumPoints());
    points.reserve(n + 1);  // a ring may have to be closed
    points.resize(n);
    if (n > 0) line.getPoints(&points[0].x, sizeof(geo::Point), &points[0].y, sizeof(geo::Point));
    if (!settle(points, north_first, ring)) throw NotFinite{};
    return points;
}

geo::Polygon polygon_of(const OGRPolygon& polygon, bool north_first) {
    geo::Polygon out;
    if (polygon.getExteriorRing() != nullptr)
        out.shell = points_of(*polygon.getExteriorRing(), north_first, true);
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
        out.holes.push_back(points_of(*polygon.getInteriorRing(i), north_first, true));
    return out;
}

/// All simple parts in one place, so that collections of one kind are taken as that kind.
struct Parts {
    std::vector<geo::Point> points;
    geo::MultiLineString lines;
    geo::MultiPolygon polygons;
    std::string unknown;
};

void gather(const OGRGeometry& geometry, bool north_first, Parts& parts) {
    if (geometry.IsEmpty()) return;
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            parts.points.push_back(
                point_of(geometry.toPoint()->getX(), geometry.toPoint()->getY(), north_first));
            return;
        case wkbLineString:
            parts.lines.push_back(points_of(*geometry.toLineString(), north_first, false));
            return;
        case wkbPolygon:
        case wkbTriangle:
            parts.polygons.push_back(polygon_of(*geometry.toPolygon(), north_first));
            return;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbMultiCurve:  // what getLinearGeometry leaves of them holds plain parts
        case wkbMultiSurface:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                gather(*part, north_first, parts);
            return;
        default:
            parts.unknown = geometry.getGeometryName();
    }
}

TakenGeometry one_kind(Parts parts) {
    const int kinds = !parts.points.empty() + !parts.lines.empty() + !parts.polygons.empty();
    if (!parts.unknown.empty()) return {{}, "a geometry of type " + parts.unknown + " cannot be taken", {}};
    if (kinds > 1) return {{}, "points, lines and areas are mixed in one geometry", {}};
    if (parts.points.size() > 1) return {{}, "several points in one geometry", {}};
    if (!parts.points.empty()) return {parts.points.front(), {}, {}};
    if (!parts.lines.empty()) return {std::move(parts.lines), {}, {}};
    if (!parts.polygons.empty()) return {std::move(parts.polygons), {}, {}};
    return {};
}

std::unique_ptr<OGRLinearRing> ogr_ring(const geo::Ring& ring) {
    auto out = std::make_unique<OGRLinearRing>();
    out->setNumPoints(static_cast<int>(ring.size()), FALSE);
    for (std::size_t i = 0; i < ring.size(); ++i) out->setPoint(static_cast<int>(i), ring[i].x, ring[i].y);
    return out;
}

}  // namespace

TakenGeometry from_ogr(const OGRGeometry* geometry, bool north_first) {
    constexpr double arc_step_degrees = 1.0;
    GeometryTraits traits;
    if (geometry == nullptr) return {};
    traits.present = true;
    traits.empty = geometry->IsEmpty();
    traits.heights = geometry->Is3D();
    traits.measures = geometry->IsMeasured();
    traits.collection = wkbFlatten(geometry->getGeometryType()) == wkbGeometryCollection;
    traits.curved = geometry->hasCurveGeometry(TRUE);
    if (traits.empty) return {{}, {}, traits};
    Parts parts;
    try {
        if (traits.curved) {
            const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry(arc_step_degrees));
            gather(*straight, north_first, parts);
        } else {
            gather(*geometry, north_first, parts);
        }
    } catch (const NotFinite&) {
        traits.not_finite = true;
        return {{}, "a coordinate is not a number", traits};
    }
    TakenGeometry taken = one_kind(std::move(parts));
    taken.traits = traits;
    return taken;
}

namespace {

bool settle(geo::Geometry& geometry, bool north_first) {
    bool finite = true;
    if (auto* lines = std::get_if<geo::MultiLineString>(&geometry))
        for (geo::LineString& line : *lines) finite = settle(line, north_first, false) && finite;
    if (auto* polygons = std::get_if<geo::MultiPolygon>(&geometry))
        for (geo::Polygon& polygon : *polygons) {
            finite = settle(polygon.shell, north_first, true) && finite;
            for (geo::Ring& hole : polygon.holes) finite = settle(hole, north_first, true) && finite;
        }
    return finite;
}

}  // namespace

TakenGeometry from_wkb(geo::ByteView wkb, bool north_first) {
    // Lines and areas without GDAL's objects in between. Its points may be empty, which is written as NaN.
    if (auto plain = geo::from_wkb(wkb); plain && !geo::is_empty(*plain) &&
                                         !std::holds_alternative<geo::Point>(*plain) &&
                                         settle(*plain, north_first))
        return {*std::move(plain), {}, {.present = true}};
    const GdalMessages quiet;
    OGRGeometry* made = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &made, wkb.size()) != OGRERR_NONE ||
        made == nullptr)
        return {{}, "the geometry cannot be read", {}};
    const std::unique_ptr<OGRGeometry> geometry(made);
    return from_ogr(geometry.get(), north_first);
}

void put_geometry(TakenGeometry&& taken, SourceRow& row) {
    row.geometry = std::move(taken.geometry);
    row.geometry_problem = std::move(taken.problem);
    row.traits = taken.traits;
}

TakenGeometry from_wkt(const std::string& wkt) {
    OGRGeometry* made = nullptr;
    const char* text = wkt.c_str();
    if (OGRGeometryFactory::createFromWkt(&text, nullptr, &made) != OGRERR_NONE || made == nullptr)
        return {{}, "the geometry text cannot be read", {}};
    const std::unique_ptr<OGRGeometry> geometry(made);
    return from_ogr(geometry.get(), false);
}

std::unique_ptr<OGRGeometry> to_ogr(const geo::Geometry& geometry) {
    if (geo::is_empty(geometry)) return nullptr;
    if (const auto* point = std::get_if<geo::Point>(&geometry))
        return std::make_unique<OGRPoint>(point->x, point->y);
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        auto out = std::make_unique<OGRMultiLineString>();
        for (const geo::LineString& line : *lines) {
            auto part = std::make_unique<OGRLineString>();
            for (const geo::Point& p : line) part->addPoint(p.x, p.y);
            out->addGeometryDirectly(part.release());
        }
        return out;
    }
    auto out = std::make_unique<OGRMultiPolygon>();
    for (const geo::Polygon& polygon : std::get<geo::MultiPolygon>(geometry)) {
        auto part = std::make_unique<OGRPolygon>();
        part->addRingDirectly(ogr_ring(polygon.shell).release());
        for (const geo::Ring& hole : polygon.holes) part->addRingDirectly(ogr_ring(hole).release());
        out->addGeometryDirectly(part.release());
    }
    return out;
}

OGRwkbGeometryType ogr_type(geo::GeometryKind kind) {
    switch (kind) {
        case geo::GeometryKind::point:
            return wkbPoint;
        case geo::GeometryKind::multi_line_string:
            return wkbMultiLineString;
        case geo::GeometryKind::multi_polygon:
            return wkbMultiPolygon;
        case geo::GeometryKind::none:
            break;
    }
    return wkbNone;
}

}  // namespace liangdi::exchange
