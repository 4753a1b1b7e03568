// Overlays against results of QGIS (C-oracle-overlay) and DE-9IM matrices (relates_data.csv).
#include <ogr_api.h>

#include <algorithm>
#include <fstream>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/topology.hpp"
#include "geos_reading.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

Ring ring_of(OGRGeometryH geometry) {
    Ring ring;
    for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i)
        ring.push_back({OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)});
    return ring;
}

void collect(OGRGeometryH geometry, MultiPolygon& out) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon) {
        Polygon polygon;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            Ring ring = ring_of(OGR_G_GetGeometryRef(geometry, i));
            if (i == 0)
                polygon.shell = std::move(ring);
            else
                polygon.holes.push_back(std::move(ring));
        }
        if (!polygon.shell.empty()) out.push_back(std::move(polygon));
    } else {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            collect(OGR_G_GetGeometryRef(geometry, i), out);
    }
}

std::vector<MultiPolygon> features(const std::filesystem::path& file) {
    std::vector<MultiPolygon> out;
    OGRDataSourceH source = OGROpen(file.c_str(), 0, nullptr);
    REQUIRE(source);
    OGRLayerH layer = OGR_DS_GetLayer(source, 0);
    while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
        // QGIS keeps a row without geometry where nothing is left of a feature; we keep none.
        MultiPolygon polygons;
        if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature)) collect(geometry, polygons);
        if (!polygons.empty()) out.push_back(std::move(polygons));
        OGR_F_Destroy(feature);
    }
    OGR_DS_Destroy(source);
    return out;
}

MultiPolygon united(const std::vector<MultiPolygon>& all) {
    MultiPolygon out;
    for (const MultiPolygon& polygons : all) out = union_of(out, polygons);
    return out;
}

std::vector<MultiPolygon> each_minus(const std::vector<MultiPolygon>& all, const MultiPolygon& what) {
    std::vector<MultiPolygon> out;
    for (const MultiPolygon& polygons : all)
        if (MultiPolygon rest = difference(polygons, what); !rest.empty()) out.push_back(std::move(rest));
    return out;
}

/// Feature by feature, matched by size.
void check_same(std::vector<MultiPolygon> ours, std::vector<MultiPolygon> theirs) {
    REQUIRE(ours.size() == theirs.size());
    const auto area = [](const MultiPolygon& polygons) { return planar_area_m2(polygons); };
    std::ranges::sort(ours, {}, area);
    std::ranges::sort(theirs, {}, area);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double size = planar_area_m2(theirs[i]);
        CHECK(planar_area_m2(ours[i]) == Approx(size).epsilon(1e-6));
        CHECK(planar_area_m2(difference(ours[i], theirs[i])) < 1e-6 * size);
        CHECK(planar_area_m2(difference(theirs[i], ours[i])) < 1e-6 * size);
    }
}

}  // namespace

TEST_CASE("overlays of two layers agree with QGIS") {
    const auto folder = test_data("C-oracle-overlay/geopandas");
    if (!folder) return;
    OGRRegisterAll();
    const auto first = features(*folder / "polydf.shp"), second = features(*folder / "polydf2.shp");
    REQUIRE(first.size() == 5);
    REQUIRE(second.size() == 11);

    std::vector<MultiPolygon> common;
    for (const MultiPolygon& a : first)
        for (const MultiPolygon& b : second)
            if (MultiPolygon both = intersection(a, b); !both.empty()) common.push_back(std::move(both));
    check_same(common, features(*folder / "qgis-intersection.shp"));

    const auto only_first = each_minus(first, united(second)),
               only_second = each_minus(second, united(first));
    check_same(only_first, features(*folder / "qgis-difference.shp"));

    std::vector<MultiPolygon> either = only_first;
    either.insert(either.end(), only_second.begin(), only_second.end());
    check_same(either, features(*folder / "qgis-symmetric_difference.shp"));
}

TEST_CASE("interiors meet exactly where the DE-9IM matrix says so") {
    const auto file = test_data("A-qgis/nextgisqgis/relates_data.csv");
    if (!file) return;
    const GeosReading reading;
    std::ifstream lines(*file);
    int pairs = 0;
    for (std::string line; std::getline(lines, line);) {
        std::erase(line, '"');
        const auto first = line.find('|'), second = line.rfind('|');
        if (first == std::string::npos || first == second) continue;
        const auto a = reading.polygons(line.substr(0, first));
        const auto b = reading.polygons(line.substr(first + 1, second - first - 1));
        const std::string matrix = line.substr(second + 1, 9);
        if (!a || !b || invalidity(*a) || invalidity(*b) || matrix.size() != 9) continue;
        INFO(line);
        CHECK((planar_area_m2(intersection(*a, *b)) > 0) == (matrix[0] == '2'));
        CHECK((planar_area_m2(difference(*a, *b)) > 0) == (matrix[2] == '2'));
        CHECK((planar_area_m2(difference(*b, *a)) > 0) == (matrix[6] == '2'));
        ++pairs;
    }
    CHECK(pairs > 30);
}
