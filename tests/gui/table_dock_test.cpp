#include "gui/table_dock.hpp"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include "catch.hpp"
#include "gui/reference_field.hpp"
#include "small_town.hpp"
#include "store/store.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;
using test::wait_for;

namespace {

struct Table {
    OpenWindow& open;
    gui::TableDock& dock = open.window.table_dock();
    QTableView& view = *dock.view();

    void show(const char* name) {
        open.window.actions().show_table->trigger();
        dock.show_table(name);
        REQUIRE(wait_for([&] {
            return dock.rows().table() && dock.rows().table()->name == name && open.window.settled();
        }));
    }
    int column(const char* name) const {
        const auto& columns = dock.rows().table()->columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].shape.name == name) return static_cast<int>(i);
        FAIL("no column " << name);
        return -1;
    }
    QString cell(int row, const char* name) const {
        return dock.rows().index(row, column(name)).data().toString();
    }
    QModelIndex at(int row, const char* name) const { return dock.rows().index(row, column(name)); }
    void click(const QModelIndex& index, Qt::KeyboardModifiers modifiers = {}) {
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(index).center());
        open.settle();
    }
    void double_click(const QModelIndex& index) {
        view.scrollTo(index);
        const QPoint centre = view.visualRect(index).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, centre);
        open.settle();
    }
    QLineEdit* editor() const { return view.viewport()->findChild<QLineEdit*>(); }
};

std::string name_of(const SmallTown& town, std::int64_t building) {
    store::Store other(town.file);
    return land::to_display(other.snapshot()->row("building", building, {"name"})->front());
}

}  // namespace

TEST_CASE("the table shows rows, sorts by a click on the head, and filters while one types", "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("parcel");
    CHECK(table.dock.rows().rowCount() == 4);
    CHECK(table.dock.counts() == "shown 4 / selected 0 / all 4");
    CHECK(table.cell(0, "use_status") == "Self-farmed");

    auto& header = *table.view.horizontalHeader();
    const int kind = table.column("kind");
    const auto press_head = [&] {
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          {header.sectionViewportPosition(kind) + 20, header.height() / 2});
        REQUIRE(open.settle());
    };
    press_head();
    CHECK(table.cell(0, "kind") == "Contracted farmland");
    CHECK(table.cell(3, "kind") == "Woodland");
    press_head();
    CHECK(table.cell(0, "kind") == "Woodland");

    table.dock.filter_field()->setFocus();
    QTest::keyClicks(table.dock.filter_field(),
                     "Homestead");  // the word that is read, not the one that is kept
    QTest::keyClick(table.dock.filter_field(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.dock.rows().rowCount() == 1 && open.window.settled(); }));
    CHECK(table.dock.rows().ids() == std::vector{town.homestead});
    CHECK(table.dock.counts().contains("all 4"));
    table.dock.filter_field()->clear();
    QTest::keyClicks(table.dock.filter_field(), "%");
    QTest::keyClick(table.dock.filter_field(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.dock.rows().rowCount() == 0; }));
}

TEST_CASE("rows and map select each other; a double click zooms", "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("building");
    table.click(table.at(1, "name"));
    REQUIRE(wait_for([&] { return !open.window.selection().empty(); }));
    CHECK(open.window.selection().features() ==
          std::vector<gui::FeatureRef>{{"building", town.other_building}});
    table.click(table.at(0, "name"), Qt::ControlModifier);
    REQUIRE(wait_for([&] { return open.window.selection().features().size() == 2; }));

    open.click(town.in_building);
    CHECK(table.view.selectionModel()->selectedRows().size() == 1);
    CHECK(table.view.selectionModel()->isRowSelected(table.dock.rows().row_of(town.building)));
    open.click(town.nowhere);
    CHECK(table.view.selectionModel()->selectedRows().empty());

    table.show("household");
    open.look_at(town.nowhere);
    table.double_click(table.at(0, "code"));
    REQUIRE(wait_for([&] { return open.window.selection().household() == town.household; }));
    REQUIRE(open.settle());
    const auto px = open.map().view().to_px(town.in_building);
    CHECK(QRectF(open.map().rect()).contains(px / open.map().devicePixelRatioF()));
    open.window.find_household("H0002");
    REQUIRE(open.settle());
    CHECK(table.view.selectionModel()->isRowSelected(table.dock.rows().row_of(town.other_household)));
}

TEST_CASE("copied rows are lines with tabs and a head, and codes stay text", "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("parcel");
    table.click(table.at(table.dock.rows().row_of(town.farmland), "code"));
    table.view.setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&table.view, Qt::Key_C, Qt::ControlModifier);
    REQUIRE(wait_for([&] { return !QGuiApplication::clipboard()->text().isEmpty(); }));
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].split('\t').size() == lines[1].split('\t').size());
    CHECK(lines[0].contains("Land class"));
    CHECK(lines[1].contains("5205241010010100002"));
    CHECK(QGuiApplication::clipboard()->mimeData()->html().contains("mso-number-format"));
}

TEST_CASE("cells are typed over only with the switch on, through an edit that Ctrl+Z takes back",
          "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("building");
    const int row = table.dock.rows().row_of(town.building);
    table.click(table.at(row, "name"));
    QTest::keyClick(&table.view, Qt::Key_F2);
    CHECK(table.editor() == nullptr);

    QTest::mouseClick(table.dock.edit_switch(), Qt::LeftButton);
    table.double_click(table.at(row, "name"));
    REQUIRE(table.editor());
    CHECK(table.editor()->text() == "1号楼");
    table.editor()->selectAll();
    QInputMethodEvent typed;  // as an input method hands it over
    typed.setCommitString("一号楼");
    QCoreApplication::sendEvent(table.editor(), &typed);
    QTest::keyClick(table.editor(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return name_of(town, town.building) == "一号楼"; }));
    REQUIRE(wait_for([&] { return table.cell(row, "name") == "一号楼" && open.window.settled(); }));

    open.window.actions().undo->trigger();
    REQUIRE(wait_for([&] { return table.cell(row, "name") == "1号楼" && open.window.settled(); }));
    CHECK(name_of(town, town.building) == "1号楼");
}

TEST_CASE("a refused value stands in the cell again, with the reason", "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("building");
    const int row = table.dock.rows().row_of(town.building);
    QTest::mouseClick(table.dock.edit_switch(), Qt::LeftButton);
    table.double_click(table.at(row, "floors"));
    REQUIRE(table.editor());
    table.editor()->selectAll();
    QTest::keyClicks(table.editor(), "six");
    QTest::keyClick(table.editor(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return !table.dock.refusal().isEmpty(); }));
    CHECK(table.dock.refusal().contains("six"));
    REQUIRE(wait_for([&] { return table.editor() && table.editor()->text() == "six"; }));

    // Somebody else's edit meanwhile neither closes the editor nor is overwritten.
    test::edit_elsewhere(town, town.building, "Tower");
    open.window.model().look_for_changes();
    REQUIRE(open.settle());
    REQUIRE(table.editor());
    CHECK(table.editor()->text() == "six");
    table.editor()->selectAll();
    QTest::keyClicks(table.editor(), "7");
    QTest::keyClick(table.editor(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.cell(row, "floors") == "7" && table.cell(row, "name") == "Tower"; }));
    CHECK(table.dock.refusal().isEmpty());
}

TEST_CASE("choices are chosen from a list; read-only cells open no editor", "[gui][table]") {
    const SmallTown town;
    OpenWindow open(town);
    Table table{open};
    table.show("parcel");
    QTest::mouseClick(table.dock.edit_switch(), Qt::LeftButton);
    const int row = table.dock.rows().row_of(town.farmland);
    CHECK_FALSE(table.at(row, "kind").flags().testFlag(Qt::ItemIsEditable));
    table.double_click(table.at(row, "use_status"));
    auto* box = table.view.viewport()->findChild<QComboBox*>();
    REQUIRE(box);
    box->setCurrentIndex(box->findData("idle"));
    QTest::keyClick(box, Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.cell(row, "use_status") == "Idle" && open.window.settled(); }));
}

TEST_CASE("of a long table only the pages in sight are held", "[gui][table]") {
    gui::TableModel rows;
    tasks::TownTable shape{"building", {}};
    shape.columns.push_back(
        {{"code", land::ColumnType::text, false, {}, {}}, {"代码", "Code"}, {}, {}, false});
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1; id <= 1'000'000; ++id) ids.push_back(id);
    rows.show(std::make_shared<tasks::TownTable>(shape), ids);
    CHECK(rows.rowCount() == 1'000'000);
    CHECK(rows.missing_page(500'000, 500'020) == 5000);
    CHECK(rows.index(500'000, 0).data().toString() == "…");
    const auto bring = [&](int page) {
        std::vector<tasks::TableLine> lines;
        for (const auto id : rows.ids_of_page(page)) lines.push_back({id, false, {std::to_string(id)}, {}});
        rows.take_lines(page, std::move(lines));
    };
    bring(5000);
    CHECK(rows.index(500'000, 0).data().toString() == "500001");
    CHECK(rows.missing_page(500'000, 500'020) == -1);
    CHECK(rows.missing_page(500'090, 500'110) == 5001);
    for (int page = 0; page < 500; ++page) bring(page);
    CHECK(rows.pages_held() == gui::TableModel::pages_kept);
    CHECK(rows.index(49'900, 0).data().toString() == "49901");
    CHECK(rows.index(999'999, 0).data().toString() == "…");
    bring(9999);
    CHECK(rows.index(999'999, 0).data().toString() == "1000000");
}

TEST_CASE("a cell that refers to a row shows its name, and is changed by a search while one types",
          "[gui][table]") {
    const SmallTown town;
    {
        store::Store store(town.file);
        land::NewIds ids;
        store.apply({{"founder", "a second grid", {}},
                     {land::Insert{"grid",
                                   ids.next(),
                                   {{"code", std::string("G2")},
                                    {"name", std::string("河边网格")},
                                    {"community", town.community}}}}});
    }
    OpenWindow open(town);
    Table table{open};
    table.show("building");
    const int row = table.dock.rows().row_of(town.building);
    CHECK(table.cell(row, "grid") == "网格01");
    CHECK(table.at(row, "grid").data(Qt::ToolTipRole).toString() == "G1");
    table.click(table.at(row, "name"));
    table.dock.copy();
    REQUIRE(wait_for([&] { return QGuiApplication::clipboard()->text().contains("网格01"); }));

    QTest::mouseClick(table.dock.edit_switch(), Qt::LeftButton);
    table.double_click(table.at(row, "grid"));
    auto* field = table.view.viewport()->findChild<gui::ReferenceField*>();
    REQUIRE(field);
    CHECK(field->text() == "网格01");
    CHECK(field->code() == "G1");
    auto* list = field->completer_list()->popup();
    QInputMethodEvent typed;
    typed.setCommitString("河边");
    QCoreApplication::sendEvent(field, &typed);
    REQUIRE(wait_for([&] { return list->isVisible() && list->model()->rowCount() == 1; }));
    CHECK(list->model()->index(0, 0).data().toString() == "河边网格");
    CHECK(field->text() == "河边");  // what is typed stays
    QTest::keyClick(list, Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.cell(row, "grid") == "河边网格" && open.window.settled(); }));
    open.window.actions().undo->trigger();
    REQUIRE(wait_for([&] { return table.cell(row, "grid") == "网格01" && open.window.settled(); }));

    // A whole code does as well; what nobody is called is refused and stands there again.
    table.double_click(table.at(row, "grid"));
    REQUIRE(table.editor());
    table.editor()->selectAll();
    QTest::keyClicks(table.editor(), "G2");
    QTest::keyClick(table.editor(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.cell(row, "grid") == "河边网格" && open.window.settled(); }));
    table.double_click(table.at(row, "grid"));
    REQUIRE(table.editor());
    table.editor()->selectAll();
    QTest::keyClicks(table.editor(), "nowhere");
    QTest::keyClick(table.editor(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return !table.dock.refusal().isEmpty(); }));
    CHECK(table.dock.refusal().contains("nowhere"));

    // Sorted by what is read: 河 before 网.
    QTest::keyClick(table.editor(), Qt::Key_Escape);
    auto& header = *table.view.horizontalHeader();
    const int grid = table.column("grid");
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                      {header.sectionViewportPosition(grid) + 20, header.height() / 2});
    REQUIRE(open.settle());
    CHECK(table.cell(0, "grid") == "河边网格");
    CHECK(table.cell(1, "grid") == "网格01");
    table.dock.filter_field()->setText("河边");
    QTest::keyClick(table.dock.filter_field(), Qt::Key_Return);
    REQUIRE(wait_for([&] { return table.dock.rows().rowCount() == 1 && open.window.settled(); }));
    CHECK(table.dock.rows().ids() == std::vector{town.building});
}
