// What is written is read again, exactly: random parcels with holes, parts, names and texts.
#include <fmt/format.h>

#include <cmath>
#include <random>
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
}

/// A star of whole millimetres around a centre, its radius between the two.
void add_star(OGRPolygon& polygon, Random& random, double east, double north, double inner, double outer) {
    auto* ring = new OGRLinearRing();
    const int n = between(random, 3, 12);
    const bool clockwise = between(random, 0, 1) == 1;
    for (int i = 0; i < n; ++i) {
        const double turn = 2 * 3.14159265358979 * (clockwise ? -i : i) / n;
        const double radius = inner + (outer - inner) * between(random, 0, 1000) / 1000;
        // Whole millimetres divided by 1000 give the double nearest to the decimal, as reading does.
        ring->addPoint(std::round((east + radius * std::cos(turn)) * 1000) / 1000,
                       std::round((north + radius * std::sin(turn)) * 1000) / 1000);
    }
    ring->closeRings();
    polygon.addRingDirectly(ring);
}

/// Parts stand 200 m apart; the holes (radius up to 5) lie within the shell's incircle (radius 40 times cos
/// 60°).
std::unique_ptr<OGRGeometry> random_parcel(Random& random, double east_offset) {
    auto multi = std::make_unique<OGRMultiPolygon>();
    const int parts = between(random, 1, 3);
    for (int p = 0; p < parts; ++p) {
        const double east = east_offset + 500000 + between(random, 0, 60000) + 200.0 * p;
        const double north = 2900000 + between(random, 0, 90000);
        OGRPolygon polygon;
        add_star(polygon, random, east, north, 40, 60);
        if (between(random, 0, 1)) add_star(polygon, random, east - 6, north, 2, 5);
        if (between(random, 0, 1)) add_star(polygon, random, east + 6, north, 2, 5);
        multi->addGeometry(&polygon);
    }
    return multi;
}

std::string random_text(Random& random) {
    static const char* const pieces[] = {"东", "坡", "0103", "A",  "（一）", "，",
                                         "-",  "@x", "面",   "㎡", " b"};
    std::string text;
    for (int i = between(random, 0, 4); i > 0; --i) text += pieces[between(random, 0, 10)];
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? "" : text.substr(begin);
}

std::size_t open_points(const OGRGeometry& geometry) {
    std::size_t n = 0;
    for (const auto* polygon : *geometry.toMultiPolygon())
        for (const auto* ring : *polygon) n += static_cast<std::size_t>(ring->getNumPoints() - 1);
    return n;
}

}  // namespace

TEST_CASE("random parcels come back as they were written", "[plugins]") {
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u);
    const char* encoding = GENERATE("GBK", "GB18030", "UTF-8", "UTF-16LE");
    CAPTURE(seed, encoding);
    Random random(seed);
    PluginFolder folder;
    Messages messages;
    const int epsg = seed % 2 ? 4523 : 2359;
    auto dataset = create_with("CNParcelTXT", folder.path("r.txt"), {std::string("ENCODING=") + encoding});
    OGRSpatialReference srs = gis_srs(epsg);
    OGRLayer* layer = dataset->CreateLayer("r", &srs, wkbMultiPolygon, nullptr);
    REQUIRE(layer);
    const char* const texts[] = {"CODE", "NAME", "SHEET", "USE", "LAND_CLASS", "EXTRA_1", "EXTRA_2"};
    for (const char* name : texts) {
        OGRFieldDefn field(name, OFTString);
        REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
    }
    OGRFieldDefn names_field("POINT_NAMES", OFTStringList);
    REQUIRE(layer->CreateField(&names_field) == OGRERR_NONE);

    std::vector<Feature> written;
    for (int i = 0; i < 60; ++i) {
        Feature feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        feature->SetGeometryDirectly(random_parcel(random, 35e6).release());
        for (const char* name : texts) feature->SetField(name, random_text(random).c_str());
        if (i % 2) {
            CPLStringList names;
            for (std::size_t k = open_points(*feature->GetGeometryRef()); k > 0; --k)
                names.AddString(fmt::format("J{}-{}", between(random, 1, 999), k).c_str());
            feature->SetField(feature->GetFieldIndex("POINT_NAMES"), names.List());
        }
        REQUIRE(layer->CreateFeature(feature.get()) == OGRERR_NONE);
        written.push_back(std::move(feature));
    }
    dataset.reset();

    const auto back = open_with("CNParcelTXT", folder.path("r.txt"));
    REQUIRE(back);
    CHECK(epsg_of(*back) == epsg);
    const auto read = all_features(*back);
    for (const auto& message : messages.all) FAIL_CHECK(message.text);
    REQUIRE(read.size() == written.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        CAPTURE(i);
        CHECK(wkt(read[i]) == wkt(written[i]));
        for (const char* name : texts) CHECK(text_field(read[i], name) == text_field(written[i], name));
        if (i % 2) CHECK(list_field(read[i], "POINT_NAMES") == list_field(written[i], "POINT_NAMES"));
        const double area_ha = written[i]->GetGeometryRef()->toMultiPolygon()->get_Area() / 10000;
        CHECK(read[i]->GetFieldAsDouble("AREA_HA") == Approx(area_ha).margin(0.000051));
        const std::size_t rings = list_field(read[i], "POINT_NAMES").size();
        CHECK(static_cast<std::size_t>(read[i]->GetFieldAsInteger("POINT_COUNT")) > rings);
    }
}
