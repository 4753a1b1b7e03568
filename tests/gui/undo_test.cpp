#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include "catch.hpp"
#include "gui/feature_page.hpp"
#include "gui/history_dock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/status_row.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {
QString shown_name(OpenWindow& open) {
    auto& fields = *open.window.inspector().page()->fields();
    for (int row = 0; row < fields.rowCount(); ++row) {
        if (fields.item(row, 1)->text().endsWith("号楼")) return fields.item(row, 1)->text();
    }
    return {};
}
}  // namespace

TEST_CASE("Ctrl+Z takes the caller's last edit back and the window follows", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.click(town.in_building);
    REQUIRE(shown_name(open) == "1号楼");
    const auto& project = open.window.model().project();
    project->store->apply(
        {project->head("rename a building"),
         {land::Update{"building", town.building, {{"name", std::string("1号楼"), std::string("9号楼")}}}}});
    open.window.model().look_for_changes();
    REQUIRE(open.settle());
    CHECK(shown_name(open) == "9号楼");
    CHECK(open.window.actions().undo->toolTip().contains("rename a building"));
    CHECK_FALSE(open.window.actions().redo->isEnabled());
    const int entries = open.window.history_dock().table()->rowCount();

    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return shown_name(open) == "1号楼"; }));
    REQUIRE(open.settle());
    CHECK(open.window.history_dock().table()->rowCount() == entries + 1);
    CHECK(open.window.status().message().contains("rename a building"));
    CHECK(open.window.actions().redo->isEnabled());

    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(test::wait_for([&] { return shown_name(open) == "9号楼"; }));
    CHECK(open.settle());
}

TEST_CASE("undo leaves the edits of others alone", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    // All that happened was somebody else's.
    CHECK_FALSE(open.window.actions().undo->isEnabled());
    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(open.settle());
    CHECK(test::history_length(town) == 1);
}

TEST_CASE("what another process writes is noticed by itself", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.window.model().watch_every(10);
    open.click(town.in_building);
    REQUIRE(shown_name(open) == "1号楼");
    test::edit_elsewhere(town, town.building, "77号楼");
    REQUIRE(test::wait_for([&] { return shown_name(open) == "77号楼"; }));
    CHECK(test::wait_for([&] { return open.window.history_dock().table()->rowCount() == 2; }));
}
