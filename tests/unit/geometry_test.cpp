#include "geo/geometry.hpp"

#include "catch.hpp"
#include "random_polygons.hpp"

using namespace liangdi::geo;
using namespace liangdi::tests;

TEST_CASE("a new box holds nothing and takes what is added") {
    Box box;
    CHECK(box.empty());
    CHECK(box.width() == 0);
    CHECK_FALSE(box.contains(Point{0, 0}));
    CHECK_FALSE(box.intersects(Box{-1, -1, 1, 1}));
    CHECK(box.grown(5).empty());
    box.add(Point{1, 2});
    CHECK_FALSE(box.empty());
    CHECK(box == Box{1, 2, 1, 2});
    box.add(Box{});
    CHECK(box == Box{1, 2, 1, 2});
    box.add(Point{std::nan(""), 7});
    CHECK(box == Box{1, 2, 1, 7});
}

TEST_CASE("boxes touch at edges and contain their own boundary") {
    const Box box{0, 0, 10, 10};
    CHECK(box.intersects(Box{10, 10, 20, 20}));
    CHECK_FALSE(box.intersects(Box{10.001, 0, 20, 10}));
    CHECK(box.contains(Point{10, 0}));
    CHECK(box.contains(box));
    CHECK_FALSE(box.contains(box.grown(1e-6)));
    CHECK_FALSE(box.contains(Box{}));
    CHECK(box.centre() == Point{5, 5});
}

TEST_CASE("kinds and emptiness follow the content") {
    CHECK(kind_of(Geometry{}) == GeometryKind::none);
    CHECK(kind_of(Geometry{Point{}}) == GeometryKind::point);
    CHECK(kind_of(Geometry{MultiLineString{}}) == GeometryKind::multi_line_string);
    CHECK(kind_of(Geometry{MultiPolygon{}}) == GeometryKind::multi_polygon);
    CHECK(is_empty(Geometry{}));
    CHECK(is_empty(Geometry{MultiPolygon{Polygon{}}}));
    CHECK_FALSE(is_empty(Geometry{Point{}}));
    CHECK(point_count(Geometry{MultiPolygon{rectangle({0, 0, 1, 1})}}) == 5);
}

TEST_CASE("the box of a geometry contains all its points and touches them") {
    Random random(1);
    for (int i = 0; i < 100; ++i) {
        const MultiPolygon polygons = parcels(random);
        const Box box = box_of(Geometry{polygons});
        Box tight;
        for (const Polygon& polygon : polygons)
            for (Point p : polygon.shell) {
                CHECK(box.contains(p));
                tight.add(p);
            }
        CHECK(box == tight);
        CHECK(box == box_of(polygons));
    }
}
