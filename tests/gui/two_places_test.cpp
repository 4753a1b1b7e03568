// 两地: both maps show one selection, whichever was clicked; the mode changes neither tool nor selection.
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/strips.hpp"
#include "gui/two_places_view.hpp"
#include "small_town.hpp"

using namespace liangdi;
using gui::Mode;
using land::PlaceKind;
using test::OpenWindow;
using test::SmallTown;

namespace {

std::vector<std::int64_t> highlighted(const gui::MapCanvas& map, const std::string& layer) {
    const auto found = std::ranges::find(map.layers(), layer, &render::MapLayer::name);
    return found == map.layers().end() ? std::vector<std::int64_t>() : found->highlighted;
}

struct TwoPlacesWindow : OpenWindow {
    explicit TwoPlacesWindow(const SmallTown& town) : OpenWindow(town) {
        window.resize(1500, 860);
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
        settle();
    }
    gui::TwoPlacesView& view() { return window.two_places(); }
    gui::MapCanvas& village() { return view().village(); }
    void click_on(gui::MapCanvas& on, const geo::Point& ground) {
        on.set_view(on.view().with_scale(1000).centred(ground));
        settle();
        QTest::mouseClick(&on, Qt::LeftButton, {},
                          (on.view().to_px(ground) / on.devicePixelRatioF()).toPoint());
        settle();
    }
};

/// Beside the pill, which stands over the middle of the family's land.
const geo::Point in_farmland{test::e0 + 3045, test::n0 + 4};

}  // namespace

TEST_CASE("Alt+2 puts the villages beside the town, Alt+1 takes them away; tool and selection stay",
          "[gui][twoplaces]") {
    const SmallTown town;
    OpenWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    open.window.actions().pan_tool->trigger();
    const auto before = open.map().view();
    CHECK_FALSE(open.window.two_places().village().isVisible());
    QTest::keyClick(&open.window, Qt::Key_2, Qt::AltModifier);
    REQUIRE(open.settle());
    CHECK(open.window.mode() == Mode::two_places);
    auto& view = open.window.two_places();
    CHECK(view.village().isVisible());
    CHECK(view.panel().isVisible());
    CHECK(view.village().width() >= 300);
    CHECK(open.window.selection().household() == town.household);
    CHECK(open.window.actions().pan_tool->isChecked());
    CHECK(view.village().tool()->name() == open.map().tool()->name());
    for (auto* map : {&open.map(), &view.village()}) {
        CHECK(highlighted(*map, "building") == std::vector{town.building});
        CHECK(highlighted(*map, "farmland") == std::vector{town.farmland});
        CHECK(highlighted(*map, "homestead") == std::vector{town.homestead});
    }
    CHECK(open.map().view().extent().contains(town.in_building));
    CHECK(view.village().view().extent().contains(in_farmland));
    CHECK_FALSE(view.village().view().extent().contains(town.in_building));

    QTest::keyClick(&open.window, Qt::Key_1, Qt::AltModifier);
    REQUIRE(open.settle());
    CHECK(open.window.mode() == Mode::map);
    CHECK_FALSE(view.village().isVisible());
    CHECK(open.window.selection().household() == town.household);
    CHECK(open.window.actions().pan_tool->isChecked());
    CHECK(highlighted(open.map(), "farmland") == std::vector{town.farmland});
    CHECK(before.size_px.isValid());
}

TEST_CASE("the legend tells classes and, while the hatches are drawn, how land is used", "[gui][twoplaces]") {
    const SmallTown town;
    OpenWindow open(town);
    QTest::keyClick(&open.window, Qt::Key_2, Qt::AltModifier);
    REQUIRE(open.settle());
    auto& panel = open.window.two_places().panel();
    const auto told = [&] {
        std::set<QString> words;
        for (const auto* label : panel.findChildren<QLabel*>()) words.insert(label->text());
        return words;
    };
    auto words = told();
    for (const char* title :
         {"Paddy", "Homestead", "Idle", "Leased", "In cooperative", "Returned", "Reclaimed"})
        CHECK(words.contains(title));
    // What the map does not draw is not told.
    std::vector<render::MapLayer> layers = open.map().layers();
    for (auto& layer : layers)
        if (layer.name == "land_status") layer.visible = false;
    panel.show_legend(layers);
    words = told();
    CHECK(words.contains("Paddy"));
    CHECK_FALSE(words.contains("Idle"));
}

TEST_CASE("a click on either side selects both; the map that was clicked does not move", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    CHECK(open.view().panel().caption()->text().contains("Click"));
    open.click_on(open.map(), town.in_building);
    const auto town_view = open.map().view();
    REQUIRE(open.view().places());
    CHECK(open.view().places()->place == tasks::PlaceRef{PlaceKind::building, town.building});
    CHECK(highlighted(open.village(), "farmland") == std::vector{town.farmland});
    CHECK(highlighted(open.map(), "woodland") == std::vector{town.woodland});
    CHECK(open.map().view().centre == town_view.centre);
    CHECK(open.map().view().centre == town.in_building);
    CHECK(open.village().view().extent().contains(in_farmland));

    open.click_on(open.village(), in_farmland);
    CHECK(open.window.selection().features() == std::vector<gui::FeatureRef>{{"farmland", town.farmland}});
    CHECK(open.view().places()->place == tasks::PlaceRef{PlaceKind::parcel, town.farmland});
    CHECK(open.village().view().centre == in_farmland);
    CHECK(highlighted(open.map(), "building") == std::vector{town.building});
    CHECK(open.map().view().extent().contains(town.in_building));
    // The farmland's line goes back to the building.
    REQUIRE(open.view().overlay().lines().size() == 1);
    CHECK(open.view().overlay().lines()[0].name == "1号楼");
    CHECK(open.window.tool_strip().selection_words().contains("1"));

    QTest::keyClick(&open.window, Qt::Key_Escape);
    REQUIRE(open.settle());
    CHECK(open.window.selection().empty());
    CHECK(open.window.mode() == Mode::two_places);
    CHECK(open.view().overlay().lines().empty());
    CHECK(highlighted(open.map(), "building").empty());
}

TEST_CASE("looked at from the grid, the community, the group", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.click_on(open.map(), town.in_building);
    auto& panel = open.view().panel();
    CHECK(panel.level_button(PlaceKind::building)->isChecked());
    CHECK(panel.level_button(PlaceKind::grid)->isEnabled());
    CHECK_FALSE(panel.level_button(PlaceKind::cooperative)->isEnabled());
    QTest::mouseClick(panel.level_button(PlaceKind::grid), Qt::LeftButton);
    REQUIRE(open.settle());
    CHECK(open.view().places()->place.kind == PlaceKind::grid);
    CHECK(open.view().places()->flows.total.households == 2);
    CHECK(highlighted(open.map(), "building") == std::vector{town.building, town.other_building});
    // The selection is still the building: from it, not from the grid, the next step goes out.
    CHECK(open.window.selection().features() == std::vector<gui::FeatureRef>{{"building", town.building}});
    open.click_on(open.map(), town.in_other_building);
    CHECK(open.view().places()->place.kind == PlaceKind::grid);

    open.click_on(open.village(), in_farmland);
    REQUIRE(open.view().places()->place.kind == PlaceKind::parcel);  // a parcel lies in no grid
    QTest::mouseClick(panel.level_button(PlaceKind::group), Qt::LeftButton);
    REQUIRE(open.settle());
    CHECK(open.view().places()->place.kind == PlaceKind::group);
    CHECK(open.view().overlay().lines().size() == 2);
}

TEST_CASE("lines by households or by area, with the sums and the table beside them", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.click_on(open.map(), town.in_building);
    auto& panel = open.view().panel();
    const auto& lines = open.view().overlay().lines();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].value == 1);
    CHECK(lines[0].figures.contains("5.91"));  // 2.40 + a third of 10.00 + 120 m2, as 0.18
    CHECK(panel.caption()->text().contains("5.91"));
    CHECK(panel.statuses()->text().contains("5.91"));
    REQUIRE(panel.table()->rowCount() == 2);
    CHECK(panel.table()->item(0, 0)->text() == "龙井村二组");
    CHECK(panel.table()->item(1, 2)->text() == "5.91");
    QTest::mouseClick(panel.by_mu(), Qt::LeftButton, {}, QPoint(8, panel.by_mu()->height() / 2));
    REQUIRE(open.settle());
    CHECK(panel.measure() == land::FlowMeasure::mu);
    CHECK(lines[0].value == Approx(5.91 / 8));
}

TEST_CASE("F7 hides the lines; a pill is clicked through to its place, the rest to the map",
          "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.click_on(open.map(), town.in_building);
    auto& overlay = open.view().overlay();
    open.village().set_view(open.village().view().centred({test::e0 + 3600, test::n0 + 600}));
    REQUIRE(open.settle());
    const auto picture = overlay.picture();
    REQUIRE(picture.pills.size() == 1);
    CHECK(picture.pills[0].off_map);
    const QPoint pill = open.village().mapFromGlobal(
        overlay.mapToGlobal((picture.pills[0].box.center() / overlay.devicePixelRatioF()).toPoint()));
    QTest::mouseClick(&open.village(), Qt::LeftButton, {}, pill);
    REQUIRE(open.settle());
    CHECK(open.village().view().centre == *overlay.lines()[0].at);
    CHECK(open.window.selection().features() == std::vector<gui::FeatureRef>{{"building", town.building}});

    QTest::keyClick(&open.window, Qt::Key_F7);
    CHECK_FALSE(overlay.isVisible());
    // Where the pill was a click reaches the map: nothing lies there.
    open.village().set_view(open.village().view().centred({test::e0 + 3600, test::n0 + 600}));
    REQUIRE(open.settle());
    QTest::mouseClick(&open.village(), Qt::LeftButton, {}, pill);
    REQUIRE(open.settle());
    CHECK(open.window.selection().empty());
    QTest::keyClick(&open.window, Qt::Key_F7);
    CHECK(overlay.isVisible());
}

TEST_CASE("locked scales move together, free ones do not", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.map().set_scale(1000);
    open.village().set_scale(4000);
    REQUIRE(open.settle());
    CHECK(open.map().view().scale() == Approx(1000));
    open.view().lock_scales(true);
    CHECK(open.village().view().scale() == Approx(1000));
    open.village().set_scale(2500);
    CHECK(open.map().view().scale() == Approx(2500));
    open.view().lock_scales(false);
    open.map().set_scale(5000);
    CHECK(open.village().view().scale() == Approx(2500));
    // Zoom acts on the map that is in use.
    QTest::mouseMove(&open.village(), open.village().rect().center());
    QTest::mousePress(&open.village(), Qt::MiddleButton, {}, open.village().rect().center());
    QTest::mouseRelease(&open.village(), Qt::MiddleButton, {}, open.village().rect().center());
    open.window.actions().zoom_in->trigger();
    CHECK(open.village().view().scale() == Approx(2500 / 1.5));
    CHECK(open.map().view().scale() == Approx(5000));
}

TEST_CASE("what somebody else writes is drawn on both maps and counted anew", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.click_on(open.map(), town.in_building);
    CHECK(open.view().panel().caption()->text().contains("1号楼"));
    test::edit_elsewhere(town, town.building, "一号楼");
    open.window.model().look_for_changes();
    REQUIRE(open.settle());
    CHECK(open.view().panel().caption()->text().contains("一号楼"));
}

TEST_CASE("the search shows a family on both maps without moving one over the other", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    CHECK(open.map().view().extent().contains(town.in_building));
    CHECK_FALSE(open.map().view().extent().contains(in_farmland));
    CHECK(open.village().view().extent().contains(in_farmland));
    open.window.show_household_places(true);
    REQUIRE(open.settle());
    CHECK_FALSE(open.map().view().extent().contains(in_farmland));
}

TEST_CASE("closing the town leaves the mode; the next one starts with the map", "[gui][twoplaces]") {
    const SmallTown town;
    TwoPlacesWindow open(town);
    open.click_on(open.map(), town.in_building);
    open.window.model().close();
    CHECK(open.window.mode() == Mode::map);
    QTest::keyClick(&open.window, Qt::Key_2, Qt::AltModifier);
    CHECK(open.window.mode() == Mode::map);
    open.window.open_town(town.file);
    REQUIRE(open.settle());
    CHECK_FALSE(open.village().isVisible());
    CHECK(open.map().isVisible());
}
