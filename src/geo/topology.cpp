#include "geo/topology.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/simple_ring.hpp"

namespace liangdi::geo {
namespace {

/// One GEOS context a thread, with the text of its last error.
class Context {
  public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(
            handle_, [](const char* message, void* self) { static_cast<Context*>(self)->error_ = message; },
            this);
        GEOSContext_setNoticeMessageHandler_r(
            handle_, [](const char*, void*) {}, nullptr);
    }
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GEOSContextHandle_t handle() const { return handle_; }
    [[noreturn]] void fail(const char* what) const {
        throw Error("invalid_geometry",
                    std::string(what) + " failed: " + error_ + ". Check and repair the polygons first.");
    }

  private:
    GEOSContextHandle_t handle_;
    std::string error_;
};

Context& context() {
    thread_local Context own;
    return own;
}
GEOSContextHandle_t geos() {
    return context().handle();
}

struct Deleter {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
    void operator()(const GEOSPreparedGeometry* geometry) const {
        GEOSPreparedGeom_destroy_r(geos(), geometry);
    }
};
using GeosPtr = std::unique_ptr<GEOSGeometry, Deleter>;
using PreparedPtr = std::unique_ptr<const GEOSPreparedGeometry, Deleter>;

bool finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

GeosPtr ring_to_geos(const Ring& ring) {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    GEOSCoordSequence* points =
        GEOSCoordSeq_copyFromBuffer_r(geos(), &ring.data()->x, static_cast<unsigned>(ring.size()), 0, 0);
    GeosPtr out(points ? GEOSGeom_createLinearRing_r(geos(), points) : nullptr);
    if (!out) context().fail("Reading a ring");
    return out;
}

GEOSGeometry* polygon_to_geos(const Polygon& polygon) {
    GeosPtr shell = ring_to_geos(polygon.shell);
    std::vector<GeosPtr> owned;
    for (const Ring& hole : polygon.holes)
        if (!hole.empty()) owned.push_back(ring_to_geos(hole));
    std::vector<GEOSGeometry*> holes;
    for (GeosPtr& hole : owned) holes.push_back(hole.release());
    GEOSGeometry* out =
        GEOSGeom_createPolygon_r(geos(), shell.release(), holes.data(), static_cast<unsigned>(holes.size()));
    if (!out) context().fail("Reading a polygon");
    return out;
}

/// Shape defects that GEOS cannot even represent: told here, before GEOS sees the ring.
std::optional<Invalidity> ring_defect(const Ring& ring) {
    for (Point p : ring)
        if (!finite(p)) return Invalidity{"Invalid Coordinate", p};
    if (!ring.empty() && ring.front() != ring.back()) return Invalidity{"Ring is not closed", ring.back()};
    if (ring.size() < 4)
        return Invalidity{"Too few points in geometry component", ring.empty() ? Point{} : ring[0]};
    return {};
}

std::optional<Invalidity> shape_defect(const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) {
        if (auto defect = ring_defect(polygon.shell)) return defect;
        for (const Ring& hole : polygon.holes)
            if (auto defect = ring_defect(hole)) return defect;
    }
    return {};
}

GeosPtr to_geos(const MultiPolygon& polygons) {
    std::vector<GeosPtr> owned;
    for (const Polygon& polygon : polygons) owned.emplace_back(polygon_to_geos(polygon));
    std::vector<GEOSGeometry*> parts;
    for (GeosPtr& part : owned) parts.push_back(part.release());
    GeosPtr out(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                            static_cast<unsigned>(parts.size())));
    if (!out) context().fail("Reading polygons");
    return out;
}

/// Results are turned as OGC 06-103r4 has it, shells counter-clockwise and holes clockwise, so that equal
/// results come out equal.
Ring ring_from_geos(const GEOSGeometry* geometry, bool counter_clockwise) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos(), geometry);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), points, &size);
    Ring ring(size);
    if (size == 0) return ring;
    GEOSCoordSeq_copyToBuffer_r(geos(), points, &ring.data()->x, 0, 0);
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    if ((twice > 0) != counter_clockwise) std::ranges::reverse(ring);
    return ring;
}

/// Polygons only; the lines and points of a mixed result carry no area and are left out.
void collect(const GEOSGeometry* geometry, MultiPolygon& out) {
    if (GEOSisEmpty_r(geos(), geometry) != 0) return;
    const int type = GEOSGeomTypeId_r(geos(), geometry);
    if (type == GEOS_POLYGON) {
        Polygon polygon{ring_from_geos(GEOSGetExteriorRing_r(geos(), geometry), true), {}};
        const int holes = GEOSGetNumInteriorRings_r(geos(), geometry);
        for (int i = 0; i < holes; ++i)
            polygon.holes.push_back(ring_from_geos(GEOSGetInteriorRingN_r(geos(), geometry, i), false));
        out.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(geos(), geometry);
        for (int i = 0; i < parts; ++i) collect(GEOSGetGeometryN_r(geos(), geometry, i), out);
    }
}

MultiPolygon from_geos(const GeosPtr& geometry, const char* what) {
    if (!geometry) context().fail(what);
    MultiPolygon out;
    collect(geometry.get(), out);
    return out;
}

using Overlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

MultiPolygon overlay(const MultiPolygon& a, const MultiPolygon& b, Overlay operation, const char* what) {
    for (const MultiPolygon* side : {&a, &b})
        if (const auto defect = shape_defect(*side))
            throw Error("invalid_geometry",
                        std::string(what) + ": " + defect->reason + ". Check and repair the polygons first.");
    const GeosPtr ga = to_geos(a), gb = to_geos(b);
    return from_geos(GeosPtr(operation(geos(), ga.get(), gb.get())), what);
}

/// Closes rings and drops what cannot enclose anything.
Ring closed(Ring ring) {
    std::erase_if(ring, [](Point p) { return !finite(p); });
    if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
    return ring.size() < 4 ? Ring{} : ring;
}

}  // namespace

std::optional<Invalidity> invalidity(const MultiPolygon& polygons) {
    if (auto defect = shape_defect(polygons)) return defect;
    // Most parcels are one plain ring; a few comparisons tell what GEOS needs an index for.
    if (polygons.size() == 1 && polygons[0].holes.empty() && certainly_simple(polygons[0].shell)) return {};
    const GeosPtr geometry = to_geos(polygons);
    char* reason = nullptr;
    GEOSGeometry* location = nullptr;
    const char valid = GEOSisValidDetail_r(geos(), geometry.get(), 0, &reason, &location);
    const GeosPtr at(location);
    std::optional<Invalidity> out;
    if (valid == 0) {
        out = Invalidity{reason ? reason : "not valid", box_of(polygons).centre()};
        double x = 0, y = 0;
        if (at && GEOSGeomGetX_r(geos(), at.get(), &x) == 1 && GEOSGeomGetY_r(geos(), at.get(), &y) == 1)
            out->at = {x, y};
    }
    if (reason) GEOSFree_r(geos(), reason);
    if (valid != 0 && valid != 1) context().fail("The validity check");
    return out;
}

MultiPolygon made_valid(const MultiPolygon& polygons) {
    MultiPolygon closed_rings;
    for (const Polygon& polygon : polygons) {
        Polygon out{closed(polygon.shell), {}};
        if (out.shell.empty()) continue;
        for (const Ring& hole : polygon.holes)
            if (Ring ring = closed(hole); !ring.empty()) out.holes.push_back(std::move(ring));
        closed_rings.push_back(std::move(out));
    }
    const GeosPtr geometry = to_geos(closed_rings);
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(geos());
    GEOSMakeValidParams_setMethod_r(geos(), params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos(), params, 0);
    const GeosPtr mended(GEOSMakeValidWithParams_r(geos(), geometry.get(), params));
    GEOSMakeValidParams_destroy_r(geos(), params);
    return from_geos(mended, "The repair");
}

MultiPolygon union_of(const MultiPolygon& a, const MultiPolygon& b) {
    return overlay(a, b, GEOSUnion_r, "The union");
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b) {
    return overlay(a, b, GEOSIntersection_r, "The intersection");
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
    return overlay(a, b, GEOSDifference_r, "The difference");
}

bool covers(const MultiPolygon& polygons, Point p) {
    if (!finite(p) || !box_of(polygons).contains(p) || shape_defect(polygons)) return false;
    const GeosPtr geometry = to_geos(polygons);
    const GeosPtr point(GEOSGeom_createPointFromXY_r(geos(), p.x, p.y));
    // Prepared, a point is located by its ray alone, which also works on polygons that are not valid.
    const PreparedPtr prepared(GEOSPrepare_r(geos(), geometry.get()));
    if (!prepared || !point) context().fail("The point test");
    return GEOSPreparedIntersects_r(geos(), prepared.get(), point.get()) == 1;
}

Point point_on_surface(const MultiPolygon& polygons) {
    const Polygon* largest = nullptr;
    double area = -1;
    for (const Polygon& polygon : polygons)
        if (const double a = planar_area_m2(polygon); a > area) {
            area = a;
            largest = &polygon;
        }
    if (!largest || largest->shell.empty())
        throw Error("empty_geometry", "An empty polygon has no point inside; draw its geometry first.");
    const MultiPolygon part{*largest};
    if (shape_defect(part)) return box_of(part).centre();
    const GeosPtr geometry = to_geos(part);
    const GeosPtr point(GEOSPointOnSurface_r(geos(), geometry.get()));
    Point out;
    if (!point || GEOSGeomGetX_r(geos(), point.get(), &out.x) != 1 ||
        GEOSGeomGetY_r(geos(), point.get(), &out.y) != 1)
        context().fail("Finding a point inside");
    return out;
}

}  // namespace liangdi::geo
