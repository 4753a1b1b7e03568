#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QTreeWidget>

#include "catch.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/search_field.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// The captions that are listed, groups left out.
QStringList listed(gui::SearchField& field) {
    QStringList out;
    for (QTreeWidgetItemIterator at(&field.list()); *at; ++at) {
        if ((*at)->parent()) out << (*at)->text(0);
    }
    return out;
}

struct Searching {
    SmallTown town;
    OpenWindow open{town};
    gui::SearchField& field = open.window.search_box();

    Searching() {
        open.window.activateWindow();
        REQUIRE(open.settle());
        QTest::keyClick(&open.window, Qt::Key_F, Qt::ControlModifier);
        REQUIRE(field.hasFocus());
    }
    void type(const QString& text) {
        field.clear();
        for (const QChar c : text) {
            if (c.unicode() < 0x80) {
                QTest::keyClick(&field, c.toLatin1());
                continue;
            }
            QInputMethodEvent commit;  // as a Chinese input method hands its characters over
            commit.setCommitString(c);
            QApplication::sendEvent(&field, &commit);
        }
        REQUIRE(open.settle());
    }
    void key(Qt::Key key) {
        QTest::keyClick(&field, key);
        REQUIRE(open.settle());
    }
};

}  // namespace

TEST_CASE("the search lists while one types, one character and initials too", "[gui]") {
    Searching s;
    s.type("样");
    CHECK(s.field.list().isVisible());
    CHECK(listed(s.field) == QStringList{"张样一", "李样二", "张样一"});  // two households, a person
    s.type("lye");
    CHECK(listed(s.field) == QStringList{"李样二"});
    s.type("0002");
    CHECK(listed(s.field).contains("李样二"));
    CHECK(listed(s.field).contains("5205241010010100002"));
    s.type("");
    CHECK_FALSE(s.field.list().isVisible());
}

TEST_CASE("Enter goes there: the card of a household, the parcel on the map", "[gui]") {
    Searching s;
    s.type("H0002");
    s.key(Qt::Key_Return);
    CHECK(s.open.window.selection().household() == s.town.other_household);
    CHECK(s.open.map().view().extent().contains(s.town.in_other_building));
    CHECK_FALSE(s.field.list().isVisible());
    REQUIRE(s.open.window.inspector().card()->household());
    CHECK(s.open.window.inspector().card()->household()->name == "李样二");

    QTest::keyClick(&s.open.window, Qt::Key_K, Qt::ControlModifier);
    REQUIRE(s.field.hasFocus());
    s.type("0100004");
    s.key(Qt::Key_Return);
    CHECK(s.open.window.selection().features() ==
          std::vector<gui::FeatureRef>{{"farmland", s.town.free_parcel}});
    CHECK(s.open.map().view().extent().contains(s.town.in_free_parcel));
}

TEST_CASE("Enter before the answer is kept; arrows and clicks choose; Esc closes the list first", "[gui]") {
    Searching s;
    s.field.setText("李样二");
    QTest::keyClick(&s.field, Qt::Key_Return);  // nothing has been answered yet
    REQUIRE(s.open.settle());
    CHECK(s.open.window.selection().household() == s.town.other_household);

    QTest::keyClick(&s.open.window, Qt::Key_F, Qt::ControlModifier);
    s.type("B2");
    const auto lines = listed(s.field);
    REQUIRE(lines.size() >= 2);  // the flat, the building
    s.key(Qt::Key_Down);
    CHECK(s.field.list().currentItem()->text(0) == lines.at(1));
    s.key(Qt::Key_Up);
    CHECK(s.field.list().currentItem()->text(0) == lines.at(0));
    CHECK(s.field.hasFocus());
    s.key(Qt::Key_Escape);
    CHECK_FALSE(s.field.list().isVisible());
    CHECK(s.open.window.selection().household() == s.town.other_household);  // the ladder did not move

    s.key(Qt::Key_Down);
    REQUIRE(s.field.list().isVisible());
    auto* building = s.field.list().currentItem();
    while (building && building->text(0) != "2号楼") building = s.field.list().itemBelow(building);
    REQUIRE(building);
    QTest::mouseClick(s.field.list().viewport(), Qt::LeftButton, {},
                      s.field.list().visualItemRect(building).center());
    REQUIRE(s.open.settle());
    CHECK(s.open.window.selection().features() ==
          std::vector<gui::FeatureRef>{{"building", s.town.other_building}});
}

TEST_CASE("the search sees what another program has just written", "[gui]") {
    Searching s;
    s.type("新名");
    CHECK(listed(s.field).isEmpty());
    test::edit_elsewhere(s.town, s.town.building, "新名楼");
    s.type("新名");
    CHECK(listed(s.field) == QStringList{"B1-101", "新名楼"});  // its flat bears its name, too
}
