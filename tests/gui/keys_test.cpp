#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

#include "catch.hpp"
#include "gui/keys_dialog.hpp"
#include "gui/new_passphrase_form.hpp"
#include "gui/new_town_dialog.hpp"
#include "gui/recovery_key_dialog.hpp"
#include "gui/status_row.hpp"
#include "small_town.hpp"
#include "store/store.hpp"
#include "tasks/keys.hpp"

using namespace liangdi;
using test::wait_for;

namespace {

constexpr const char* first_passphrase = "pine lamp river four";
constexpr const char* second_passphrase = "stone boat seven moss";

void type(QWidget* field, const QString& text) {
    field->setFocus();
    QTest::keyClicks(field, text);
}

void type_new(gui::NewPassphraseForm& form, const QString& text) {
    type(form.first_field(), text);
    type(form.second_field(), text);
}

void click(QWidget* widget) {
    QTest::mouseClick(widget, Qt::LeftButton);
}

template <class Dialog>
Dialog* wait_dialog(gui::MainWindow& window) {
    Dialog* dialog = nullptr;
    REQUIRE(wait_for([&] { return (dialog = window.findChild<Dialog*>()) != nullptr; }));
    (void)QTest::qWaitForWindowExposed(dialog);
    return dialog;
}
template <class Dialog>
void wait_gone(gui::MainWindow& window) {
    REQUIRE(wait_for([&] { return window.findChild<Dialog*>() == nullptr; }));
}

/// A town made in the window, and its recovery key.
struct MadeTown {
    QTemporaryDir folder;
    std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "made.sqlite";
    gui::MainWindow window{{false, "wang"}};
    std::string recovery_key;

    MadeTown() {
        window.show();
        window.actions().new_town->trigger();
        auto* dialog = wait_dialog<gui::NewTownDialog>(window);
        type(dialog->file_field(), QString::fromStdString(file.string()));
        type_new(*dialog->passphrase_form(), first_passphrase);
        click(dialog->ok_button());
        recovery_key = wait_dialog<gui::RecoveryKeyDialog>(window)->key().toStdString();
    }
    void close_key() {
        auto* dialog = window.findChild<gui::RecoveryKeyDialog*>();
        REQUIRE(dialog);
        dialog->written_down()->setChecked(true);
        click(dialog->close_button());
        wait_gone<gui::RecoveryKeyDialog>(window);
    }
    bool opens(std::string_view passphrase) const {
        store::Store other(file);
        try {
            other.unlock(passphrase, "tester", "look");
            return true;
        } catch (const Error&) {
            return false;
        }
    }
    std::size_t holders() { return tasks::keys(*window.model().project()).holders.size(); }
};

}  // namespace

TEST_CASE("a new town: weak and differing passphrases stay outside, the recovery key is shown once",
          "[gui][keys]") {
    QTemporaryDir folder;
    gui::MainWindow window({false, "wang"});
    window.show();
    window.actions().new_town->trigger();
    auto* dialog = wait_dialog<gui::NewTownDialog>(window);
    const QString file = folder.path() + "/new";
    auto& form = *dialog->passphrase_form();
    click(dialog->ok_button());
    CHECK(dialog->refusal().contains("where"));
    type(dialog->file_field(), file);
    type_new(form, "12345678");
    CHECK(form.strength_words().contains("Too easy"));
    click(dialog->ok_button());
    CHECK(dialog->refusal().contains("too easy"));
    form.wipe();
    type(form.first_field(), first_passphrase);
    CHECK(form.strength_words().contains("Strong"));
    type(form.second_field(), second_passphrase);
    click(dialog->ok_button());
    CHECK(dialog->refusal().contains("differ"));
    CHECK_FALSE(QFile::exists(file + ".sqlite"));

    form.wipe();
    CHECK(form.first_field()->text().isEmpty());
    type_new(form, first_passphrase);
    click(dialog->ok_button());
    auto* shown = wait_dialog<gui::RecoveryKeyDialog>(window);
    CHECK(shown->key().size() == 8 * 4 + 7);
    CHECK(window.model().is_open());

    QTest::keyClick(shown, Qt::Key_Escape);
    shown->close();
    CHECK(shown->isVisible());  // nobody has said yet that it was written down
    CHECK_FALSE(shown->close_button()->isEnabled());
    click(shown->copy_button());
    CHECK(QGuiApplication::clipboard()->text() == shown->key());
    const QString saved = folder.path() + "/key.txt";
    CHECK(shown->save_to(saved));
    QFile sheet(saved);
    REQUIRE(sheet.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(sheet.readAll()).contains(shown->key()));
    CHECK((sheet.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    CHECK_FALSE(shown->save_to(folder.path() + "/no/such/folder/key.txt"));
    shown->written_down()->setChecked(true);
    click(shown->close_button());
    wait_gone<gui::RecoveryKeyDialog>(window);
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
}

TEST_CASE("a town without a passphrase shows no key, and says so where keys are asked for", "[gui][keys]") {
    QTemporaryDir folder;
    gui::MainWindow window({false, "wang"});
    window.show();
    window.actions().new_town->trigger();
    auto* dialog = wait_dialog<gui::NewTownDialog>(window);
    type(dialog->file_field(), folder.path() + "/plain.sqlite");
    QTest::keyClick(dialog->sealed_box(), Qt::Key_Space);
    CHECK_FALSE(dialog->passphrase_form()->isVisible());
    click(dialog->ok_button());
    REQUIRE(wait_for([&] { return window.model().is_open(); }));
    CHECK(window.findChild<gui::RecoveryKeyDialog*>() == nullptr);
    window.actions().change_passphrase->trigger();
    CHECK(window.findChild<gui::KeysDialog*>() == nullptr);
    CHECK(window.status().message().contains("without a passphrase"));
}

TEST_CASE("a town that is there already is not replaced, and the form stays open with the reason",
          "[gui][keys]") {
    MadeTown town;
    town.close_key();
    town.window.actions().new_town->trigger();
    auto* dialog = wait_dialog<gui::NewTownDialog>(town.window);
    type(dialog->file_field(), QString::fromStdString(town.file.string()));
    type_new(*dialog->passphrase_form(), second_passphrase);
    click(dialog->ok_button());
    REQUIRE(wait_for([&] { return !dialog->refusal().isEmpty(); }));
    CHECK(dialog->ok_button()->isEnabled());
    CHECK(town.opens(first_passphrase));
}

TEST_CASE("one's own passphrase is changed: the old one opens nothing any more", "[gui][keys]") {
    MadeTown town;
    town.close_key();
    town.window.actions().change_passphrase->trigger();
    auto* dialog = wait_dialog<gui::KeysDialog>(town.window);
    type(dialog->own_field(), "not the passphrase at all");
    type_new(*dialog->fresh_form(), second_passphrase);
    click(dialog->ok_button());
    CHECK(dialog->refusal().contains("why"));
    type(dialog->reason_field(), "yearly");
    click(dialog->ok_button());
    REQUIRE(wait_for([&] { return dialog->refusal().contains("opens nothing"); }));
    CHECK(town.opens(first_passphrase));
    dialog->own_field()->wipe();
    type(dialog->own_field(), first_passphrase);
    click(dialog->ok_button());
    wait_gone<gui::KeysDialog>(town.window);
    CHECK(town.opens(second_passphrase));
    CHECK_FALSE(town.opens(first_passphrase));
    CHECK_FALSE(town.window.model().project()->key);  // the window stays locked
    CHECK(town.window.status().message().contains("wang"));
}

TEST_CASE("an officer gets a passphrase, and it is taken away again; the last one stays", "[gui][keys]") {
    MadeTown town;
    town.close_key();
    town.window.actions().add_officer->trigger();
    auto* add = wait_dialog<gui::KeysDialog>(town.window);
    type(add->own_field(), first_passphrase);
    type(add->holder_field(), "li");
    type_new(*add->fresh_form(), second_passphrase);
    type(add->reason_field(), "new colleague");
    click(add->ok_button());
    wait_gone<gui::KeysDialog>(town.window);
    CHECK(town.holders() == 2);
    CHECK(town.opens(second_passphrase));

    const auto remove = [&](const QString& holder) {
        town.window.actions().remove_officer->trigger();
        auto* dialog = wait_dialog<gui::KeysDialog>(town.window);
        CHECK(dialog->fresh_form() == nullptr);
        type(dialog->own_field(), first_passphrase);
        dialog->holder_field()->setCurrentText(holder);
        type(dialog->reason_field(), "has left");
        click(dialog->ok_button());
        return dialog;
    };
    remove("li");
    wait_gone<gui::KeysDialog>(town.window);
    CHECK(town.holders() == 1);
    CHECK_FALSE(town.opens(second_passphrase));
    auto* last = remove("wang");
    REQUIRE(wait_for([&] { return last->refusal().contains("last passphrase"); }));
    CHECK(town.opens(first_passphrase));
}

TEST_CASE("a forgotten passphrase is set anew with the recovery key, which then can be renewed",
          "[gui][keys]") {
    MadeTown town;
    const std::string key = town.recovery_key;
    town.close_key();
    town.window.actions().recover->trigger();
    auto* dialog = wait_dialog<gui::KeysDialog>(town.window);
    CHECK(dialog->holder_field()->currentText() == "wang");
    type(dialog->own_field(), QString::fromStdString(key));
    type_new(*dialog->fresh_form(), second_passphrase);
    type(dialog->reason_field(), "forgotten");
    click(dialog->ok_button());
    wait_gone<gui::KeysDialog>(town.window);
    CHECK(town.opens(second_passphrase));
    CHECK_FALSE(town.opens(first_passphrase));

    town.window.actions().new_recovery_key->trigger();
    auto* renew = wait_dialog<gui::KeysDialog>(town.window);
    type(renew->own_field(), second_passphrase);
    type(renew->reason_field(), "paper lost");
    click(renew->ok_button());
    // A text of its own: the dialog overwrites the one that it shows.
    const std::string fresh = wait_dialog<gui::RecoveryKeyDialog>(town.window)->key().toStdString();
    CHECK(fresh != key);
    town.close_key();
    CHECK(town.opens(fresh));
    CHECK_FALSE(town.opens(key));
}
