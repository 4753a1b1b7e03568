#include "render/label_layout.hpp"

#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "memory_source.hpp"
#include "render/map_font.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

const QRectF frame(0, 0, 600, 600);

FeatureShape line_at(double degrees, bool backward) {
    geo::LineString line;
    const double c = std::cos(degrees * std::numbers::pi / 180),
                 s = std::sin(degrees * std::numbers::pi / 180);
    for (int i = -10; i <= 10; ++i) line.push_back({300 + c * i * 20, 300 + s * i * 20});
    if (backward) line = {line.rbegin(), line.rend()};
    FeatureShape shape;
    REQUIRE(read_shape(geo::to_spatialite_blob(geo::MultiLineString{line}, 0),
                       MapView{{300, 300}, 1, {600, 600}, 96}, shape));
    return shape;
}

LabelCandidate along(const FeatureShape& shape, const QString& text, double aside = 0) {
    static TextSymbol symbol;
    symbol.offset_y = aside;
    symbol.placement = TextSymbol::Placement::line;
    symbol.letter_spacing = 3;
    std::vector<std::string> warnings;
    const QFont font = map_font({"", 12, false, false}, 1, warnings);
    CHECK(warnings.empty());  // the map's font is part of the set-up
    return layout_label(symbol, text, shape, font, 1, frame);
}

}  // namespace

TEST_CASE("a street's name runs along it, readable from either end", "[labels]") {
    const double degrees = GENERATE(-80, -44, -20, 0, 15, 43, 60, 90);
    const bool backward = GENERATE(false, true);
    CAPTURE(degrees, backward);
    const auto label = along(line_at(degrees, backward), QString::fromUtf8("平远大道"));
    REQUIRE(!label.places.empty());
    REQUIRE(label.places.size() == label.request.places.size());
    const auto& pieces = label.places.front();
    REQUIRE(pieces.size() == 4);
    const bool steep = std::abs(degrees) > 45;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const QPointF d = pieces[i].centre - QPointF(300, 300);
        const double angle = -degrees * std::numbers::pi / 180;  // px: y down
        CHECK(std::abs(d.x() * std::sin(angle) - d.y() * std::cos(angle)) < 0.5);
        CHECK(pieces[i].angle_deg == Approx(steep ? 0 : -degrees).margin(0.01));
        CHECK(label.request.places.front()[i].contains(pieces[i].centre));
        if (i == 0) continue;
        const QPointF step = pieces[i].centre - pieces[i - 1].centre;
        CHECK((steep ? step.y() : step.x()) > 5);
    }
    // The middle of the text is the middle of the street.
    const QPointF middle = (pieces.front().centre + pieces.back().centre) / 2;
    CHECK(std::hypot(middle.x() - 300, middle.y() - 300) < 2);
}

TEST_CASE("figures run along a line of any slope, never upside down", "[labels]") {
    const double degrees = GENERATE(-90, -89, -60, -30, 0, 30, 60, 89, 90);
    const bool backward = GENERATE(false, true);
    CAPTURE(degrees, backward);
    const auto label = along(line_at(degrees, backward), QStringLiteral("123.45"));
    REQUIRE(!label.places.empty());
    const auto& pieces = label.places.front();
    REQUIRE(pieces.size() == 6);
    const double step_x = pieces.back().centre.x() - pieces.front().centre.x();
    const double step_y = pieces.back().centre.y() - pieces.front().centre.y();
    CHECK((std::abs(step_x) < 1e-6 ? step_y < 0 : step_x > 0));  // rightward; upright lines upward
    for (const auto& piece : pieces) {
        CHECK(std::cos(piece.angle_deg * std::numbers::pi / 180) > -1e-9);
        CHECK(piece.angle_deg == Approx(std::atan2(step_y, step_x) * 180 / std::numbers::pi).margin(0.01));
    }
}

TEST_CASE("a perpendicular offset is to the left of the line's own direction", "[labels]") {
    const double degrees = GENERATE(-90, -60, 0, 30, 90);
    const bool backward = GENERATE(false, true);
    const QString text = GENERATE(QStringLiteral("12.34"), QString::fromUtf8("平远大道"));
    CAPTURE(degrees, backward);
    const auto on = along(line_at(degrees, backward), text), off = along(line_at(degrees, backward), text, 9);
    REQUIRE(!on.places.empty());
    REQUIRE(!off.places.empty());
    const double direction = (backward ? degrees + 180 : degrees) * std::numbers::pi / 180;
    // Left of it on the map, with y down on the picture.
    const QPointF left(-std::sin(direction) * 9, -std::cos(direction) * 9);
    for (std::size_t i = 0; i < on.places.front().size(); ++i) {
        const QPointF moved = off.places.front()[i].centre - on.places.front()[i].centre;
        CHECK(moved.x() == Approx(left.x()).margin(0.2));
        CHECK(moved.y() == Approx(left.y()).margin(0.2));
        CHECK(off.request.places.front()[i].contains(off.places.front()[i].centre));
    }
}

TEST_CASE("a name longer than its street has no place", "[labels]") {
    CHECK(along(line_at(10, false), QString(60, u'路')).places.empty());
}

TEST_CASE("the anchor of a hooked area lies inside it", "[labels]") {
    const geo::MultiPolygon hook{{{{0, 0}, {90, 0}, {90, 90}, {80, 90}, {80, 10}, {0, 10}, {0, 0}}, {}}};
    FeatureShape shape;
    REQUIRE(read_shape(geo::to_spatialite_blob(hook, 0), MapView{{50, 50}, 1, {100, 100}, 96}, shape));
    CHECK(contains(shape, anchor_of(shape)));
}

TEST_CASE("vertices that cannot be seen are left out, ends stay", "[shape]") {
    geo::LineString line;
    for (int i = 0; i <= 1000; ++i) line.push_back({i * 0.01, 0});
    FeatureShape shape;
    const MapView view{{5, 0}, 1, {100, 100}, 96};
    REQUIRE(read_shape(geo::to_spatialite_blob(geo::MultiLineString{line}, 0), view, shape));
    CHECK(shape.points.size() <= 35);
    CHECK(shape.points.front() == view.to_px({0, 0}));
    CHECK(shape.points.back() == view.to_px({10, 0}));
}
