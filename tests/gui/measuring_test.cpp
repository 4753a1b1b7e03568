// Measuring and bookmarks under real mouse and key events.
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <cmath>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/lengths.hpp"
#include "gui/bookmark_panel.hpp"
#include "gui/measure_panel.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// Four corners around the first building, at 1:1000 all in sight.
const std::vector<geo::Point> corners{{test::e0 - 10, test::n0 - 10},
                                      {test::e0 + 70, test::n0 - 10},
                                      {test::e0 + 70, test::n0 + 50},
                                      {test::e0 - 10, test::n0 + 50}};

struct Measuring {
    SmallTown town;
    OpenWindow open{town};
    gui::MapCanvas& map = open.map();

    explicit Measuring(QAction* gui::WindowActions::*tool) {
        open.look_at(town.in_building);
        (open.window.actions().*tool)->trigger();
        REQUIRE(open.window.measure_panel().isVisible());
    }
    void click(const geo::Point& ground) { QTest::mouseClick(&map, Qt::LeftButton, {}, open.at(ground)); }
    void double_click(const geo::Point& ground) {
        QTest::mouseClick(&map, Qt::LeftButton, {}, open.at(ground));
        QTest::mouseDClick(&map, Qt::LeftButton, {}, open.at(ground));
    }
    void key(Qt::Key key) { QTest::keyClick(&map, key); }
    void escape() { QTest::keyClick(&open.window, Qt::Key_Escape); }
    const gui::MeasureTool& tool() const { return open.window.measure_tool(); }
    QStringList lines() const { return open_text().split('\n', Qt::SkipEmptyParts); }
    QString open_text() const { return const_cast<Measuring*>(this)->open.window.measure_panel().text(); }
    /// The first number in a cell of a line.
    double figure(int line, int cell) const {
        QString text = lines().at(line).split('\t').at(cell);
        return text.section(' ', 0, 0).remove(',').toDouble();
    }
};

}  // namespace

TEST_CASE("a distance is measured corner by corner, by both methods", "[gui]") {
    Measuring m(&gui::WindowActions::measure_distance);
    m.click(corners[0]);
    m.click(corners[1]);
    // Live: the cursor's place counts while the sketch is open.
    QTest::mouseMove(&m.map, m.open.at(corners[2]));
    REQUIRE(m.tool().corners().size() == 2);
    REQUIRE(m.tool().shown().size() == 3);
    CHECK(m.figure(0, 1) == Approx(140).epsilon(0).margin(0.6));
    m.double_click(corners[2]);
    REQUIRE(m.tool().ended());
    REQUIRE(m.tool().corners().size() == 3);
    const auto& line = m.tool().corners();
    const auto crs = geo::Crs::from_text("EPSG:4544");
    REQUIRE(m.lines().size() == 3);
    CHECK(m.figure(0, 1) == Approx(geo::planar_length_m(line)).epsilon(0).margin(0.0051));
    CHECK(m.figure(1, 1) == Approx(geo::ellipsoidal_length_m(line, crs)).epsilon(0).margin(0.0051));
    CHECK(m.lines()[0].contains("EPSG:4544"));
    CHECK(m.lines()[2].contains(QStringLiteral("°")));
    // The next click begins anew.
    m.click(corners[3]);
    CHECK(m.tool().corners().size() == 1);
    CHECK_FALSE(m.tool().ended());
    CHECK(m.open.window.selection().empty());
}

TEST_CASE("an area is measured in m² and 亩, and can be copied", "[gui]") {
    Measuring m(&gui::WindowActions::measure_area);
    for (const auto& corner : corners) m.click(corner);
    m.key(Qt::Key_Return);
    REQUIRE(m.tool().ended());
    geo::Ring ring = m.tool().corners();
    ring.push_back(ring.front());
    const double planar = geo::planar_area_m2(geo::Polygon{ring, {}});
    const double on_ellipsoid = geo::ellipsoidal_area_2008_m2({{ring, {}}}, geo::Crs::from_text("EPSG:4544"));
    CHECK(planar == Approx(4800).epsilon(0.01));
    CHECK(m.figure(0, 1) == Approx(planar).epsilon(0).margin(0.0051));
    CHECK(m.figure(0, 2) == Approx(planar * 0.0015).epsilon(0).margin(0.0051));
    CHECK(m.figure(1, 1) == Approx(on_ellipsoid).epsilon(0).margin(0.0051));
    CHECK(m.figure(1, 2) == Approx(on_ellipsoid * 0.0015).epsilon(0).margin(0.0051));
    CHECK(std::abs(planar - on_ellipsoid) > 0.1);  // two methods, two figures
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(m.open.window.measure_panel().copy_button(), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == m.open_text());
    CHECK(QGuiApplication::clipboard()->text().contains("2008"));
}

TEST_CASE("an outline that crosses itself has no area", "[gui]") {
    Measuring m(&gui::WindowActions::measure_area);
    for (const int i : {0, 2, 1, 3}) m.click(corners[static_cast<std::size_t>(i)]);
    m.key(Qt::Key_Return);
    CHECK(m.lines().isEmpty());
    CHECK_FALSE(m.open.window.measure_panel().copy_button()->isEnabled());
    // As a line it has its length: the corners stay when the kind changes.
    QTest::mouseClick(m.open.window.measure_panel().kind_button(gui::MeasureTool::Kind::distance),
                      Qt::LeftButton);
    CHECK(m.tool().corners().size() == 4);
    CHECK_FALSE(m.lines().isEmpty());
}

TEST_CASE("Backspace takes the last corner back, Esc goes down its ladder", "[gui]") {
    Measuring m(&gui::WindowActions::measure_distance);
    for (const auto& corner : corners) m.click(corner);
    m.key(Qt::Key_Backspace);
    CHECK(m.tool().corners().size() == 3);
    m.escape();  // the corner
    CHECK(m.tool().corners().size() == 2);
    m.escape();  // the sketch
    CHECK(m.tool().corners().empty());
    CHECK(m.open.window.measure_panel().isVisible());
    m.escape();  // the tool
    CHECK_FALSE(m.open.window.measure_panel().isVisible());
    CHECK(m.map.tool()->name() != m.tool().name());
    CHECK(m.open.window.actions().select_tool->isChecked());
}

TEST_CASE("measuring by keys alone: arrows move the map, Ins adds its centre, Enter ends", "[gui]") {
    Measuring m(&gui::WindowActions::measure_distance);
    const auto start = m.map.view().centre;
    m.key(Qt::Key_Insert);
    for (int i = 0; i < 3; ++i) m.key(Qt::Key_Right);
    m.key(Qt::Key_Insert);
    const auto stop = m.map.view().centre;
    m.key(Qt::Key_Return);
    CHECK(m.tool().corners() == geo::LineString{start, stop});
    CHECK(stop.x > start.x);
    CHECK(m.figure(0, 1) == Approx(stop.x - start.x).epsilon(0).margin(0.0051));
    CHECK(m.lines()[2].contains(QStringLiteral("90°00′00″")));
}

TEST_CASE("Enter picks what lies under the cross at the map's centre", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.look_at(town.in_building);
    QTest::keyClick(&open.window, Qt::Key_F8);
    QTest::keyClick(&open.map(), Qt::Key_Return);
    REQUIRE(open.settle());
    CHECK(open.window.selection().features() == std::vector<gui::FeatureRef>{{"building", town.building}});
    const double before = open.map().view().m_per_px;
    QTest::keyClick(&open.map(), Qt::Key_Plus);
    CHECK(open.map().view().m_per_px < before);
    QTest::keyClick(&open.map(), Qt::Key_Minus);
    CHECK(open.map().view().m_per_px == Approx(before));
}

TEST_CASE("a bookmark is added, named, gone to and deleted", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& panel = open.window.bookmark_panel();
    open.look_at(town.in_building, 1500);
    const auto view = open.map().view();
    QTest::keyClick(&open.window, Qt::Key_B, Qt::ControlModifier);
    REQUIRE(panel.isVisible());
    auto* editor = panel.list()->findChild<QLineEdit*>();
    REQUIRE(editor);
    editor->selectAll();
    QTest::keyClicks(editor, "Building one");
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(panel.bookmarks().size() == 1);
    CHECK(test::wait_for([&] { return panel.bookmarks()[0].name == "Building one"; }));

    open.look_at(town.in_free_parcel, 4000);
    QTest::keyClick(panel.list(), Qt::Key_Return);
    CHECK(open.map().view().centre.x == Approx(view.centre.x).epsilon(0).margin(1e-6));
    CHECK(open.map().view().m_per_px == Approx(view.m_per_px).epsilon(1e-9));
    REQUIRE(open.settle());
    // Nothing of it is an edit of the town.
    const auto before = test::history_length(town);
    open.window.open_town(town.file);
    REQUIRE(open.settle());
    CHECK(test::history_length(town) == before);
    REQUIRE(panel.bookmarks().size() == 1);  // by the town's file id

    open.window.actions().show_bookmarks->trigger();
    QTest::keyClick(panel.list(), Qt::Key_Delete);
    CHECK(panel.bookmarks().empty());
    QTest::keyClick(&open.window, Qt::Key_Escape);
    CHECK_FALSE(panel.isVisible());
}

TEST_CASE("bookmarks out of the settings: what is none is left out", "[gui]") {
    const std::vector<gui::Bookmark> two{{"a", {1, 2, 3, 4}}, {"b", {5, 6, 5, 6}}};
    CHECK(gui::bookmarks_of(gui::to_variant(two)) == two);
    QVariantList odd = gui::to_variant(two).toList();
    odd << QVariant("x") << QVariant(QVariantList{"", 1, 2, 3, 4}) << QVariant(QVariantList{"c", 9, 9, 1, 1});
    CHECK(gui::bookmarks_of(odd) == two);
    CHECK(gui::free_name(two, "a") == "a 1");
    CHECK(gui::free_name({{"a 1", {}}, {"a 2", {}}}, "a") == "a 3");
}
