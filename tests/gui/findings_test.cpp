#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "catch.hpp"
#include "gui/findings_dock.hpp"
#include "gui/job_runner.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;
using test::wait_for;

namespace {

struct Findings {
    OpenWindow& open;
    gui::FindingsDock& dock = open.window.findings_dock();
    QTableView& view = *dock.table();
    QDockWidget& frame = *qobject_cast<QDockWidget*>(dock.parentWidget());

    void check() {
        open.window.actions().check_town->trigger();
        REQUIRE(wait_for([&] { return open.window.settled() && dock.check_button()->isEnabled(); }));
        REQUIRE(view.model()->rowCount() > 0);
    }
    QString cell(int row, int column) const { return view.model()->index(row, column).data().toString(); }
    int row_with(const QString& code) const {
        for (int row = 0; row < view.model()->rowCount(); ++row)
            if (cell(row, gui::FindingsModel::code) == code) return row;
        return -1;
    }
};

}  // namespace

TEST_CASE("a check lists what is wrong, severest first, and filters it", "[gui][findings]") {
    const SmallTown town;
    OpenWindow open(town);
    Findings findings{open};
    CHECK(findings.frame.windowTitle() == "Findings");
    findings.check();
    auto& rows = *findings.view.model();
    CHECK(findings.frame.windowTitle() == QString("Findings %1").arg(rows.rowCount()));
    CHECK(findings.frame.isVisible());
    bool past_errors = false;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const bool error = findings.cell(row, gui::FindingsModel::severity).contains("error");
        CHECK_FALSE((error && past_errors));
        past_errors = past_errors || !error;
        CHECK_FALSE(findings.cell(row, gui::FindingsModel::mend).isEmpty());
        CHECK_FALSE(findings.cell(row, gui::FindingsModel::rule).startsWith("check."));
    }
    CHECK(findings.dock.counts().contains("locked"));
    const int all = rows.rowCount();
    findings.dock.severity_field()->setCurrentIndex(2);
    const int errors = rows.rowCount();
    CHECK(errors < all);
    for (int row = 0; row < errors; ++row) CHECK(findings.cell(row, 0).contains("error"));
    findings.dock.severity_field()->setCurrentIndex(0);
    findings.dock.filter_field()->setFocus();
    QTest::keyClicks(findings.dock.filter_field(), "no such words");
    CHECK(rows.rowCount() == 0);
    findings.dock.filter_field()->clear();
    CHECK(rows.rowCount() == all);

    test::edit_elsewhere(town, town.building, "Tower");
    open.window.model().look_for_changes();
    REQUIRE(open.settle());
    CHECK(findings.dock.counts().contains("changed since"));
}

TEST_CASE("Enter, a double click and F4 go to the finding's place and select its row", "[gui][findings]") {
    const SmallTown town;
    OpenWindow open(town);
    Findings findings{open};
    findings.check();
    const int row =
        findings.row_with("5205241010010300003");  // the wood of which two thirds belong to nobody
    REQUIRE(row >= 0);
    open.look_at(town.nowhere);
    const QModelIndex index = findings.view.model()->index(row, 1);
    findings.view.scrollTo(index);
    const QPoint centre = findings.view.visualRect(index).center();
    QTest::mouseClick(findings.view.viewport(), Qt::LeftButton, {}, centre);
    QTest::mouseDClick(findings.view.viewport(), Qt::LeftButton, {}, centre);
    const std::vector<gui::FeatureRef> wood{{"woodland", town.woodland}};
    REQUIRE(wait_for([&] { return open.window.selection().features() == wood && open.window.settled(); }));
    const QPointF px =
        open.map().view().to_px({test::e0 + 3100, test::n0 + 20}) / open.map().devicePixelRatioF();
    CHECK(QRectF(open.map().rect()).contains(px));

    open.window.selection().clear();
    findings.view.setFocus();
    QTest::keyClick(&findings.view, Qt::Key_Return);
    REQUIRE(wait_for([&] { return open.window.selection().features() == wood && open.window.settled(); }));

    const int rows = findings.view.model()->rowCount();
    open.map().setFocus();
    QTest::keyClick(&open.map(), Qt::Key_F4);
    CHECK(findings.view.currentIndex().row() == (row + 1) % rows);
    QTest::keyClick(&open.map(), Qt::Key_F4, Qt::ShiftModifier);
    CHECK(findings.view.currentIndex().row() == row);
    REQUIRE(open.settle());
}

TEST_CASE("findings are copied as lines for a spreadsheet", "[gui][findings]") {
    const SmallTown town;
    OpenWindow open(town);
    Findings findings{open};
    findings.check();
    findings.view.setFocus();
    QTest::keyClick(&findings.view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == findings.view.model()->rowCount() + 1);
    for (const auto& line : lines) CHECK(line.split('\t').size() == gui::FindingsModel::column_count);
    CHECK(lines.front().startsWith("Level\t"));
}

TEST_CASE("a check can be cancelled and then run again", "[gui][findings]") {
    const SmallTown town;
    OpenWindow open(town);
    Findings findings{open};
    open.window.actions().check_town->trigger();
    CHECK_FALSE(findings.dock.check_button()->isEnabled());
    open.window.jobs().cancel();
    REQUIRE(wait_for([&] { return open.window.settled() && findings.dock.check_button()->isEnabled(); }));
    findings.check();
}
