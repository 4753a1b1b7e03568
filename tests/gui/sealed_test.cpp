#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "catch.hpp"
#include "gui/captions.hpp"
#include "gui/household_card.hpp"
#include "gui/idle_lock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/personal_panel.hpp"
#include "gui/status_row.hpp"
#include "gui/unlock_dialog.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;
using test::wait_for;

namespace {

constexpr const char* passphrase = "石桥 晒谷 风车 苞谷";

/// The small town with a key; the head of the first family has a number and a phone.
struct SealedTown : SmallTown {
    SealedTown() {
        const auto key = store::DataKey::random();
        store::Store store(file);
        store.change_keys(key, store::ReplaceAllKeys{"tester", passphrase}, "tester", "set up");
        const auto party = store.snapshot()->ids_of("party", "code", "P1").front();
        const auto sealed =
            key.seal({{"id_number", "110105197312310027"}, {"phone", "13812345678"}, {"of", "P1"}});
        store.apply({{"tester", "seal", {}},
                     {land::Insert{
                         "sealed", {}, {{"party", party}, {"body", sealed.body}, {"blind", sealed.blind}}}}});
    }
};

QString cells(const QTableWidget& table) {
    QString out;
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < table.columnCount(); ++column)
            out += table.item(row, column)->text() + " ";
    return out;
}

gui::UnlockDialog* dialog_of(OpenWindow& open) {
    return open.window.findChild<gui::UnlockDialog*>();
}
void submit(gui::UnlockDialog& dialog, const QString& words, const QString& reason) {
    dialog.passphrase_field()->setText(words);
    dialog.reason_field()->setText(reason);
    dialog.ok_button()->click();
}

}  // namespace

TEST_CASE("locked, masked, in full and locked again: what the card shows and what the history says",
          "[gui]") {
    const SealedTown town;
    OpenWindow open(town);
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    auto& panel = *open.window.inspector().card()->personal();
    CHECK(panel.table()->rowCount() == 0);
    CHECK(open.window.status().lock_words().contains("locked"));
    const auto before = test::history_length(town);

    panel.button()->click();
    auto* dialog = dialog_of(open);
    REQUIRE(dialog);
    submit(*dialog, passphrase, "  ");
    CHECK_FALSE(dialog->refusal().isEmpty());  // no reason
    submit(*dialog, "something else altogether", "visit");
    REQUIRE(wait_for([&] { return !dialog->refusal().isEmpty() && dialog->ok_button()->isEnabled(); }));
    submit(*dialog, passphrase, "call 13812345678");
    REQUIRE(wait_for([&] { return dialog->refusal().contains("identity"); }));
    CHECK(test::history_length(town) == before);
    CHECK_FALSE(open.window.model().project()->key);

    submit(*dialog, passphrase, "visit");
    REQUIRE(wait_for([&] { return panel.table()->rowCount() == 2; }));
    REQUIRE(open.settle());
    CHECK(test::history_length(town) == before + 1);
    CHECK(cells(*panel.table()).contains("110105********0027"));
    CHECK(cells(*panel.table()).contains("138****5678"));
    CHECK_FALSE(cells(*panel.table()).contains("13812345678"));
    CHECK(open.window.status().lock_words().contains("unlocked"));
    CHECK(open.window.idle_lock().running());

    panel.button()->click();
    REQUIRE(wait_for([&] { return dialog_of(open) != nullptr; }));
    submit(*dialog_of(open), {}, "number asked for by the bank");
    REQUIRE(wait_for([&] { return cells(*panel.table()).contains("110105197312310027"); }));
    REQUIRE(open.settle());
    CHECK(cells(*panel.table()).contains("13812345678"));  // and the history's entry did not mask it again
    CHECK(test::history_length(town) == before + 2);
    store::Store other(town.file);
    const auto entry = store::history_entries(other.snapshot()->db(), 1).front();
    CHECK(entry.kind == "access");
    CHECK(gui::history_caption(entry) ==
          "Personal values of H0001 seen in full: number asked for by the bank");

    open.window.find_household("H0002");
    REQUIRE(open.settle());
    open.window.find_household("H0001");
    REQUIRE(open.settle());
    CHECK_FALSE(cells(*panel.table()).contains("110105197312310027"));  // another household, and masked again

    // A job that began unlocked keeps the key to its end; the window has none at once.
    const auto running = open.window.model().project();
    open.window.idle_lock().expire();
    CHECK_FALSE(open.window.model().project()->key);
    CHECK(running->key);
    CHECK(panel.table()->rowCount() == 0);
    CHECK(open.window.status().lock_words().contains("locked"));
    CHECK_FALSE(open.window.idle_lock().running());
    REQUIRE(open.settle());
    CHECK(panel.table()->rowCount() == 0);
}

TEST_CASE("any input puts the lock off to its whole time, none does not, and none brings it back", "[gui]") {
    using namespace std::chrono_literals;
    auto now = std::chrono::milliseconds(5h);
    gui::IdleLock lock(nullptr, [&now] { return now; });
    int expired = 0;
    QObject::connect(&lock, &gui::IdleLock::expired, [&expired] { ++expired; });
    QWidget touched;
    const std::vector<std::function<void()>> inputs = {
        [&] { QTest::keyClick(&touched, Qt::Key_A); }, [&] { QTest::mousePress(&touched, Qt::LeftButton); },
        [&] { QTest::mouseRelease(&touched, Qt::LeftButton), QTest::mousePress(&touched, Qt::RightButton); },
        [&] {
            QWheelEvent wheel({}, {}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&touched, &wheel);
        },
        [&] {
            QMouseEvent move(QEvent::MouseMove, QPointF(1, 1), QPointF(1, 1), Qt::NoButton, Qt::NoButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(&touched, &move);
        }};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        INFO("input " << i);
        lock.start(3);
        now += 3min - 1ms;
        lock.look();
        CHECK(lock.running());
        CHECK(lock.minutes_left() == 1);
        inputs[i]();
        CHECK(lock.minutes_left() == 3);
        now += 3min - 1ms;
        lock.look();
        CHECK(lock.running());
        now += 1ms;
        const auto before = expired;
        // Whoever comes first: the lock's own look, or an input after the time, as when a computer wakes.
        i % 2 == 0 ? lock.look() : inputs[i]();
        CHECK(expired == before + 1);
        CHECK_FALSE(lock.running());
        inputs[i]();
        lock.look();
        CHECK_FALSE(lock.running());
        CHECK(expired == before + 1);
    }
}

TEST_CASE("the lock locks of itself when its time is over", "[gui]") {
    using namespace std::chrono_literals;
    auto now = std::chrono::milliseconds(0);
    gui::IdleLock lock(nullptr, [&now] { return now; });
    lock.start(1);
    now += 1min - 1ms;
    lock.look();  // the next look is due in a millisecond
    now += 1ms;
    CHECK(wait_for([&] { return !lock.running(); }));
}

TEST_CASE("the idle lock counts minutes; the chip locks at once", "[gui]") {
    gui::IdleLock lock;
    lock.expire();  // nothing to do
    CHECK(lock.minutes_left() == 0);
    int expired = 0;
    QObject::connect(&lock, &gui::IdleLock::expired, [&expired] { ++expired; });
    lock.start(3);
    CHECK(lock.minutes_left() == 3);
    lock.expire();
    CHECK(expired == 1);
    lock.expire();
    CHECK(expired == 1);

    const SealedTown town;
    OpenWindow open(town);
    open.window.lock_chip().click();
    auto* dialog = dialog_of(open);
    REQUIRE(dialog);
    submit(*dialog, passphrase, "visit");
    REQUIRE(wait_for([&] { return bool(open.window.model().project()->key); }));
    CHECK(open.window.lock_chip().text().contains("min"));
    open.window.lock_chip().click();
    CHECK_FALSE(open.window.model().project()->key);
}
