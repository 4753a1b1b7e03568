// The map under real mouse and key events.
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "catch.hpp"
#include "gui/status_row.hpp"
#include "small_town.hpp"

#include <QLineEdit>

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

void wheel(gui::MapCanvas& map, QPoint at, int notches) {
    QWheelEvent event(QPointF(at), map.mapToGlobal(QPointF(at)), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map, &event);
}

void drag(gui::MapCanvas& map, Qt::MouseButton button, QPoint from, QPoint to) {
    QTest::mousePress(&map, button, {}, from);
    QTest::mouseMove(&map, (from + to) / 2);
    QTest::mouseMove(&map, to);
    QTest::mouseRelease(&map, button, {}, to);
}

}  // namespace

TEST_CASE("the town is drawn when it is opened", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    REQUIRE(open.map().settled());
    REQUIRE_FALSE(open.map().picture().isNull());
    CHECK(open.map().view().extent().contains(town.in_building));
    // The building is there: its place does not have the paper's colour.
    open.look_at(town.in_building, 8000);
    const QPoint at = open.map().view().to_px(town.in_building).toPoint();
    const QPoint off = open.map().view().to_px(town.nowhere).toPoint();
    CHECK(open.map().picture().pixelColor(at + QPoint(8, 8)) != render::paper_colour);
    REQUIRE(open.map().picture().rect().contains(off));
    CHECK(open.map().picture().pixelColor(off) == render::paper_colour);
}

TEST_CASE("a drag moves the map by exactly that many metres", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.look_at(town.nowhere);
    const auto before = open.map().view();
    const QPoint by(87, -53);

    SECTION("middle button in any tool") {
        drag(open.map(), Qt::MiddleButton, {200, 200}, QPoint(200, 200) + by);
    }
    SECTION("left button with the pan tool") {
        open.window.actions().pan_tool->trigger();
        drag(open.map(), Qt::LeftButton, {200, 200}, QPoint(200, 200) + by);
    }
    SECTION("Space and left button") {
        open.map().setFocus();
        QTest::keyPress(&open.map(), Qt::Key_Space);
        drag(open.map(), Qt::LeftButton, {200, 200}, QPoint(200, 200) + by);
        QTest::keyRelease(&open.map(), Qt::Key_Space);
    }
    const auto after = open.map().view();
    const double ratio = open.map().devicePixelRatioF();
    CHECK(after.centre.x ==
          Approx(before.centre.x - by.x() * ratio * before.m_per_px).epsilon(0).margin(1e-6));
    CHECK(after.centre.y ==
          Approx(before.centre.y + by.y() * ratio * before.m_per_px).epsilon(0).margin(1e-6));
    CHECK(after.m_per_px == before.m_per_px);
    CHECK(open.window.selection().empty());
}

TEST_CASE("the wheel keeps the ground under the cursor", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    const QPoint at(137, 211);
    for (const int notches : {1, 2, -4, 1}) {
        const auto before = open.map().view();
        const auto ground = before.to_ground(QPointF(at) * open.map().devicePixelRatioF());
        wheel(open.map(), at, notches);
        const auto after = open.map().view();
        const auto now = after.to_ground(QPointF(at) * open.map().devicePixelRatioF());
        CHECK((after.m_per_px < before.m_per_px) == (notches > 0));
        CHECK(now.x == Approx(ground.x).epsilon(0).margin(1e-6));
        CHECK(now.y == Approx(ground.y).epsilon(0).margin(1e-6));
    }
    CHECK(open.settle());
}

TEST_CASE("previous and next view, full extent, typed scale", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.look_at(town.in_building, 1000);
    const auto first = open.map().view();
    open.look_at(town.in_free_parcel, 2000);
    const auto second = open.map().view();
    QTest::keyClick(&open.window, Qt::Key_Left, Qt::AltModifier);
    CHECK(open.map().view().centre == first.centre);
    CHECK(open.map().view().m_per_px == first.m_per_px);
    open.settle();
    QTest::keyClick(&open.window, Qt::Key_Right, Qt::AltModifier);
    CHECK(open.map().view().centre == second.centre);
    open.settle();
    open.map().setFocus();
    QTest::keyClick(&open.map(), Qt::Key_Home);
    CHECK(open.map().view().extent().contains(town.in_building));
    CHECK(open.map().view().extent().contains(town.in_free_parcel));
    auto& scale = *open.window.status().scale_field();
    scale.setFocus();
    scale.selectAll();
    QTest::keyClicks(&scale, "1:2500");
    QTest::keyClick(&scale, Qt::Key_Return);
    CHECK(open.map().view().scale() == Approx(2500));
}
