#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "catch.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/link_form.hpp"
#include "gui/table_dock.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

TEST_CASE("a parcel picked on the map and a share typed make one history entry", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    auto& card = *open.window.inspector().card();
    REQUIRE(card.lands()->rowCount() == 3);
    const auto before = test::history_length(town);

    card.link_button()->click();
    open.click(town.in_free_parcel);
    auto& form = *card.link_form();
    REQUIRE(test::wait_for([&] { return form.share_field()->isVisible(); }));
    CHECK(open.window.selection().household() == town.household);  // picking for a link selects nothing
    auto& share = *form.share_field();
    share.selectAll();
    QTest::keyClicks(&share, "x");
    QTest::keyClick(&share, Qt::Key_Return);
    REQUIRE(open.settle());
    CHECK(test::history_length(town) == before);  // no share: nothing happens, the text stays
    CHECK(share.text() == "x");
    share.selectAll();
    QTest::keyClicks(&share, "1/3");
    QTest::keyClick(&share, Qt::Key_Return);
    REQUIRE(test::wait_for([&] { return card.lands()->rowCount() == 4; }));
    REQUIRE(open.settle());
    CHECK(test::history_length(town) == before + 1);
    CHECK_FALSE(form.isVisible());
    CHECK(open.window.selection().places().ids.at("farmland").size() == 2);

    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(test::wait_for([&] { return card.lands()->rowCount() == 3; }));
    CHECK(open.settle());
}

TEST_CASE("a row of the table picked while a link is made is its place: a parcel, or a flat of its building",
          "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    auto& card = *open.window.inspector().card();
    auto& form = *card.link_form();
    card.link_button()->click();
    const auto pick = [&](const char* table, std::int64_t id) {
        emit open.window.table_dock().chosen(QString::fromLatin1(table), {id});
    };
    pick("parcel", town.free_parcel);
    REQUIRE(test::wait_for([&] { return form.share_field()->isVisible(); }));
    CHECK(open.window.selection().household() == town.household);
    pick("flat", town.flat);
    REQUIRE(test::wait_for([&] { return !form.share_field()->isVisible(); }));
    auto* flats = form.findChild<QComboBox*>();
    REQUIRE(flats);
    CHECK(flats->isVisible());
    CHECK(flats->currentText() == QStringLiteral("B1-101"));
    CHECK(open.window.selection().household() == town.household);
}
