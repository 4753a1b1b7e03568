#include "geo/crs.hpp"

#include "catch.hpp"
#include "geo/error.hpp"
#include "random_polygons.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

constexpr Point lon_lat{105.77, 26.66};

/// What ArcGIS writes for zone 35 (EPSG:4523): no authority, names of its own.
const std::string arcgis_4523 =
    R"(PROJCS["CGCS2000_3_Degree_GK_Zone_35",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
    R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
    R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",35500000.0],)"
    R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",1.0],)"
    R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::string code_of_failure(const std::string& text) {
    try {
        Crs::from_text(text);
    } catch (const Error& error) {
        return error.code();
    }
    return "none";
}

Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
double length(Point p) {
    return std::hypot(p.x, p.y);
}

}  // namespace

TEST_CASE("codes are accepted in the usual spellings") {
    for (const char* text :
         {"EPSG:4544", "4544", "epsg:4544", " EPSG:4544\n", "urn:ogc:def:crs:EPSG::4544"}) {
        const Crs crs = Crs::from_text(text);
        CHECK(crs.definition() == "EPSG:4544");
        CHECK(crs.epsg() == 4544);
        CHECK_FALSE(crs.geographic());
        CHECK(crs.semi_major_m() == 6378137.0);
        CHECK(crs.inverse_flattening() == Approx(298.257222101).epsilon(1e-12));
        CHECK_THAT(crs.name(), Catch::Matchers::ContainsSubstring("CGCS2000"));
    }
    CHECK(Crs::from_text("4490").geographic());
    CHECK_FALSE(Crs().known());
}

TEST_CASE("what is no CRS is refused with one code") {
    for (const char* text :
         {"", "   ", "0", "99999", "EPSG:", "EPSG:abc", "China 2000", "PROJCS[", "EPSG:5737", "4544; drop",
          "12345678901234567890", "+proj=utm +zone=48", R"(LOCAL_CS["local",UNIT["m",1]])"})
        CHECK(code_of_failure(text) == "bad_crs");
}

TEST_CASE("WKT gets a code only when the parameters agree") {
    CHECK(Crs::from_text(arcgis_4523).epsg() == 4523);
    CHECK(Crs::from_text(arcgis_4523) == Crs::from_text("4523"));

    SECTION("a shifted false easting loses the code") {
        const Crs crs = Crs::from_text(replaced(arcgis_4523, "35500000.0", "35500100.0"));
        CHECK(crs.epsg() == 0);
        CHECK(crs.known());
    }
    SECTION("a false authority is not believed") {
        const std::string wkt =
            replaced(replaced(arcgis_4523, "35500000.0", "36500000.0"), "UNIT[\"Meter\",1.0]]",
                     "UNIT[\"Meter\",1.0],AUTHORITY[\"EPSG\",\"4523\"]]");
        CHECK(Crs::from_text(wkt).epsg() != 4523);
    }
    SECTION("a byte order mark before the text does no harm") {
        CHECK(Crs::from_text("\xEF\xBB\xBF" + arcgis_4523).epsg() == 4523);
    }
    SECTION("a definition of WKT can be read again and stands for itself") {
        const Crs crs = Crs::from_text(replaced(arcgis_4523, "35500000.0", "35500100.0"));
        CHECK(Crs::from_text(crs.definition()) == crs);
        const Transform shift(Crs::from_text("4523"), crs);
        CHECK(shift(Point{35576656.160, 2950189.133}).x == Approx(35576756.160).epsilon(1e-12));
    }
}

TEST_CASE("the reference points of standards/01") {
    const Crs geographic = Crs::from_text("EPSG:4490");
    const auto image = [&](const char* crs) { return Transform(geographic, Crs::from_text(crs))(lon_lat); };
    CHECK(length(image("4544") - Point{576656.160, 2950189.133}) < 1e-3);
    CHECK(length(image("4507") - Point{576656.160, 2950189.133}) < 1e-3);
    CHECK(length(image("4523") - Point{35576656.160, 2950189.133}) < 1e-3);
    CHECK(length(image("4496") - Point{18576656.160, 2950189.133}) < 1e-3);
    CHECK(std::abs(image("4524").x - 36278000) < 1000);
    // The same degrees on the ellipsoid of 1980 lie 1.37 m further north.
    const Transform xian(Crs::from_text("4610"), Crs::from_text("2380"));
    CHECK(xian(lon_lat).y == Approx(2950190.507).margin(1e-3));
}

TEST_CASE("there and back is the same point") {
    Random random(4);
    const Crs town_crs = Crs::from_text("4544");
    for (const char* other : {"4490", "4326", "4523", "4545", "32648", "3857"}) {
        const Transform there(town_crs, Crs::from_text(other)), back(Crs::from_text(other), town_crs);
        for (int i = 0; i < 50; ++i) {
            const Point p{town.x + uniform(random, -50000, 50000), town.y + uniform(random, -50000, 50000)};
            CHECK(length(back(there(p)) - p) < 1e-4);
        }
    }
}

TEST_CASE("the same grid under two names is left as it is") {
    const Transform same(Crs::from_text("4544"), Crs::from_text("4507"));
    CHECK(same.identity());
    CHECK(same(town) == town);
    CHECK(Transform(Crs::from_text("4544"), Crs::from_text("4544")).identity());
    CHECK_FALSE(Transform(Crs::from_text("4544"), Crs::from_text("4523")).identity());
}

TEST_CASE("CGCS2000 and WGS 84 count as equal") {
    const Transform to_wgs84(Crs::from_text("4490"), Crs::from_text("4326"));
    CHECK(length(to_wgs84(lon_lat) - lon_lat) < 1e-8);
    const Transform from_gps(Crs::from_text("4326"), Crs::from_text("4544"));
    CHECK(length(from_gps(lon_lat) - Point{576656.160, 2950189.133}) < 1e-3);

    const std::string with_shift =
        replaced(arcgis_4523, "298.257222101]", "298.257222101],TOWGS84[0,0,0,0,0,0,0]");
    CHECK(Crs::from_text(with_shift).epsg() == 4523);
}

TEST_CASE("Beijing 1954 and Xi'an 1980 are never taken for CGCS2000") {
    for (const char* old : {"4610", "2380", "2359", "4214", "2432", "21458", "4555"})
        for (const char* now : {"4490", "4544", "4523"})
            for (const bool forward : {true, false}) {
                const Crs from = Crs::from_text(forward ? old : now),
                          to = Crs::from_text(forward ? now : old);
                try {
                    const Transform transform(from, to);
                    FAIL("made a transform " << from.name() << " -> " << to.name());
                } catch (const Error& error) {
                    CHECK(error.code() == "no_transform");
                    CHECK_THAT(error.message(), Catch::Matchers::ContainsSubstring("parameters"));
                    CHECK_THAT(error.message(), Catch::Matchers::ContainsSubstring("control points"));
                }
            }
}

TEST_CASE("a datum operation is used only in the area it was made for") {
    // EPSG knows Beijing 1954 -> WGS 84 for Ordos, Tarim and the seas, not for Guizhou.
    try {
        const Transform transform(Crs::from_text("4214"), Crs::from_text("4326"));
        const Point ordos{108.5, 38.5};
        const double moved_m = length(transform(ordos) - ordos) * 1e5;
        CHECK(moved_m > 5);
        CHECK(moved_m < 300);
        CHECK_THROWS_AS(transform(lon_lat), Error);
    } catch (const Error& error) {
        CHECK(error.code() == "no_transform");  // a PROJ database without these operations
    }
}

TEST_CASE("data of 1954 labelled 2000 on its own ellipsoid is not believed") {
    const std::string false_2000 = replaced(arcgis_4523, "6378137.0,298.257222101", "6378245.0,298.3");
    CHECK_THROWS_AS(Transform(Crs::from_text(false_2000), Crs::from_text("4544")), Error);
}

TEST_CASE("a point without an image is refused, not moved") {
    const Transform transform(Crs::from_text("4544"), Crs::from_text("4490"));
    CHECK_THROWS_AS(transform(Point{1e12, 1e12}), Error);
    CHECK_THROWS_AS(transform(Point{std::nan(""), 0}), Error);
}

TEST_CASE("a geometry is taken over point by point") {
    Random random(5);
    const Transform transform(Crs::from_text("4544"), Crs::from_text("4523"));
    const MultiPolygon polygons = parcels(random);
    const auto out = std::get<MultiPolygon>(transform(Geometry{polygons}));
    REQUIRE(out.size() == polygons.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        REQUIRE(out[i].holes.size() == polygons[i].holes.size());
        for (std::size_t k = 0; k < out[i].shell.size(); ++k)
            CHECK(length(out[i].shell[k] - Point{polygons[i].shell[k].x + 35000000, polygons[i].shell[k].y}) <
                  1e-5);
    }
    CHECK(kind_of(transform(Geometry{})) == GeometryKind::none);
    CHECK(kind_of(transform(Geometry{MultiLineString{{town, town}}})) == GeometryKind::multi_line_string);
}

TEST_CASE("the geographic base of a grid") {
    CHECK(geographic_base(Crs::from_text("4544")).epsg() == 4490);
    CHECK(geographic_base(Crs::from_text("2380")).epsg() == 4610);
    CHECK(geographic_base(Crs::from_text("4490")).epsg() == 4490);
    CHECK_THROWS_AS(geographic_base(Crs()), Error);
}
