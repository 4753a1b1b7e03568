// The parts of MainWindow about sealed values: unlock, lock after a while, values in full for a reason.
#include <QStyle>
#include <QToolButton>

#include "gui/captions.hpp"
#include "gui/household_card.hpp"
#include "gui/idle_lock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/main_window.hpp"
#include "gui/personal_panel.hpp"
#include "gui/refusals.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/unlock_dialog.hpp"

namespace liangdi::gui {

namespace {

struct Opened {
    std::optional<store::DataKey> key;
    QString refusal;
};

}  // namespace

void MainWindow::connect_sealed() {
    idle_lock_ = new IdleLock(this);
    connect(idle_lock_, &IdleLock::expired, this, [this] {
        lock_sealed();
        status_->show_message(
            tr("The personal records were locked again, because nobody was at the keyboard."));
    });
    connect(idle_lock_, &IdleLock::minute_passed, this, &MainWindow::show_lock);
    connect(lock_, &QToolButton::clicked, this, &MainWindow::lock_clicked);
    connect(actions_.lock, &QAction::triggered, this, &MainWindow::lock_clicked);
    PersonalPanel& panel = *inspector_->card()->personal();
    connect(&panel, &PersonalPanel::unlock_wanted, this, &MainWindow::ask_unlock);
    connect(&panel, &PersonalPanel::full_wanted, this, &MainWindow::ask_full);
    connect(&panel, &PersonalPanel::mask_wanted, this, [this] { inspector_->read_personal(); });
}

void MainWindow::lock_clicked() {
    if (!model_.is_open()) return;
    model_.project()->key ? lock_sealed() : ask_unlock();
}

void MainWindow::show_lock() {
    const bool open = model_.is_open(), unlocked = open && model_.project()->key;
    lock_->setVisible(open);
    lock_->setText(unlocked ? tr("Unlocked · %1 min").arg(idle_lock_->minutes_left())
                            : tr("Personal records locked"));
    lock_->setToolTip(unlocked
                          ? tr("Personal values can be seen; click to lock them")
                          : tr("Identity numbers, phones, health and benefits are sealed; click to unlock"));
    lock_->setObjectName(unlocked ? "chipwarn" : "chip");
    lock_->style()->unpolish(lock_);
    lock_->style()->polish(lock_);
    actions_.lock->setText(unlocked ? tr("Lock the personal records") : tr("Unlock the personal records…"));
    status_->show_lock(!open ? QString() : unlocked ? tr("unlocked") : tr("locked"));
}

void MainWindow::lock_sealed() {
    idle_lock_->stop();
    model_.lock();
}

void MainWindow::ask_unlock() {
    if (!model_.is_open() || model_.project()->key || findChild<UnlockDialog*>()) return;
    auto* dialog = new UnlockDialog(UnlockDialog::Asks::passphrase, this);
    connect(dialog, &UnlockDialog::forgotten, this, [this, dialog] {
        dialog->reject();
        actions_.recover->trigger();
    });
    connect(dialog, &UnlockDialog::submitted, this,
            [this, dialog](const tasks::Passphrase& passphrase, const QString& reason, int minutes) {
                dialog->set_busy(true);
                jobs_.run(
                    JobRunner::Kind::quiet, tr("Unlock"), dialog,
                    [project = model_.project(), passphrase, why = reason.toStdString()](land::Progress&) {
                        Opened opened;
                        try {
                            opened.key = project->store->unlock(passphrase.text(), project->actor, why);
                        } catch (const Error& error) {
                            opened.refusal = refusal_caption(error);
                        }
                        return opened;
                    },
                    [this, dialog, minutes, town = model_.project()->store](Opened opened) {
                        if (!opened.key) {
                            dialog->show_refusal(opened.refusal);
                            return;
                        }
                        dialog->accept();
                        if (!model_.is_open() || model_.project()->store != town) return;
                        idle_lock_->start(minutes);
                        model_.unlock(std::move(*opened.key));
                        model_.look_for_changes();
                    });
            });
    dialog->open();
}

void MainWindow::ask_full() {
    if (!model_.is_open() || !model_.project()->key || findChild<UnlockDialog*>()) return;
    auto* dialog = new UnlockDialog(UnlockDialog::Asks::reason_only, this);
    connect(dialog, &UnlockDialog::submitted, this,
            [this, dialog](const tasks::Passphrase&, const QString& reason, int) {
                if (!model_.is_open() || !model_.project()->key) {
                    dialog->reject();
                    return;
                }
                const auto& household = inspector_->card()->household();
                if (!household) return;
                tasks::PersonalParams params;
                params.id = household->id;
                params.disclosure = land::Disclosure::open;
                params.reason = reason.toStdString();
                dialog->set_busy(true);
                jobs_.run(
                    JobRunner::Kind::quiet, tr("Show personal values in full"), dialog,
                    [project = model_.project(), params](land::Progress&) {
                        std::pair<tasks::PersonalAnswer, QString> shown;
                        try {
                            shown.first = tasks::personal_values(*project, params);
                        } catch (const Error& error) {
                            shown.second = refusal_caption(error);
                        }
                        return shown;
                    },
                    [this, dialog, id = params.id](const std::pair<tasks::PersonalAnswer, QString>& shown) {
                        if (!shown.second.isEmpty()) {
                            dialog->show_refusal(shown.second);
                            return;
                        }
                        dialog->accept();
                        inspector_->show_full(id, shown.first);
                        model_.look_for_changes();
                    });
            });
    dialog->open();
}

}  // namespace liangdi::gui
