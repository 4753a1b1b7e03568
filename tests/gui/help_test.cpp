// A building's board, statistics and help in the window: they follow the selection and the lock.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "catch.hpp"
#include "gui/board_page.hpp"
#include "gui/help_dock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/statistics_page.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

void choose(QComboBox& box, int index, OpenWindow& open) {
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Home);
    for (int i = 0; i < index; ++i) QTest::keyClick(&box, Qt::Key_Down);
    REQUIRE(box.currentIndex() == index);
    REQUIRE(open.settle());
}

QString cell(QTableWidget& table, int row, int column) {
    return table.item(row, column)->text();
}

int row_of(QTableWidget& table, const QString& name) {
    for (int i = 0; i < table.rowCount(); ++i)
        if (cell(table, i, 0) == name) return i;
    return -1;
}

}  // namespace

TEST_CASE("the board is that of the building, or of the household's; public it names nobody", "[gui][help]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& board = open.window.board_page();
    open.window.inspector().setCurrentWidget(&board);
    CHECK_FALSE(board.board());
    open.window.selection().pick({{"building", town.building}}, {});
    open.window.inspector().setCurrentWidget(&board);
    REQUIRE(open.settle());
    REQUIRE(board.board());
    CHECK(board.board()->name == "1号楼");
    REQUIRE(board.flats()->rowCount() == 1);
    CHECK(cell(*board.flats(), 0, 2) == "张样一");
    CHECK_FALSE(board.note()->text().isEmpty());  // the groups are sealed

    open.window.selection().choose_household(town.other_household);
    open.window.inspector().setCurrentWidget(&board);
    REQUIRE(open.settle());
    CHECK(board.board()->name == "2号楼");
    choose(*board.edition(), 1, open);
    CHECK(board.board()->edition == tasks::BoardEdition::public_board);
    CHECK_FALSE(board.flats()->isVisible());
    for (int i = 2; i < board.counts()->rowCount(); ++i)
        CHECK((cell(*board.counts(), i, 1) == "<5" || cell(*board.counts(), i, 1) == "0"));
    open.window.selection().clear();
    CHECK_FALSE(board.board());
}

TEST_CASE("a flat of the board leads to its household", "[gui][help]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& board = open.window.board_page();
    open.window.selection().pick({{"building", town.building}}, {});
    open.window.inspector().setCurrentWidget(&board);
    REQUIRE(open.settle());
    auto& flats = *board.flats();
    const QPoint at = flats.visualItemRect(flats.item(0, 0)).center();
    QTest::mouseClick(flats.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(flats.viewport(), Qt::LeftButton, {}, at);
    REQUIRE(open.settle());
    CHECK(open.window.selection().household() == town.household);
    CHECK(open.window.inspector().currentIndex() == 0);  // its card
}

TEST_CASE("statistics mark the place of the selection; chart and table say the same", "[gui][help]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& page = open.window.statistics_page();
    open.window.inspector().setCurrentWidget(&page);
    REQUIRE(open.settle());
    REQUIRE(page.chart()->rows().size() == 1);
    CHECK(page.chart()->rows()[0].name == "惠泽社区");
    CHECK(page.chart()->rows()[0].total == "2");
    REQUIRE(page.table()->rowCount() == 2);
    CHECK(cell(*page.table(), 1, 1) == "2");

    choose(*page.level(), 2, open);
    REQUIRE(page.chart()->rows().size() == 2);
    open.window.selection().choose_household(town.other_household);
    open.window.inspector().setCurrentWidget(&page);
    REQUIRE(open.settle());
    open.window.selection().pick({{"building", town.other_building}}, {});
    open.window.inspector().setCurrentWidget(&page);
    REQUIRE(open.settle());
    CHECK(page.chart()->marked() == town.other_building);

    // A real click on a bar selects its building.
    QTest::mouseClick(page.chart(), Qt::LeftButton, {}, page.chart()->row_rect(0).center());
    REQUIRE(open.settle());
    CHECK(open.window.selection().features() == std::vector<gui::FeatureRef>{{"building", town.building}});
    CHECK(page.isVisible());  // whoever reads statistics stays there

    choose(*page.measure(), 3, open);  // farmland by use
    const int row = row_of(*page.table(), "1号楼");
    REQUIRE(row >= 0);
    CHECK(cell(*page.table(), row, page.table()->columnCount() - 1) == "2.40");
    CHECK(page.chart()->rows()[static_cast<std::size_t>(row)].total == "2.40");
    choose(*page.measure(), 6, open);  // groups, locked
    CHECK(page.note()->isVisible());
    CHECK(page.chart()->rows().empty());
}

TEST_CASE("help opens from the menu; while locked the list of ground floors cannot be read", "[gui][help]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& help = open.window.help_dock();
    CHECK_FALSE(help.ground_floor_button()->isEnabled());
    help.show_ground_floor("reason");
    REQUIRE(open.settle());
    CHECK(help.ground_floor()->rowCount() == 0);
    help.show_pairing();
    REQUIRE(open.settle());
    CHECK(help.loads()->rowCount() == 0);
    CHECK_FALSE(help.balance_button()->isEnabled());
}
