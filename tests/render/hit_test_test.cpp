#include "render/hit_test.hpp"

#include "catch.hpp"
#include "geo/topology.hpp"
#include "memory_source.hpp"
#include "render/sld_reader.hpp"

using namespace liangdi;
using namespace liangdi::render;
using test::MemorySource;

namespace {

Style fill_style(const std::string& extra = {}) {
    const std::string rule = "<se:Rule>" + extra + "<se:PolygonSymbolizer><se:Fill/></se:PolygonSymbolizer>" +
                             "<se:LineSymbolizer><se:Stroke/></se:LineSymbolizer></se:Rule>";
    return read_sld(QByteArray::fromStdString(test::sld_of(rule)), "test").at(0);
}
MapLayer layer_of(std::shared_ptr<MemorySource> source, Style style = fill_style()) {
    return {"test", std::move(source), std::move(style), true, 1, {}};
}
// 1 px is 1 m; ground (0, 0) … (200, 200) with y up.
const MapView view{{100, 100}, 1, {200, 200}, 96};
QPointF px(double x, double y) {
    return view.to_px({x, y});
}

}  // namespace

TEST_CASE("areas are hit exactly as GEOS covers them", "[hit]") {
    const geo::MultiPolygon ring{{{{20, 20}, {180, 40}, {150, 170}, {90, 60}, {30, 150}, {20, 20}},
                                  {{{60, 50}, {80, 50}, {70, 70}, {60, 50}}}}};
    auto source = std::make_shared<MemorySource>();
    source->add(ring);
    const std::vector<MapLayer> layers{layer_of(source)};
    int inside = 0;
    for (double x = 5.3; x < 200; x += 7.1)
        for (double y = 4.7; y < 200; y += 7.3) {
            const bool hit = !features_at(layers, view, px(x, y), 0).empty();
            CAPTURE(x, y);
            CHECK(hit == geo::covers(ring, {x, y}));
            inside += hit;
        }
    CHECK(inside > 50);
}

TEST_CASE("lines and points are hit within the tolerance", "[hit]") {
    auto source = std::make_shared<MemorySource>();
    source->add(geo::MultiLineString{{{10, 10}, {110, 10}}});
    source->add(geo::Point{50, 100});
    const std::vector<MapLayer> layers{layer_of(source)};
    CHECK(features_at(layers, view, px(60, 13.9), 4).size() == 1);
    CHECK(features_at(layers, view, px(60, 14.1), 4).empty());
    CHECK(features_at(layers, view, px(113, 10), 4).size() == 1);
    CHECK(features_at(layers, view, px(52, 103), 4).at(0).id == 2);
    CHECK(features_at(layers, view, px(54, 104), 4).empty());
}

TEST_CASE("the topmost layer comes first, in it the nearest, of equals the last drawn", "[hit]") {
    auto below = std::make_shared<MemorySource>(), above = std::make_shared<MemorySource>();
    below->add(test::square(0, 0, 100));
    above->add(test::square(52, 0, 40));
    above->add(test::square(10, 10, 40));
    above->add(test::square(20, 20, 30.5));
    std::vector<MapLayer> layers{layer_of(below), layer_of(above)};
    const auto hits = features_at(layers, view, px(49.5, 30), 3);
    REQUIRE(hits.size() == 4);
    const auto is = [&](std::size_t i, std::size_t layer, std::int64_t id) {
        return hits[i].layer == layer && hits[i].id == id;
    };
    CHECK(is(0, 1, 3));
    CHECK(is(1, 1, 2));
    CHECK(is(2, 1, 1));
    CHECK(hits[2].distance_m == Approx(2.5));
    CHECK(is(3, 0, 1));
    layers[1].visible = false;
    CHECK(features_at(layers, view, px(49.5, 30), 3).size() == 1);
}

TEST_CASE("what is not drawn is not hit", "[hit]") {
    auto source = std::make_shared<MemorySource>();
    source->add(test::square(0, 0, 100), {{"kind", std::string("a")}});
    const auto hits = [&](const std::string& extra) {
        return features_at(std::vector{layer_of(source, fill_style(extra))}, view, px(50, 50)).size();
    };
    const std::string filter =
        "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName>"
        "<ogc:Literal>";
    const std::string end = "</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
    CHECK(hits(filter + "a" + end) == 1);
    CHECK(hits(filter + "b" + end) == 0);
    CHECK(hits("<se:MaxScaleDenominator>1000</se:MaxScaleDenominator>") == 0);  // the view is 1:3780
}

TEST_CASE("a rubber band takes what it meets", "[hit]") {
    auto source = std::make_shared<MemorySource>();
    source->add(test::square(0, 0, 200));                              // around the band
    source->add(test::square(60, 60, 5));                              // within
    source->add(geo::MultiLineString{{{40, 80}, {120, 90}}});          // crosses without a vertex inside
    source->add(geo::MultiLineString{{{0, 120}, {55, 195}, {0, 0}}});  // its box meets, the line does not
    geo::Box band;
    band.add(geo::Point{50, 50});
    band.add(geo::Point{100, 100});
    std::vector<std::int64_t> ids;
    for (const auto& hit : features_in(std::vector{layer_of(source)}, view, band)) ids.push_back(hit.id);
    CHECK(ids == std::vector<std::int64_t>{1, 2, 3});
}
