#include "geo/lengths.hpp"

#include "catch.hpp"
#include "geo/error.hpp"
#include "land/measured.hpp"
#include "random_polygons.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {
const Crs& town_crs() {
    static const Crs crs = Crs::from_text("EPSG:4544");
    return crs;
}
}  // namespace

TEST_CASE("a planar length is the sum of its sides") {
    CHECK(planar_length_m({}) == 0);
    CHECK(planar_length_m({{1, 1}}) == 0);
    CHECK(planar_length_m({{0, 0}, {3, 4}, {3, 10}}) == 11);
}

TEST_CASE("on the central meridian of a scale of 1 both lengths agree, beside it the plane is longer") {
    // Gauss-Krueger stretches by y²/2R² at a distance y from the meridian.
    Random random(7);
    for (int i = 0; i < 200; ++i) {
        const double from_meridian = uniform(random, -150000, 150000), length = uniform(random, 10, 2000);
        const double north = uniform(random, 2.0e6, 5.0e6), turn = uniform(random, 0, 6.28);
        const Point a{500000 + from_meridian, north};
        const Point b{a.x + length * std::sin(turn), a.y + length * std::cos(turn)};
        const double mid = (a.x + b.x) / 2 - 500000, radius = 6.37e6;
        const double expected = length / (1 + mid * mid / (2 * radius * radius));
        CHECK_THAT(ellipsoidal_length_m({a, b}, town_crs()),
                   Catch::Matchers::WithinAbs(expected, length * 3e-6));
    }
}

TEST_CASE("an ellipsoidal length needs a projected CRS") {
    CHECK_THROWS_AS(ellipsoidal_length_m({{0, 0}, {1, 1}}, Crs()), Error);
    CHECK_THROWS_AS(ellipsoidal_length_m({{0, 0}, {1, 1}}, Crs::from_text("EPSG:4490")), Error);
}

TEST_CASE("bearings run clockwise from grid north") {
    CHECK(grid_bearing_deg({0, 0}, {0, 5}) == 0);
    CHECK(grid_bearing_deg({0, 0}, {5, 0}) == 90);
    CHECK(grid_bearing_deg({0, 0}, {0, -5}) == 180);
    CHECK(grid_bearing_deg({0, 0}, {-5, 0}) == 270);
    CHECK(grid_bearing_deg({2, 2}, {2, 2}) == 0);
}

TEST_CASE("a sketch that crosses itself measures no area") {
    const LineString square{{500000, 2950000}, {500010, 2950000}, {500010, 2950010}, {500000, 2950010}};
    const auto area = land::measured_area(square, town_crs());
    REQUIRE(area);
    CHECK(area->planar_m2 == 100);
    CHECK(area->perimeter_m == 40);
    REQUIRE(area->ellipsoidal_2008_m2);
    CHECK(*area->ellipsoidal_2008_m2 == Approx(100).epsilon(1e-3));
    CHECK_FALSE(land::measured_area({square[0], square[2], square[1], square[3]}, town_crs()));
    CHECK_FALSE(land::measured_area({square[0], square[1]}, town_crs()));
    // Without a plane that is known the planar figure stays.
    const auto plain = land::measured_area(square, Crs());
    REQUIRE(plain);
    CHECK_FALSE(plain->ellipsoidal_2008_m2);
}
