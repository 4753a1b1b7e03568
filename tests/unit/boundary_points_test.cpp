#include "land/boundary_points.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "land/made_features.hpp"

using namespace liangdi;
using namespace liangdi::land;

namespace {

/// A star-shaped ring about a centre, counter-clockwise, closed.
geo::Ring random_ring(std::mt19937& random, geo::Point centre, double radius, int corners) {
    std::uniform_real_distribution<double> part(0.5, 1);
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, r = radius * part(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Ring reversed(geo::Ring ring) {
    std::ranges::reverse(ring);
    return ring;
}

bool inside(geo::Point p, const geo::Polygon& polygon) {
    bool in = false;
    const auto cross = [&](const geo::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::Point a = ring[i - 1], b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) in = !in;
        }
    };
    cross(polygon.shell);
    for (const auto& hole : polygon.holes) cross(hole);
    return in;
}

}  // namespace

TEST_CASE("boundary points go clockwise from the north-west, whatever way the ring runs",
          "[boundary_points]") {
    std::mt19937 random(7);
    for (int run = 0; run < 200; ++run) {
        geo::Polygon polygon{random_ring(random, {576000, 2950000}, 40, 3 + run % 9), {}};
        if (run % 2) polygon.shell = reversed(polygon.shell);
        if (run % 3 == 0) polygon.holes.push_back(random_ring(random, {576000, 2950000}, 8, 4));
        const auto rings = boundary_rings({polygon});
        REQUIRE(rings.size() == 1 + polygon.holes.size());
        std::size_t number = 0;
        for (std::size_t r = 0; r < rings.size(); ++r) {
            const auto& ring = rings[r];
            const auto& from = r == 0 ? polygon.shell : polygon.holes[r - 1];
            REQUIRE(ring.size() == from.size() - 1);
            double twice = 0, perimeter = 0;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const geo::Point a = ring[i].at, b = ring[(i + 1) % ring.size()].at;
                twice += (a.x - 576000) * (b.y - 2950000) - (b.x - 576000) * (a.y - 2950000);
                CHECK(ring[i].code == "J" + std::to_string(++number));
                CHECK(ring[i].side_m == Approx(std::hypot(b.x - a.x, b.y - a.y)));
                CHECK(std::ranges::find(from, a) != from.end());
                CHECK(a.y - a.x <= ring.front().at.y - ring.front().at.x);
                perimeter += ring[i].side_m;
            }
            CHECK(twice < 0);  // clockwise on the map
            CHECK(std::abs(twice) / 2 == Approx(geo::planar_area_m2(geo::Polygon{from, {}})));
            CHECK(sides_of(ring).size() == ring.size());
            CHECK(perimeter > 0);
        }
    }
}

TEST_CASE("a point's number stands outside of the parcel", "[boundary_points]") {
    const std::map<std::string, geo::Point> ways{{"n", {0, 1}},   {"ne", {1, 1}}, {"e", {1, 0}},
                                                 {"se", {1, -1}}, {"s", {0, -1}}, {"sw", {-1, -1}},
                                                 {"w", {-1, 0}},  {"nw", {-1, 1}}};
    std::mt19937 random(8);
    for (int run = 0; run < 100; ++run) {
        // Convex, so that every corner has an outside: points on an ellipse.
        geo::Polygon polygon;
        const int corners = 3 + run % 8;
        const double turn = 0.1 * run;
        for (int i = 0; i <= corners; ++i) {
            const double angle = turn + 2 * std::numbers::pi * (i % corners) / corners;
            polygon.shell.push_back({50 * std::cos(angle), 30 * std::sin(angle)});
        }
        polygon.holes.push_back({{-3, -3}, {3, -3}, {3, 3}, {-3, 3}, {-3, -3}});
        if (run % 2) polygon.holes[0] = reversed(polygon.holes[0]);
        for (const auto& ring : boundary_rings({polygon}))
            for (const auto& point : ring) {
                REQUIRE(ways.contains(point.outward));
                const geo::Point way = ways.at(point.outward);
                CHECK_FALSE(inside({point.at.x + 0.01 * way.x, point.at.y + 0.01 * way.y}, polygon));
            }
    }
}

TEST_CASE("repeated points and empty rings are no boundary points", "[boundary_points]") {
    const geo::Ring ring{{0, 0}, {0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}};
    const auto rings = boundary_rings({{ring, {{}}}});
    REQUIRE(rings.size() == 1);
    REQUIRE(rings[0].size() == 4);
    CHECK(rings[0][0].at == geo::Point{0, 10});
    CHECK(rings[0][1].at == geo::Point{10, 10});
    CHECK(boundary_rings({}).empty());
}

TEST_CASE("made features are read by box, id and column", "[made_features]") {
    const auto source = made_features(
        {{"length"}, {{geo::Point{1, 1}, {std::string("a")}}, {geo::Point{9, 9}, {std::string("b")}}}});
    CHECK(source->count() == 2);
    CHECK(source->extent() == geo::Box{1, 1, 9, 9});
    FeatureQuery query;
    query.attributes = {"other", "length"};
    const auto read = [&] {
        std::string all;
        source->each(query, [&](const FeatureView& feature) {
            CHECK(is_null(feature.attributes[0]));
            all += std::get<std::string>(feature.attributes[1]);
            return true;
        });
        return all;
    };
    CHECK(read() == "ab");
    query.box = geo::Box{0, 0, 2, 2};
    CHECK(read() == "a");
    query.ids = {2};
    CHECK(read().empty());
    query.box.reset();
    CHECK(read() == "b");
    CHECK_FALSE(source->state());
}
