#include "geo/areas.hpp"

#include <numbers>

#include "catch.hpp"
#include "geo/error.hpp"
#include "random_polygons.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

constexpr double rad = std::numbers::pi / 180;
constexpr double semi_major = 6378137.0, inverse_flattening = 298.257222101;  // CGCS2000

/// The exact area of the zone below a latitude, per radian of longitude (authalic formula).
double exact_zone(double lat) {
    const double f = 1 / inverse_flattening, e2 = f * (2 - f), e = std::sqrt(e2), s = std::sin(lat);
    const double q = (1 - e2) * (s / (1 - e2 * s * s) - 1 / (2 * e) * std::log((1 - e * s) / (1 + e * s)));
    return semi_major * semi_major / 2 * q;
}

MultiPolygon rectangle_at(Point corner, double width, double height) {
    return {rectangle({corner.x, corner.y, corner.x + width, corner.y + height})};
}

}  // namespace

TEST_CASE("the trapezoid series gives the check value of standards/06") {
    const double area =
        trapezoid_area_2008_m2(26.66 * rad, 26.67 * rad, 0.01 * rad, semi_major, inverse_flattening);
    CHECK_THAT(area, Catch::Matchers::WithinAbs(1102967.0286, 5e-5));
}

TEST_CASE("the trapezoid series agrees with the exact formula at all latitudes of China") {
    Random random(6);
    for (int i = 0; i < 500; ++i) {
        const double lat1 = uniform(random, 3, 54) * rad, lat2 = lat1 + uniform(random, -0.05, 0.05) * rad;
        const double dlon = uniform(random, -0.05, 0.05) * rad;
        const double exact = dlon * (exact_zone(lat2) - exact_zone(lat1));
        const double series = trapezoid_area_2008_m2(lat1, lat2, dlon, semi_major, inverse_flattening);
        CHECK(std::abs(series - exact) < 0.02);  // of up to 3e7 m2
        CHECK(series == Approx(-trapezoid_area_2008_m2(lat2, lat1, dlon, semi_major, inverse_flattening)));
    }
}

TEST_CASE("a planar area is what the sides say, wherever the parcel lies") {
    CHECK(planar_area_m2(rectangle_at({0, 0}, 300, 200)) == 60000);
    CHECK(planar_area_m2(rectangle_at({35576656, 2950189}, 300, 200)) == 60000);
    CHECK(planar_area_m2(MultiPolygon{}) == 0);
    CHECK(planar_area_m2(Polygon{{{0, 0}, {1, 1}}, {}}) == 0);
    Polygon holed = rectangle({0, 0, 10, 10});
    holed.holes.push_back(rectangle({2, 2, 4, 5}).shell);
    CHECK(planar_area_m2(holed) == 94);
}

TEST_CASE("planar areas change neither with the place nor with the rings' directions nor their start") {
    Random random(60);
    for (int i = 0; i < 300; ++i) {
        const MultiPolygon polygons = parcels(random);
        const double area = planar_area_m2(polygons);
        REQUIRE(area > 0);
        // A whole number of metres moves without rounding at first, then with the rounding of the place.
        const MultiPolygon far = moved(polygons, 35000000 - 500000, -1000);
        CHECK(planar_area_m2(far) == Approx(area).epsilon(1e-9));

        MultiPolygon turned = polygons;
        for (Polygon& polygon : turned) {
            if (uniform_int(random, 0, 1) == 1) std::ranges::reverse(polygon.shell);
            for (Ring& hole : polygon.holes) std::ranges::reverse(hole);
            polygon.shell.pop_back();
            std::ranges::rotate(polygon.shell, polygon.shell.begin() + 1);
            polygon.shell.push_back(polygon.shell.front());
        }
        CHECK(planar_area_m2(turned) == Approx(area).epsilon(1e-12));
        const Crs crs = Crs::from_text("EPSG:4544");
        CHECK(ellipsoidal_area_2008_m2(turned, crs) ==
              Approx(ellipsoidal_area_2008_m2(polygons, crs)).epsilon(1e-9));
    }
}

TEST_CASE("in the reference town the planar area is larger than the ellipsoidal by 145 ppm") {
    const MultiPolygon parcel = rectangle_at(town, 100, 100);
    const double planar = planar_area_m2(parcel);
    const double ellipsoidal = ellipsoidal_area_2008_m2(parcel, Crs::from_text("4544"));
    CHECK((planar - ellipsoidal) / planar * 1e6 == Approx(145).margin(1.5));
    // The same land in the zone with the prefix has the same area.
    CHECK(ellipsoidal_area_2008_m2(moved(parcel, 35000000, 0), Crs::from_text("4523")) ==
          Approx(ellipsoidal).epsilon(1e-9));
}

TEST_CASE("the densified area is a figure of its own") {
    const Crs crs = Crs::from_text("EPSG:4544");
    const auto difference = [&](const Ring& shape) {
        const MultiPolygon parcel{{shape, {}}};
        return std::abs(ellipsoidal_area_2008_m2(parcel, crs) - ellipsoidal_area_densified_m2(parcel, crs));
    };
    const auto triangle = [](double width, double height) {
        return Ring{town, {town.x + width, town.y}, {town.x, town.y + height}, town};
    };
    // standards/06 names tenths of a m2 at 300 x 200 m and several m2 at 1000 x 800 m.
    CHECK(difference(triangle(300, 200)) == Approx(0.235).margin(0.01));
    CHECK(difference(triangle(1000, 800)) == Approx(12.55).margin(0.1));
    // On opposite sides of a rectangle the bulges of the straight lines cancel.
    CHECK(difference(rectangle({town.x, town.y, town.x + 1000, town.y + 800}).shell) < 0.001);

    // Densified, it is the planar area freed of the projection's scale, which is known independently;
    // the undensified figure is not.
    const Point centre{town.x + 1000.0 / 3, town.y + 800.0 / 3};
    const MultiPolygon parcel{{triangle(1000, 800), {}}};
    const double y = centre.x - 500000;  // distance from the meridian
    const double lat = 26.6622 * rad, f = 1 / inverse_flattening, e2 = f * (2 - f);
    const double w = 1 - e2 * std::sin(lat) * std::sin(lat);
    const double radius2 = semi_major * semi_major * (1 - e2) / (w * w);  // M N
    const double scale = 1 + y * y / (2 * radius2) + y * y * y * y / (24 * radius2 * radius2);
    const double truth = planar_area_m2(parcel) / (scale * scale);
    CHECK(std::abs(ellipsoidal_area_densified_m2(parcel, crs) - truth) < 0.1);
    CHECK(std::abs(ellipsoidal_area_2008_m2(parcel, crs) - truth) > 10);
    // A finer step changes nothing that is shown.
    CHECK(std::abs(ellipsoidal_area_densified_m2(parcel, crs, 1) -
                   ellipsoidal_area_densified_m2(parcel, crs, 5)) < 0.005);
}

TEST_CASE("an ellipsoidal area needs a projected CRS") {
    const MultiPolygon parcel = rectangle_at(town, 1, 1);
    CHECK_THROWS_AS(ellipsoidal_area_2008_m2(parcel, Crs::from_text("EPSG:4490")), Error);
    CHECK_THROWS_AS(ellipsoidal_area_2008_m2(parcel, Crs()), Error);
    CHECK_THROWS_AS(ellipsoidal_area_densified_m2(parcel, Crs::from_text("4544"), 0), Error);
}
