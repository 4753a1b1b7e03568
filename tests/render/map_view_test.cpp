#include "render/map_view.hpp"

#include <random>

#include "catch.hpp"

using namespace liangdi;
using render::MapView;

namespace {
struct Made {
    MapView view;
    QPointF px;
};
/// Views as people use them: the town's coordinates, scales from 1:100 to 1:1M, 72 to 300 dpi.
template <typename Check>
void for_views(Check check) {
    std::mt19937 random(7);
    const auto between = [&](double a, double b) { return std::uniform_real_distribution(a, b)(random); };
    for (int i = 0; i < 300; ++i) {
        const QSize size(static_cast<int>(between(2, 4000)), static_cast<int>(between(2, 4000)));
        const double scale = std::pow(10, between(2, 6));
        check(Made{MapView::at_scale({between(4e5, 7e5), between(2.9e6, 3e6)}, scale, size, between(72, 300)),
                   QPointF(between(-100, 4000), between(-100, 4000))});
    }
}
bool near(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-3;
}
}  // namespace

TEST_CASE("ground and px are inverse", "[view]") {
    for_views([](const Made& m) {
        CHECK(near(m.view.to_px(m.view.to_ground(m.px)), m.px));
        CHECK(
            near(m.view.to_px(m.view.centre), QPointF(m.view.size_px.width(), m.view.size_px.height()) / 2));
    });
}

TEST_CASE("north is up and east is right", "[view]") {
    for_views([](const Made& m) {
        const geo::Point p = m.view.to_ground(m.px);
        CHECK(m.view.to_px({p.x, p.y + 10}).y() < m.px.y());
        CHECK(m.view.to_px({p.x + 10, p.y}).x() > m.px.x());
    });
}

TEST_CASE("a scale is a length on the device against a length on the ground", "[view]") {
    for_views([](const Made& m) {
        const geo::Point a = m.view.to_ground({0, 0}), b = m.view.to_ground({m.view.dpi, 0});  // one inch
        CHECK((b.x - a.x) / 0.0254 == Approx(m.view.scale()));
    });
}

TEST_CASE("zooming keeps the place under the cursor and goes back", "[view]") {
    for_views([](const Made& m) {
        const geo::Point kept = m.view.to_ground(m.px);
        const MapView nearer = m.view.zoomed(m.px, 1.7);
        CHECK(near(nearer.to_px(kept), m.px));
        CHECK(nearer.scale() == Approx(m.view.scale() / 1.7));
        const MapView back = nearer.zoomed(m.px, 1 / 1.7);
        CHECK(near(back.to_px(m.view.centre), m.view.to_px(m.view.centre)));
    });
    const MapView nearest = MapView::at_scale({0, 0}, 10, {100, 100}).zoomed({0, 0}, 1000);
    CHECK(nearest.scale() == Approx(10));
}

TEST_CASE("panning moves the ground with the mouse", "[view]") {
    for_views([](const Made& m) {
        const QPointF by(13, -40);
        CHECK(near(m.view.panned(by).to_px(m.view.to_ground(m.px)), m.px + by));
        CHECK(m.view.panned(by).scale() == Approx(m.view.scale()));
    });
}

TEST_CASE("fit shows the whole box with its margin and touches one side", "[view]") {
    for_views([](const Made& m) {
        geo::Box box;
        box.add(m.view.to_ground(m.px));
        box.add(m.view.to_ground(m.px + QPointF(300, 170)));
        const QSize size(500, 400);
        const MapView view = MapView::fit(box, size, m.view.dpi, 20);
        const QPointF a = view.to_px({box.min_x, box.max_y}), b = view.to_px({box.max_x, box.min_y});
        CHECK(std::min(a.x(), a.y()) == Approx(20).margin(1e-3));
        CHECK(b.x() <= 480 + 1e-3);
        CHECK(b.y() <= 380 + 1e-3);
    });
    CHECK(MapView::fit({}, {100, 100}).scale() == Approx(1000));
    geo::Box point;
    point.add(geo::Point{5, 6});
    CHECK(MapView::fit(point, {100, 100}).scale() == Approx(500));
}

TEST_CASE("the extent's corners are the picture's corners", "[view]") {
    for_views([](const Made& m) {
        const geo::Box e = m.view.extent();
        CHECK(near(m.view.to_px({e.min_x, e.max_y}), {0, 0}));
        CHECK(
            near(m.view.to_px({e.max_x, e.min_y}), QPointF(m.view.size_px.width(), m.view.size_px.height())));
    });
}

TEST_CASE("a round scale is the next smaller one of two digits", "[view]") {
    for_views([](const Made& made) {
        const MapView round = made.view.at_round_scale();
        CHECK(round.scale() >= made.view.scale() * (1 - 1e-9));
        CHECK(round.scale() <= made.view.scale() * 1.1);
        const double step = std::pow(10.0, std::floor(std::log10(round.scale())) - 1);
        CHECK(std::abs(round.scale() / step - std::round(round.scale() / step)) < 1e-6);
        CHECK(round.at_round_scale().scale() == Approx(round.scale()));
        CHECK(round.centre == made.view.centre);
    });
    CHECK(MapView::at_scale({0, 0}, 2263, {10, 10}).at_round_scale().scale() == Approx(2300));
}
