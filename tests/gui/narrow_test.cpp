// The smallest window that there may be: nothing lies over anything else, and names are whole.
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "catch.hpp"
#include "gui/findings_dock.hpp"
#include "gui/layers_dock.hpp"
#include "gui/search_field.hpp"
#include "gui/table_dock.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

void check_head(QWidget& dock) {
    auto* head = dock.layout()->itemAt(0)->layout();
    REQUIRE(head);
    CHECK(head->minimumSize().width() <= dock.width());
    const QWidget* before = nullptr;
    for (int i = 0; i < head->count(); ++i) {
        const QWidget* widget = head->itemAt(i)->widget();
        if (!widget || !widget->isVisible()) continue;
        if (before) CHECK(before->geometry().right() < widget->geometry().left());
        before = widget;
    }
    REQUIRE(before);
    CHECK(before->geometry().right() <= dock.width());
}

}  // namespace

TEST_CASE("at 1280 x 720 names of layers are whole and heads of docks fit", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    for (const QSize& size : {QSize(1280, 720), QSize(1700, 1000), QSize(1280, 720)}) {
        open.window.resize(size);
        open.window.actions().show_table->trigger();
        REQUIRE(open.settle());
        QTest::qWait(50);
        check_head(open.window.table_dock());
        const auto& filter = *open.window.table_dock().filter_field();
        CHECK(filter.fontMetrics().horizontalAdvance(filter.placeholderText()) < filter.width());
        const auto& search = static_cast<const QLineEdit&>(open.window.search_box());
        CHECK(search.fontMetrics().horizontalAdvance(search.placeholderText()) < search.width() - 40);
        auto& tree = *open.window.layers_dock().tree();
        for (int group = 0; group < tree.topLevelItemCount(); ++group)
            for (int row = 0; row < tree.topLevelItem(group)->childCount(); ++row) {
                auto* item = tree.topLevelItem(group)->child(row);
                CAPTURE(item->text(0).toStdString());
                const QRect cell = tree.visualRect(tree.indexFromItem(item, 0));
                constexpr int tick_and_swatch = 46;
                CHECK(cell.width() - tick_and_swatch >= tree.fontMetrics().horizontalAdvance(item->text(0)));
            }
    }
    open.window.actions().check_town->trigger();
    REQUIRE(open.settle());
    QTest::qWait(50);
    check_head(open.window.findings_dock());
}
