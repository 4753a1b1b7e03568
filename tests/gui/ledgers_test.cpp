#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "catch.hpp"
#include "gui/ledger_form.hpp"
#include "gui/match_form.hpp"
#include "small_town.hpp"

using namespace liangdi;
using namespace liangdi::test;

TEST_CASE("a ledger is written from the window; a public edition of families is not offered") {
    SmallTown town;
    OpenWindow open(town);
    open.window.actions().ledgers->trigger();
    auto* form = open.window.findChild<gui::LedgerForm*>();
    REQUIRE(form);
    CHECK_FALSE(form->ok()->isEnabled());  // it is not said where to
    const QString file = town.folder.filePath(QStringLiteral("住户台账.xlsx"));
    form->file()->setText(file);
    REQUIRE(form->ok()->isEnabled());
    form->edition()->setCurrentIndex(1);
    CHECK_FALSE(form->ok()->isEnabled());
    form->kind()->setCurrentIndex(form->kind()->findData(QStringLiteral("land")));
    CHECK(form->level()->isVisible());
    CHECK_FALSE(form->ok()->isEnabled());  // by household
    form->level()->setCurrentIndex(form->level()->findData(QStringLiteral("village")));
    CHECK(form->ok()->isEnabled());
    form->edition()->setCurrentIndex(0);
    form->kind()->setCurrentIndex(form->kind()->findData(QStringLiteral("household")));
    CHECK_FALSE(form->level()->isVisible());
    QTest::mouseClick(form->ok(), Qt::LeftButton);
    REQUIRE(wait_for([&] { return QFile::exists(file); }));
    open.settle();
    form->file()->setText(town.folder.filePath(QStringLiteral("no/such/folder.xlsx")));
    QTest::mouseClick(form->ok(), Qt::LeftButton);
    open.settle();
    CHECK(wait_for([&] { return form->ok()->isEnabled(); }));
}

TEST_CASE("a list is matched, reviewed, ticked and linked in one step that one undo takes back") {
    SmallTown town;
    const QString file = town.folder.filePath(QStringLiteral("名单.csv"));
    QFile list(file);
    REQUIRE(list.open(QIODevice::WriteOnly));
    list.write(
        "户号,户名,迁出村组,地块编码,份额\n"
        "H0002,李样二,龙井村二组,5205241010010100004,1/1\n"    // certain
        "H0001,李样二,,5205241010010300003,1/3\n"              // code of one, name of the other
        "H0009,王样九,龙井村二组,5205241010010100004,1/1\n");  // nobody
    list.close();
    OpenWindow open(town);
    open.window.match_list(file);
    gui::MatchForm* form = nullptr;
    REQUIRE(wait_for([&] { return (form = open.window.findChild<gui::MatchForm*>()) != nullptr; }));
    REQUIRE(form->table()->rowCount() == 3);
    CHECK(form->review().certain == 1);
    CHECK(form->ticked() == std::vector<std::size_t>{0});
    form->shown()->setCurrentIndex(form->shown()->findData(static_cast<int>(land::Certainty::probable)));
    CHECK(form->table()->isRowHidden(0));
    CHECK_FALSE(form->table()->isRowHidden(1));
    form->table()->item(1, 0)->setCheckState(Qt::Checked);  // somebody knows
    CHECK(form->ticked().size() == 2);
    CHECK_FALSE(form->table()->item(2, 0)->flags().testFlag(Qt::ItemIsEnabled));
    const auto before = history_length(town);
    QTest::mouseClick(form->apply_button(), Qt::LeftButton);
    REQUIRE(wait_for([&] { return history_length(town) == before + 1; }));
    open.settle();
    const auto rights = [&] {
        store::Store store(town.file);
        return store.snapshot()->count("parcel_right");
    };
    CHECK(rights() == 5);
    open.window.actions().undo->trigger();
    REQUIRE(wait_for([&] { return history_length(town) == before + 2; }));
    CHECK(rights() == 3);
}
