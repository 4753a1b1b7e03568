#include <cmath>

#include "catch.hpp"
#include "memory_source.hpp"
#include "render/map_furniture.hpp"
#include "render/map_renderer.hpp"
#include "render/sld_reader.hpp"

using namespace liangdi;
using namespace liangdi::render;
using test::MemorySource;

namespace {

std::string p(const char* name, const std::string& value) {
    return std::string("<se:SvgParameter name=\"") + name + "\">" + value + "</se:SvgParameter>";
}
std::string polygon(const std::string& fill) {
    return "<se:PolygonSymbolizer><se:Fill>" + p("fill", fill) + "</se:Fill></se:PolygonSymbolizer>";
}
std::string line(const std::string& colour, const std::string& width, const std::string& more = {},
                 const std::string& attribute = {}) {
    return "<se:LineSymbolizer " + attribute + "><se:Stroke>" + p("stroke", colour) +
           p("stroke-width", width) + more + "</se:Stroke></se:LineSymbolizer>";
}
std::string rule(const std::string& inner) {
    return "<se:Rule>" + inner + "</se:Rule>";
}
Style style_of(const std::string& rules, const std::string& name = "screen") {
    return read_sld(QByteArray::fromStdString(test::sld_of(rules, name)), "test").at(0);
}

/// A picture of 200 x 200 style px around ground (0, 0) … (200, 200), 1 m a style px at every resolution.
struct Picture {
    MapRequest request;
    MapReport report;
    QImage image;
    double times;  // device px a style px

    explicit Picture(double dpi = 96) : times(dpi / 96) {
        const int side = static_cast<int>(std::lround(200 * times));
        request.view = MapView{{100, 100}, 1 / times, {side, side}, dpi};
    }
    void add(std::shared_ptr<MemorySource> source, Style style) {
        request.layers.push_back({"test", std::move(source), std::move(style), true, 1, {}});
    }
    void draw() { image = MapRenderer().to_image(request, &report); }
    /// Colour at ground x, y, as #rrggbb.
    std::string at(double x, double y) const {
        const QPointF px = request.view.to_px({x, y});
        return image.pixelColor(static_cast<int>(px.x()), static_cast<int>(px.y())).name().toStdString();
    }
    /// How many device px along the vertical at ground x have that colour.
    int run(double x, const std::string& colour) const {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            count +=
                image.pixelColor(static_cast<int>(request.view.to_px({x, 0}).x()), y).name().toStdString() ==
                colour;
        return count;
    }
};

const std::string paper = "#f5f4ec";

}  // namespace

TEST_CASE("fills, holes, lines, dashes and marks have their colours at 96 and 192 dpi", "[paint]") {
    const double dpi = GENERATE(96.0, 192.0);
    Picture picture(dpi);
    auto areas = std::make_shared<MemorySource>(), lines = std::make_shared<MemorySource>(),
         points = std::make_shared<MemorySource>();
    areas->add(geo::MultiPolygon{{test::square(10, 10, 80)[0].shell, {test::square(40, 40, 20)[0].shell}}});
    lines->add(geo::MultiLineString{{{100, 150}, {190, 150}}});
    points->add(geo::Point{150, 50});
    picture.add(areas, style_of(rule(polygon("#112233"))));
    picture.add(lines, style_of(rule(line("#AA0000", "8", p("stroke-dasharray", "20 10")))));
    picture.add(
        points,
        style_of(rule("<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle"
                      "</se:WellKnownName><se:Fill>" +
                      p("fill", "#00AA00") +
                      "</se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>")));
    picture.draw();
    CHECK(picture.image.dotsPerMeterX() == std::lround(dpi / 0.0254));
    CHECK(picture.report.features == 3);
    CHECK(picture.at(20, 20) == "#112233");
    CHECK(picture.at(50, 50) == paper);  // the hole
    CHECK(picture.at(95, 20) == paper);
    CHECK(picture.at(110, 150) == "#aa0000");
    CHECK(picture.at(125, 150) == paper);  // between dashes
    CHECK(picture.at(140, 150) == "#aa0000");
    CHECK(picture.run(110, "#aa0000") == 8 * picture.times);
    CHECK(picture.at(158, 50) == "#00aa00");
    CHECK(picture.at(158, 58) == paper);  // the circle has no corners
}

TEST_CASE("print px are 0.28 mm", "[paint]") {
    Picture picture(254);  // 10 device px a mm
    auto lines = std::make_shared<MemorySource>();
    lines->add(geo::MultiLineString{{{0, 100}, {200, 100}}});
    picture.add(lines, style_of(rule(line("#AA0000", "10")), "print"));
    picture.draw();
    CHECK(picture.run(100, "#aa0000") == Approx(28).margin(1));
}

TEST_CASE("a width in metres is true at every scale, and a thin px line below is its least", "[paint]") {
    const double m_per_px = GENERATE(0.5, 1.0, 10.0);
    const std::string metre = "uom=\"http://www.opengeospatial.org/se/units/metre\"";
    Picture picture;
    picture.request.view.m_per_px = m_per_px;
    auto lines = std::make_shared<MemorySource>();
    lines->add(geo::MultiLineString{{{0, 100}, {200, 100}}}, {{"width_m", 12.0}});
    picture.add(lines,
                style_of(rule(line("#AA0000", "4") +
                              line("#AA0000", "<ogc:PropertyName>width_m</ogc:PropertyName>", "", metre))));
    picture.draw();
    CHECK(picture.run(100, "#aa0000") == std::max(4.0, 12 / m_per_px));
}

TEST_CASE("filters and the else rule share the features out", "[paint]") {
    Picture picture;
    auto areas = std::make_shared<MemorySource>();
    areas->add(test::square(10, 10, 20), {{"land_class", std::string("0101")}});
    areas->add(test::square(50, 10, 20), {{"land_class", std::string("0103")}});
    areas->add(test::square(90, 10, 20), {{"land_class", land::Null{}}});
    const std::string paddy =
        "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>land_class</ogc:PropertyName>"
        "<ogc:Literal>0101</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
    picture.add(areas,
                style_of(rule(paddy + polygon("#FCDD90")) + rule("<se:ElseFilter/>" + polygon("#E4DED2"))));
    picture.draw();
    CHECK(picture.at(20, 20) == "#fcdd90");
    CHECK(picture.at(60, 20) == "#e4ded2");
    CHECK(picture.at(100, 20) == "#e4ded2");
}

TEST_CASE("a rule is drawn only within its scales, at the real resolution", "[paint]") {
    const double dpi = GENERATE(96.0, 192.0);
    Picture picture(dpi);  // both are 1:3780 although a device px is half as large
    auto areas = std::make_shared<MemorySource>();
    areas->add(test::square(10, 10, 80));
    const auto scales = [](const char* least, const char* most) {
        return std::string("<se:MinScaleDenominator>") + least +
               "</se:MinScaleDenominator><se:MaxScaleDenominator>" + most + "</se:MaxScaleDenominator>";
    };
    picture.add(areas, style_of(rule(scales("3000", "4000") + polygon("#112233")) +
                                rule(scales("4000", "9000") + polygon("#FF0000")) +
                                rule(scales("100", "3000") + polygon("#FF0000"))));
    picture.draw();
    CHECK(picture.at(50, 50) == "#112233");
}

TEST_CASE("a later pass lies over all features of an earlier one", "[paint]") {
    Picture picture;
    auto streets = std::make_shared<MemorySource>();
    streets->add(geo::MultiLineString{{{0, 100}, {200, 100}}});
    streets->add(geo::MultiLineString{{{100, 0}, {100, 200}}});
    Style style = style_of(rule(line("#BDB9AE", "30")));
    style.passes.push_back(style_of(rule(line("#FFFFFF", "20"))).passes[0]);
    picture.add(streets, style);
    picture.draw();
    CHECK(picture.at(100, 100) == "#ffffff");
    CHECK(picture.at(112, 100) == "#ffffff");  // the second street's case does not cut the first
    CHECK(picture.at(50, 112) == "#bdb9ae");
}

TEST_CASE("the selection lies above every layer, also where the scale hides its own", "[paint]") {
    Picture picture(192);  // the case is wide enough for whole pixels
    auto below = std::make_shared<MemorySource>(), above = std::make_shared<MemorySource>();
    const auto id = below->add(test::square(50, 50, 100));
    below->add(test::square(10, 10, 20));
    above->add(test::square(0, 0, 200));
    const bool hidden = GENERATE(false, true);
    picture.add(below, style_of(rule((hidden ? "<se:MaxScaleDenominator>100</se:MaxScaleDenominator>" : "") +
                                     polygon("#112233"))));
    picture.add(above, style_of(rule(polygon("#445566"))));
    picture.request.layers[0].highlighted = {id};
    picture.draw();
    CHECK(picture.at(100, 150) == "#ffe500");  // core on the edge
    CHECK(picture.run(100, "#1a1a1a") >= 2);   // case beside it
    CHECK(picture.at(100, 100) == "#445566");  // only the outline
    CHECK(picture.at(20, 30) == "#445566");    // the other one is not selected
}

TEST_CASE("a layer's opacity mixes once, not per feature", "[paint]") {
    Picture picture;
    auto areas = std::make_shared<MemorySource>();
    areas->add(test::square(10, 10, 100));
    areas->add(test::square(50, 50, 100));
    picture.add(areas, style_of(rule(polygon("#000000"))));
    picture.request.background = Qt::white;
    picture.request.layers[0].opacity = 0.5;
    picture.draw();
    CHECK(picture.at(30, 30) == picture.at(75, 75));
    CHECK(picture.image.pixelColor(30, 160).red() == Approx(128).margin(2));
}

TEST_CASE("geometry far beyond the picture is cut and drawn rightly", "[paint]") {
    Picture picture;
    auto areas = std::make_shared<MemorySource>();
    areas->add(test::square(100, -4e7, 8e7));
    picture.add(areas, style_of(rule(polygon("#112233") + line("#AA0000", "6"))));
    picture.draw();
    CHECK(picture.at(99, 100) == "#aa0000");
    CHECK(picture.at(150, 100) == "#112233");
    CHECK(picture.at(50, 100) == paper);
}

TEST_CASE("what cannot be read is counted, the rest is drawn", "[paint]") {
    struct Broken final : land::FeatureSource {
        geo::Box extent() const override { return {}; }
        std::int64_t count() const override { return 2; }
        void each(const land::FeatureQuery&,
                  const std::function<bool(const land::FeatureView&)>& visit) const override {
            const geo::Bytes junk(20, std::byte{7});
            if (!visit({1, junk, {}})) return;
            visit({2, geo::to_spatialite_blob(test::square(10, 10, 80), 4544), {}});
        }
    };
    Picture picture;
    picture.request.layers.push_back(
        {"test", std::make_shared<Broken>(), style_of(rule(polygon("#112233"))), true, 1, {}});
    picture.draw();
    CHECK(picture.report.unreadable == 1);
    CHECK(picture.at(50, 50) == "#112233");
}

TEST_CASE("a label is placed where it fits and twice the same", "[paint]") {
    Picture picture;
    auto areas = std::make_shared<MemorySource>();
    areas->add(test::square(60, 60, 80), {{"name", std::string("47")}});
    areas->add(test::square(10, 10, 6), {{"name", std::string("52052400206")}});
    const std::string text =
        "<se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>"
        "<se:Font>" +
        p("font-size", "24") + "</se:Font><se:Fill>" + p("fill", "#FF0000") +
        "</se:Fill><se:VendorOption name=\"goodnessOfFit\">1</se:VendorOption></se:TextSymbolizer>";
    picture.add(areas, style_of(rule(polygon("#FFFFFF") + text)));
    picture.draw();
    CHECK(picture.report.labels_placed == 1);
    CHECK(picture.report.labels_left_out == 1);  // larger than its parcel
    int red = 0;
    QRect where;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x)
            if (picture.image.pixelColor(x, y).name() == "#ff0000") ++red, where |= QRect(x, y, 1, 1);
    CHECK(red > 40);
    CHECK(std::abs(where.center().x() - 100) <= 2);  // in the middle of the area
    CHECK(std::abs(where.center().y() - 100) <= 2);
    const QImage first = picture.image;
    picture.draw();
    CHECK(picture.image == first);
}

TEST_CASE("the scale bar is round and not longer than asked", "[furniture]") {
    for (double m_per_px = 0.001; m_per_px < 1e5; m_per_px *= 1.37) {
        const double length = scale_bar_length_m(m_per_px, 150);
        CHECK(length <= 150 * m_per_px * (1 + 1e-9));
        CHECK(length >= 150 * m_per_px / 2.5 * (1 - 1e-9));
        const double mantissa = length / std::pow(10, std::floor(std::log10(length * (1 + 1e-12))));
        CHECK((mantissa == Approx(1) || mantissa == Approx(2) || mantissa == Approx(5)));
    }
    CHECK(length_text(2000) == "2 km");
    CHECK(length_text(500) == "500 m");
}
