// Rings: holes, parts, lines and points, by geometry and not by number.
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

/// A rectangle of `size` metres with its lower left corner at (e, n) from the origin, closed.
std::string box(int ring, int e, int n, int size) {
    std::string out;
    const int corners[5][2] = {{0, 0}, {0, size}, {size, size}, {size, 0}, {0, 0}};
    for (int i = 0; i < 5; ++i)
        out += std::string("J") + std::to_string(i % 4 + 1) + "," + std::to_string(ring) + "," +
               std::to_string(2950000 + n + corners[i][1]) + "," +
               std::to_string(35576000 + e + corners[i][0]) + "\n";
    return out;
}

struct Parcel {
    Messages messages;
    std::vector<Feature> features;
    OGRwkbGeometryType layer_type = wkbUnknown;
    const OGRGeometry& geometry() const {
        REQUIRE(features.size() == 1);
        REQUIRE(features[0]->GetGeometryRef());
        return *features[0]->GetGeometryRef();
    }
};

std::unique_ptr<Parcel> parcel(const std::string& rows, const std::string& kind = "面") {
    PluginFolder folder;
    auto out = std::make_unique<Parcel>();
    const auto dataset =
        open_with("CNParcelTXT", folder.write("p.txt", parcel_file(",,A1,n," + kind + ",,,,@\n" + rows)));
    REQUIRE(dataset);
    out->features = all_features(*dataset);
    out->layer_type = dataset->GetLayer(0)->GetGeomType();
    return out;
}

}  // namespace

TEST_CASE("ring 2 inside ring 1 is a hole", "[plugins]") {
    const auto p = parcel(box(1, 0, 0, 100) + box(2, 10, 10, 20) + box(3, 50, 50, 20));
    REQUIRE(wkbFlatten(p->geometry().getGeometryType()) == wkbMultiPolygon);
    CHECK(p->geometry().toMultiPolygon()->getNumGeometries() == 1);
    CHECK(p->geometry().toMultiPolygon()->getGeometryRef(0)->getNumInteriorRings() == 2);
    CHECK(p->geometry().toMultiPolygon()->get_Area() == Approx(10000 - 800));
    CHECK(p->geometry().IsValid());
    CHECK(p->messages.all.empty());
    CHECK(p->layer_type == wkbMultiPolygon);
}

TEST_CASE("ring 2 outside ring 1 is a part, in any order of outer and inner", "[plugins]") {
    // Island in the hole of a part; the hole stands before its shell.
    const auto p = parcel(box(1, 20, 20, 60) + box(2, 0, 0, 100) + box(3, 300, 0, 50) + box(4, 40, 40, 10));
    const auto& multi = *p->geometry().toMultiPolygon();
    REQUIRE(multi.getNumGeometries() == 3);
    CHECK(multi.get_Area() == Approx(10000 - 3600 + 2500 + 100));
    CHECK(p->geometry().IsValid());
    // The names go with their rings.
    CHECK(list_field(p->features[0], "POINT_NAMES").size() == 16);
    CHECK(p->messages.all.empty());
}

TEST_CASE("a hole that touches its shell is a hole still", "[plugins]") {
    const auto p = parcel(box(1, 0, 0, 100) + box(2, 0, 30, 20));
    CHECK(p->geometry().toMultiPolygon()->get_Area() == Approx(10000 - 400));
    const auto beside = parcel(box(1, 0, 0, 100) + box(2, 100, 30, 20));
    CHECK(beside->geometry().toMultiPolygon()->get_Area() == Approx(10000 + 400));
}

TEST_CASE("rings that cross or repeat are said to", "[plugins]") {
    const auto crossing = parcel(box(1, 0, 0, 100) + box(2, 50, 50, 100));
    CHECK(crossing->messages.has({"line 12:", "crosses or repeats"}));
    CHECK(crossing->geometry().toMultiPolygon()->getNumGeometries() == 2);
    const auto twice = parcel(box(1, 0, 0, 100) + box(2, 0, 0, 100));
    CHECK(twice->messages.has({"crosses or repeats"}));
}

TEST_CASE("a ring that is closed ends although its number runs on", "[plugins]") {
    const auto p = parcel(box(1, 0, 0, 100) + box(1, 300, 0, 50));
    REQUIRE(wkbFlatten(p->geometry().getGeometryType()) == wkbMultiPolygon);
    CHECK(p->geometry().toMultiPolygon()->get_Area() == Approx(12500));
    CHECK(p->messages.has({"line 12:", "ring 1 was closed before"}));
}

TEST_CASE("rings without area are left out and named", "[plugins]") {
    const auto p = parcel("J1,1,2950000,35576000\nJ2,1,2950000,35576010\nJ1,1,2950000,35576000\n");
    REQUIRE(p->features.size() == 1);
    CHECK(p->features[0]->GetGeometryRef() == nullptr);
    CHECK(text_field(p->features[0], "CODE") == "A1");
    CHECK(p->messages.has({"line 7:", "fewer than three different points"}));
    CHECK(p->messages.has({"line 6:", "kept without geometry"}));
}

TEST_CASE("lines and points", "[plugins]") {
    const std::string two = "1,1,2950000,35576000\n2,1,2950010,35576020\n";
    const auto line = parcel(two, "线");
    CHECK(line->geometry().exportToWkt() == "LINESTRING (35576000 2950000,35576020 2950010)");
    CHECK(line->layer_type == wkbLineString);
    const auto lines = parcel(two + "3,2,2950100,35576000\n4,2,2950110,35576000\n", "线");
    CHECK(lines->geometry().exportToWkt() ==
          "MULTILINESTRING ((35576000 2950000,35576020 2950010),(35576000 2950100,35576000 2950110))");
    const auto closed = parcel(box(1, 0, 0, 10), "线");
    CHECK(closed->geometry().toLineString()->getNumPoints() == 5);
    CHECK(list_field(closed->features[0], "POINT_NAMES").size() == 5);
    const auto point = parcel("1,1,2950000,35576000\n", "点");
    CHECK(point->geometry().exportToWkt() == "POINT (35576000 2950000)");
    CHECK(parcel(two, "点")->geometry().exportToWkt() == "MULTIPOINT (35576000 2950000,35576020 2950010)");
}
