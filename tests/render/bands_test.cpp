#include <QPainter>
#include <cstdlib>

#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/map_renderer.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

/// Buildings, streets and villages that cross every boundary of a band, with the real styles and labels.
MapRequest town(int side) {
    auto villages = std::make_shared<test::MemorySource>(),
         buildings = std::make_shared<test::MemorySource>(), streets = std::make_shared<test::MemorySource>();
    villages->add(test::square(10, 10, 900),
                  {{"village", std::string("龙井村")}, {"grp", std::string("二组")}});
    for (int i = 0; i < 100; ++i)
        buildings->add(test::square(40 + i % 10 * 90, 40 + i / 10 * 90, 60),
                       {{"name", std::to_string(i) + "号楼"},
                        {"kind", std::string("residential")},
                        {"floors", std::int64_t{5 + i % 11}}});
    for (int i = 0; i < 5; ++i)
        streets->add(geo::MultiLineString{{{i * 200.0, 0}, {i * 200.0 + 50, 1000}}},
                     {{"name", std::string("学府路")}, {"kind", std::string("local")}, {"width_m", 9.0}});
    MapRequest request;
    request.view = MapView{{500, 500}, 1000.0 / side, {side, side}, 96};
    request.layers.push_back({"street", streets, layer_style("street"), true, 1, {}});
    request.layers.push_back({"building", buildings, layer_style("building"), true, 0.7, {7, 50, 51}});
    request.layers.push_back({"village", villages, layer_style("village"), true, 1, {}});
    return request;
}

}  // namespace

TEST_CASE("a picture painted in bands is the picture painted in one go", "[bands]") {
    const MapRequest request = town(1000);
    MapReport banded_report;
    const QImage banded = MapRenderer().to_image(request, &banded_report);
    QImage whole(request.view.size_px, QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    QPainter painter(&whole);
    const MapReport report = MapRenderer().paint(request, painter);
    painter.end();
    CHECK(banded_report.features == 106);
    CHECK(banded_report.features == report.features);
    CHECK(banded_report.labels_placed == report.labels_placed);
    CHECK(banded_report.labels_left_out == report.labels_left_out);
    CHECK(report.labels_placed > 20);
    int different = 0;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x) {
            const QRgb a = whole.pixel(x, y), b = banded.pixel(x, y);
            different += std::abs(qRed(a) - qRed(b)) > 2 || std::abs(qGreen(a) - qGreen(b)) > 2 ||
                         std::abs(qBlue(a) - qBlue(b)) > 2;
        }
    CHECK(different == 0);
}

TEST_CASE("a failing source ends the picture with its error, from whichever band", "[bands]") {
    struct Failing final : land::FeatureSource {
        geo::Box extent() const override { return {}; }
        std::int64_t count() const override { return 1; }
        void each(const land::FeatureQuery& query,
                  const std::function<bool(const land::FeatureView&)>&) const override {
            if (query.box && query.box->min_y < 100) throw Error("damaged", "the file cannot be read");
        }
    };
    MapRequest request = town(1000);
    request.layers[0].source = std::make_shared<Failing>();
    CHECK_THROWS_AS(MapRenderer().to_image(request), Error);
}
