#pragma once

#include <geos_c.h>

#include <memory>
#include <optional>
#include <string>

#include "geo/geometry.hpp"

/// Reads the WKT and hex WKB of oracle files into our values, through GEOS itself.
namespace liangdi::tests {

class GeosReading {
  public:
    GeosReading() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(
            handle_, [](const char*, void*) {}, nullptr);
        GEOSContext_setNoticeMessageHandler_r(
            handle_, [](const char*, void*) {}, nullptr);
    }
    ~GeosReading() { GEOS_finish_r(handle_); }
    GeosReading(const GeosReading&) = delete;
    GeosReading& operator=(const GeosReading&) = delete;

    /// Nothing when the text is no geometry; `only_polygons` false also takes the polygons of a mixed one.
    std::optional<geo::MultiPolygon> polygons(std::string text, bool only_polygons = true) const {
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.pop_back();
        while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.erase(0, 1);
        if (text.empty()) return {};
        GEOSGeometry* geometry = nullptr;
        if (text.starts_with("00") || text.starts_with("01")) {
            GEOSWKBReader* reader = GEOSWKBReader_create_r(handle_);
            // The bytes of hex text are read as unsigned char, which may alias any object.
            geometry = GEOSWKBReader_readHEX_r(
                handle_, reader, reinterpret_cast<const unsigned char*>(text.data()), text.size());
            GEOSWKBReader_destroy_r(handle_, reader);
        } else {
            GEOSWKTReader* reader = GEOSWKTReader_create_r(handle_);
            geometry = GEOSWKTReader_read_r(handle_, reader, text.c_str());
            GEOSWKTReader_destroy_r(handle_, reader);
        }
        if (!geometry) return {};
        std::optional<geo::MultiPolygon> out;
        const int type = GEOSGeomTypeId_r(handle_, geometry);
        if (!only_polygons || type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON) {
            out.emplace();
            collect(geometry, *out);
        }
        GEOSGeom_destroy_r(handle_, geometry);
        return out;
    }

  private:
    geo::Ring ring(const GEOSGeometry* geometry) const {
        const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(handle_, geometry);
        unsigned size = 0;
        GEOSCoordSeq_getSize_r(handle_, points, &size);
        geo::Ring out(size);
        for (unsigned i = 0; i < size; ++i) GEOSCoordSeq_getXY_r(handle_, points, i, &out[i].x, &out[i].y);
        return out;
    }
    void collect(const GEOSGeometry* geometry, geo::MultiPolygon& out) const {
        const int type = GEOSGeomTypeId_r(handle_, geometry);
        if (GEOSisEmpty_r(handle_, geometry) == 1) return;
        if (type == GEOS_POLYGON) {
            geo::Polygon polygon{ring(GEOSGetExteriorRing_r(handle_, geometry)), {}};
            for (int i = 0; i < GEOSGetNumInteriorRings_r(handle_, geometry); ++i)
                polygon.holes.push_back(ring(GEOSGetInteriorRingN_r(handle_, geometry, i)));
            std::erase_if(polygon.holes, [](const geo::Ring& hole) { return hole.empty(); });
            out.push_back(std::move(polygon));
        } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            for (int i = 0; i < GEOSGetNumGeometries_r(handle_, geometry); ++i)
                collect(GEOSGetGeometryN_r(handle_, geometry, i), out);
        }
    }
    GEOSContextHandle_t handle_;
};

}  // namespace liangdi::tests
