#include <QLabel>
#include <QTableWidget>
#include <QTest>
#include <algorithm>

#include <QLineEdit>
#include <QPushButton>
#include "catch.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/link_form.hpp"
#include "gui/search_field.hpp"
#include "gui/strips.hpp"
#include "land/land_sums.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {
std::vector<std::int64_t> highlighted(gui::MapCanvas& map, const std::string& layer) {
    const auto found = std::ranges::find(map.layers(), layer, &render::MapLayer::name);
    return found == map.layers().end() ? std::vector<std::int64_t>() : found->highlighted;
}
}  // namespace

TEST_CASE("a click on a building lists its household; choosing it shows both places", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.click(town.in_building);
    REQUIRE(open.window.selection().features() == std::vector<gui::FeatureRef>{{"building", town.building}});
    auto& list = *open.window.inspector().page()->households();
    REQUIRE(list.rowCount() == 1);
    CHECK(list.item(0, 0)->text() == "张样一");
    CHECK(list.item(0, 2)->text() == "B1-101");
    CHECK(list.item(0, 3)->text() == "1");
    CHECK(highlighted(open.map(), "building") == std::vector{town.building});
    CHECK(highlighted(open.map(), "farmland").empty());

    // A real click on the row.
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0, 0)).center());
    REQUIRE(open.settle());
    REQUIRE(open.window.selection().household() == town.household);
    CHECK(highlighted(open.map(), "building") == std::vector{town.building});
    CHECK(highlighted(open.map(), "homestead") == std::vector{town.homestead});
    CHECK(highlighted(open.map(), "farmland") == std::vector{town.farmland});
    CHECK(highlighted(open.map(), "woodland") == std::vector{town.woodland});

    auto& card = *open.window.inspector().card();
    REQUIRE(card.household());
    CHECK(card.lands()->rowCount() == 3);
    CHECK(card.members()->rowCount() == 1);
    CHECK(card.members()->item(0, 3)->text() == "52");  // on the reference date's year
    // 1/3 of 10.00 mu is 3.33; 2.40 + 3.33, and the homestead in its own unit.
    const auto totals = land::own_totals(*card.household());
    CHECK(totals.at("mu") == 573);
    CHECK(totals.at("m2") == 12000);
}

TEST_CASE("the card's buttons show the land and the home", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    REQUIRE(open.window.selection().household() == town.household);
    auto& card = *open.window.inspector().card();
    emit card.lands_wanted();
    CHECK(open.map().view().extent().contains(geo::Point{test::e0 + 3100, test::n0 + 20}));
    CHECK_FALSE(open.map().view().extent().contains(town.in_building));
    emit card.homes_wanted();
    CHECK(open.map().view().extent().contains(town.in_building));
    CHECK_FALSE(open.map().view().extent().contains(geo::Point{test::e0 + 3100, test::n0 + 20}));
}

TEST_CASE("the search box finds by code and by name, and says when there is none", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    QTest::keyClick(&open.window, Qt::Key_F, Qt::ControlModifier);
    auto& box = open.window.search_box();
    CHECK(box.hasFocus());
    box.setText("李样二");
    QTest::keyClick(&box, Qt::Key_Return);
    REQUIRE(open.settle());
    CHECK(open.window.selection().household() == town.other_household);
    open.window.activateWindow();
    QTest::keyClick(&open.window, Qt::Key_F, Qt::ControlModifier);
    box.setText("nobody");
    QTest::keyClick(&box, Qt::Key_Return);
    REQUIRE(open.settle());
    CHECK(open.window.error_strip().isVisible());
    CHECK(open.window.selection().household() == town.other_household);
}

TEST_CASE("Shift adds, Ctrl takes away, a box takes what it meets", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.click(town.in_building);
    open.click(town.in_other_building, Qt::ShiftModifier);
    CHECK(open.window.selection().features() ==
          std::vector<gui::FeatureRef>{{"building", town.building}, {"building", town.other_building}});
    open.click(town.in_building, Qt::ControlModifier);
    CHECK(open.window.selection().features() ==
          std::vector<gui::FeatureRef>{{"building", town.other_building}});

    open.look_at({test::e0 + 80, test::n0 + 20}, 1500);
    QTest::mousePress(&open.map(), Qt::LeftButton, {}, open.at({test::e0 - 20, test::n0 + 60}));
    QTest::mouseMove(&open.map(), open.at({test::e0 + 100, test::n0 + 10}));
    QTest::mouseRelease(&open.map(), Qt::LeftButton, {}, open.at({test::e0 + 180, test::n0 - 20}));
    REQUIRE(open.settle());
    CHECK(open.window.selection().features().size() == 2);
}

TEST_CASE("Esc goes one step a press: drag, form and tool, selection", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    const auto escape = [&] { QTest::keyClick(&open.window, Qt::Key_Escape); };
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    auto& card = *open.window.inspector().card();
    card.link_button()->click();
    REQUIRE(card.link_form()->isVisible());
    REQUIRE(open.map().tool()->name() != open.window.actions().select_tool->iconText());

    open.map().setFocus();
    const auto before = open.map().view();
    QTest::mousePress(&open.map(), Qt::MiddleButton, {}, {100, 100});
    QTest::mouseMove(&open.map(), {180, 120});
    REQUIRE_FALSE(open.map().view().centre == before.centre);
    escape();  // the drag
    CHECK(open.map().view().centre == before.centre);
    CHECK(card.link_form()->isVisible());
    QTest::mouseRelease(&open.map(), Qt::MiddleButton, {}, {180, 120});
    escape();  // the form and its tool
    CHECK_FALSE(card.link_form()->isVisible());
    CHECK(open.window.selection().household() == town.household);
    open.window.actions().pan_tool->trigger();
    escape();  // the tool
    CHECK(open.window.actions().select_tool->isChecked());
    CHECK(open.window.selection().household() == town.household);
    escape();  // the selection
    CHECK(open.window.selection().empty());
}
