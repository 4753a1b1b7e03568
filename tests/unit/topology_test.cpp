#include "geo/topology.hpp"
#include "geo/simple_ring.hpp"

#include <cmath>
#include <numbers>
#include <thread>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "random_polygons.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

const Polygon bow_tie{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}};

MultiPolygon square(double x, double y, double size) {
    return {rectangle({x, y, x + size, y + size})};
}

bool counter_clockwise(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                 (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    return twice > 0;
}

}  // namespace

TEST_CASE("an invalid polygon is told with its reason and place") {
    CHECK_FALSE(invalidity({}));
    CHECK_FALSE(invalidity(square(0, 0, 10)));
    const auto crossing = invalidity({bow_tie});
    REQUIRE(crossing);
    CHECK_THAT(crossing->reason, Catch::Matchers::ContainsSubstring("Self-intersection"));
    CHECK(crossing->at == Point{5, 5});

    CHECK(invalidity({Polygon{{{0, 0}, {1, 0}, {1, 1}}, {}}})->reason == "Ring is not closed");
    CHECK_THAT(invalidity({Polygon{{{0, 0}, {1, 0}, {0, 0}}, {}}})->reason,
               Catch::Matchers::ContainsSubstring("Too few points"));
    CHECK(invalidity({Polygon{}}));
    const double nan = std::nan("");
    CHECK(invalidity({Polygon{{{0, 0}, {1, 0}, {1, nan}, {0, 0}}, {}}})->reason == "Invalid Coordinate");
    MultiPolygon overlapping = square(0, 0, 10);
    overlapping.push_back(square(5, 5, 10)[0]);
    CHECK(invalidity(overlapping));
    MultiPolygon outside = square(0, 0, 10);
    outside[0].holes.push_back(square(20, 20, 2)[0].shell);
    CHECK_THAT(invalidity(outside)->reason, Catch::Matchers::ContainsSubstring("Hole"));
}

TEST_CASE("repair gives valid polygons and leaves valid ones their area") {
    const MultiPolygon mended = made_valid({bow_tie});
    CHECK_FALSE(invalidity(mended));
    CHECK(planar_area_m2(mended) == Approx(50));
    CHECK(made_valid({}).empty());
    CHECK(made_valid({Polygon{{{0, 0}, {5, 5}, {0, 0}, {0, 0}}, {}}}).empty());  // collapsed: nothing kept
    CHECK(planar_area_m2(made_valid({Polygon{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {}}})) ==
          Approx(16));  // unclosed
    Random random(11);
    for (int i = 0; i < 200; ++i) {
        const MultiPolygon polygons = parcels(random);
        CHECK(planar_area_m2(made_valid(polygons)) == Approx(planar_area_m2(polygons)).epsilon(1e-12));
        Polygon scribble;
        const int corners = uniform_int(random, 3, 12);
        for (int k = 0; k < corners; ++k)
            scribble.shell.push_back({uniform(random, 0, 9), uniform(random, 0, 9)});
        scribble.shell.push_back(scribble.shell.front());
        CHECK_FALSE(invalidity(made_valid({scribble})));
    }
}

TEST_CASE("overlays keep the sums of areas") {
    Random random(12);
    for (int i = 0; i < 150; ++i) {
        const MultiPolygon a = parcels(random);
        const MultiPolygon b = moved(parcels(random), uniform(random, -200, 200), uniform(random, -200, 200));
        const double area_a = planar_area_m2(a), area_b = planar_area_m2(b);
        const double both = planar_area_m2(intersection(a, b));
        const MultiPolygon whole = union_of(a, b);
        CHECK(planar_area_m2(whole) + both == Approx(area_a + area_b).epsilon(1e-9));
        CHECK(planar_area_m2(difference(a, b)) + both == Approx(area_a).epsilon(1e-9));
        CHECK(planar_area_m2(difference(b, a)) + both == Approx(area_b).epsilon(1e-9));
        CHECK_FALSE(invalidity(whole));
        for (const Polygon& polygon : whole) {
            CHECK(counter_clockwise(polygon.shell));
            for (const Ring& hole : polygon.holes) CHECK_FALSE(counter_clockwise(hole));
        }
    }
}

TEST_CASE("neighbours that share a side have no area in common and unite to one part") {
    const MultiPolygon a = square(0, 0, 10), b = square(10, 0, 10);
    CHECK(intersection(a, b).empty());
    CHECK(union_of(a, b).size() == 1);
    CHECK(planar_area_m2(union_of(a, b)) == 200);
    CHECK(difference(a, a).empty());
    CHECK(difference(a, {}) == difference(a, b));
    CHECK(union_of({}, {}).empty());
}

TEST_CASE("overlays of polygons that cannot be read say so") {
    const MultiPolygon open{Polygon{{{0, 0}, {1, 0}, {1, 1}}, {}}};
    try {
        union_of(open, square(0, 0, 1));
        FAIL("an open ring was taken");
    } catch (const Error& error) {
        CHECK(error.code() == "invalid_geometry");
    }
}

TEST_CASE("a point is covered inside and on the boundary, not in holes or outside") {
    MultiPolygon holed = square(0, 0, 10);
    holed[0].holes.push_back(rectangle({4, 4, 6, 6}).shell);
    CHECK(covers(holed, {1, 1}));
    CHECK(covers(holed, {0, 5}));
    CHECK(covers(holed, {10, 10}));
    CHECK(covers(holed, {4, 5}));
    CHECK_FALSE(covers(holed, {5, 5}));
    CHECK_FALSE(covers(holed, {10.000001, 5}));
    CHECK_FALSE(covers({}, {0, 0}));
    CHECK_FALSE(covers(holed, {std::nan(""), 1}));
    CHECK(covers({bow_tie}, {9, 5}));  // not valid, and still located
}

TEST_CASE("the point on the surface lies inside the largest part") {
    Random random(13);
    for (int i = 0; i < 200; ++i) {
        const MultiPolygon polygons = parcels(random);
        const auto largest = std::ranges::max_element(
            polygons, {}, [](const Polygon& polygon) { return planar_area_m2(polygon); });
        CHECK(covers({*largest}, point_on_surface(polygons)));
    }
    CHECK_THROWS_AS(point_on_surface({}), Error);
    CHECK_THROWS_AS(point_on_surface({Polygon{}}), Error);
}

TEST_CASE("threads do not disturb one another") {
    std::vector<std::jthread> threads;
    std::vector<double> areas(4);
    for (std::size_t i = 0; i < areas.size(); ++i)
        threads.emplace_back([&areas, i] {
            Random random(14);
            for (int k = 0; k < 40; ++k) {
                const MultiPolygon a = parcels(random), b = moved(parcels(random), 50, 50);
                areas[i] += planar_area_m2(intersection(a, b));
            }
        });
    threads.clear();
    CHECK(areas[0] > 0);
    for (double area : areas) CHECK(area == areas[0]);
}

TEST_CASE("a ring that is certainly simple is valid to GEOS, and nearly all plain rings are seen to be so") {
    Random random(20251125);
    int certain = 0, plain = 0;
    const auto agrees = [&](const Ring& ring) {
        if (!certainly_simple(ring)) return;
        // With a second part GEOS is asked whatever the filter says.
        const MultiPolygon beside{{ring, {}}, Polygon{star(random, {town.x + 1e6, town.y}, 5, 9), {}}};
        const auto defect = invalidity(beside);
        CAPTURE(defect ? defect->reason : "");
        CHECK_FALSE(defect);
        CHECK(planar_area_m2(Polygon{ring, {}}) > 0);
    };
    for (int i = 0; i < 2000; ++i) {
        // Corners on a coarse net near the town: crossings, repeats, spikes and straight corners abound.
        const int corners = uniform_int(random, 3, 9);
        Ring scribble;
        for (int k = 0; k < corners; ++k) {
            scribble.push_back({town.x + uniform_int(random, 0, 6), town.y + uniform_int(random, 0, 6)});
        }
        scribble.push_back(scribble.front());
        agrees(scribble);
        Ring ring = star(random, town, 20, 60);
        agrees(ring);
        ++plain;
        certain += certainly_simple(ring);
        // Nearly touching: a corner moved by rounding's own size onto a side.
        const std::size_t k = static_cast<std::size_t>(uniform_int(random, 1, 2));
        ring[k] = {(ring[0].x + ring[3].x) / 2, (ring[0].y + ring[3].y) / 2};
        agrees(ring);
    }
    CHECK(certain > plain * 95 / 100);
    // Around its middle more than once, turning the same way at every side.
    for (int times = 1; times <= 3; ++times)
        for (const int corners : {5, 7, 100, 5000}) {
            Ring ring;
            for (int k = 0; k < corners; ++k) {
                const double angle = 2 * std::numbers::pi * times * k / corners;
                ring.push_back({town.x + 50 * std::cos(angle), town.y + 40 * std::sin(angle)});
            }
            ring.push_back(ring.front());
            agrees(ring);
            CHECK(certainly_simple(ring) == (times == 1));
            std::ranges::reverse(ring);
            agrees(ring);
            CHECK(certainly_simple(ring) == (times == 1));
        }
    CHECK_FALSE(certainly_simple({}));
    CHECK_FALSE(certainly_simple({{0, 0}, {1, 0}, {0, 0}}));
    CHECK_FALSE(certainly_simple({{0, 0}, {1, 0}, {1, 1}}));
    CHECK(certainly_simple({{0, 0}, {1, 0}, {2, 0}, {2, 2}, {0, 0}}));
    CHECK_FALSE(certainly_simple({{0, 0}, {2, 0}, {1, 0}, {1, 2}, {0, 0}}));
}
