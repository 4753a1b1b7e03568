#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "catch.hpp"
#include "gui/card_sections.hpp"
#include "gui/inspector_dock.hpp"
#include "small_town.hpp"

using namespace liangdi;
using namespace liangdi::test;

namespace {

/// Somebody works on the first household's affairs: a course of payments, a duty on its building.
void add_affairs(const SmallTown& town) {
    store::Store store(town.file);
    const auto person = store.snapshot()->ids_of("person", "code", "P1").front();
    store.apply(
        {{"clerk", "affairs", {}},
         {land::Insert{"payment",
                       {},
                       {{"party", town.household},
                        {"kind", std::string("rent")},
                        {"planned_hundredths", std::int64_t{12345}},
                        {"paid_hundredths", std::int64_t{2345}}}},
          land::Insert{
              "employment",
              {},
              {{"person", person}, {"status", std::string("employed")}, {"kind", std::string("local")}}},
          land::Insert{
              "officer", land::NewId{1}, {{"code", std::string("O1")}, {"name", std::string("王样三")}}},
          land::Insert{"duty",
                       {},
                       {{"officer", land::NewId{1}},
                        {"role", std::string("building_head")},
                        {"building", town.building}}}}});
}

}  // namespace

TEST_CASE(
    "the card's sections: chains open, the rest folded until clicked, and folded as before for the next") {
    SmallTown town;
    add_affairs(town);
    OpenWindow open(town);
    auto& card = *open.window.inspector().card();
    open.window.selection().choose_household(town.household);
    REQUIRE(wait_for([&] { return card.household() && card.household()->id == town.household; }));
    auto& sections = *card.sections();
    REQUIRE(sections.table("town_chain"));
    CHECK(sections.table("town_chain")->item(0, 1)->text() == QStringLiteral("王样三"));
    CHECK_FALSE(sections.table("payments"));  // not even made while it is folded
    auto* head = sections.head("payments");
    REQUIRE(head);
    QTest::mouseClick(head, Qt::LeftButton);
    REQUIRE(sections.table("payments"));
    CHECK(sections.table("payments")->rowCount() == 2);  // and the total
    CHECK(sections.table("payments")->item(1, 4)->text() == QStringLiteral("123.45"));
    CHECK(sections.table("payments")->isVisible());
    QTest::mouseClick(head, Qt::LeftButton);
    CHECK_FALSE(sections.table("payments")->isVisible());
    QTest::mouseClick(head, Qt::LeftButton);

    open.window.selection().choose_household(town.other_household);
    REQUIRE(wait_for([&] { return card.household() && card.household()->id == town.other_household; }));
    CHECK_FALSE(sections.head("payments")->isEnabled());  // it has none
    open.window.selection().choose_household(town.household);
    REQUIRE(wait_for([&] { return card.household() && card.household()->id == town.household; }));
    CHECK(sections.table("payments"));  // open, as it was left
}

TEST_CASE("the card of the household that is shown is written on paper") {
    SmallTown town;
    OpenWindow open(town);
    open.window.selection().choose_household(town.household);
    auto& card = *open.window.inspector().card();
    REQUIRE(wait_for([&] { return card.household() && card.household()->id == town.household; }));
    CHECK(card.paper_button()->isVisible());
    const QString file = town.folder.filePath(QStringLiteral("住户卡.pdf"));
    open.window.write_card(file);
    REQUIRE(wait_for([&] { return QFile::exists(file); }));
    CHECK(open.settle());
    CHECK(QFileInfo(file).size() > 3000);
}

TEST_CASE("Page Down and Page Up go through the households of the building and round") {
    SmallTown town;
    {
        store::Store store(town.file);
        const auto flat = store.snapshot()->ids_of("flat", "code", "B1-101").front();
        store.apply({{"clerk", "a second family in the building", {}},
                     {land::Insert{"occupancy",
                                   {},
                                   {{"household", town.other_household},
                                    {"flat", flat},
                                    {"kind", std::string("additional")}}}}});
    }
    OpenWindow open(town);
    auto& card = *open.window.inspector().card();
    const auto shows = [&](std::int64_t id) {
        return wait_for([&] { return card.household() && card.household()->id == id; });
    };
    open.window.selection().choose_household(town.household);
    REQUIRE(shows(town.household));
    card.setFocusPolicy(Qt::StrongFocus);
    card.setFocus();
    QTest::keyClick(&card, Qt::Key_PageDown);
    REQUIRE(shows(town.other_household));
    open.window.selection().choose_household(town.household);
    REQUIRE(shows(town.household));
    QTest::keyClick(&card, Qt::Key_PageUp);
    CHECK(shows(town.other_household));
}
