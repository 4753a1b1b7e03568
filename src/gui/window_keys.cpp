// The parts of MainWindow about a town's passphrases: a new town, who may unlock it, the recovery key.
#include <QPushButton>

#include "gui/captions.hpp"
#include "gui/keys_dialog.hpp"
#include "gui/main_window.hpp"
#include "gui/new_passphrase_form.hpp"
#include "gui/new_town_dialog.hpp"
#include "gui/recovery_key_dialog.hpp"
#include "gui/refusals.hpp"
#include "gui/status_row.hpp"
#include "tasks/create.hpp"
#include "tasks/keys.hpp"

namespace liangdi::gui {

namespace {

struct Outcome {
    tasks::KeysChanged done;
    QString refusal;
};

/// On a copy of the project: the window stays locked, or unlocked, as it is.
tasks::KeysChanged change_keys(tasks::Project project, const KeyWish& wish, land::Progress& progress) {
    const std::string reason = wish.reason.toStdString(), holder = wish.holder.toStdString();
    tasks::unlock(project, wish.own, reason);
    switch (wish.action) {
        case KeyAction::change_own:
            return tasks::change_passphrase(project, *wish.fresh, reason);
        case KeyAction::add_officer:
            return tasks::add_passphrase(project, holder, *wish.fresh, reason);
        case KeyAction::recover:
            return tasks::reset_passphrase(project, holder, *wish.fresh, reason);
        case KeyAction::remove_officer:
            return tasks::remove_passphrase(project, holder, reason);
        case KeyAction::renew: {
            // Cut short it can be done again: until then all records open with the new key.
            auto done = tasks::renew_key(project, *wish.fresh, reason);
            tasks::reseal(project, progress);
            return done;
        }
        case KeyAction::new_recovery_key:
            break;
    }
    return tasks::new_recovery_key(project, reason);
}

QString done_caption(KeyAction action, const QString& holder) {
    switch (action) {
        case KeyAction::remove_officer:
            return MainWindow::tr("The passphrase of %1 no longer opens this file.").arg(holder);
        case KeyAction::new_recovery_key:
            return MainWindow::tr("The recovery key so far opens nothing any more.");
        case KeyAction::renew:
            return MainWindow::tr(
                "All records are sealed with a new key; give the others their passphrases.");
        default:
            return MainWindow::tr("The passphrase of %1 is set.").arg(holder);
    }
}

}  // namespace

void MainWindow::new_town() {
    if (findChild<NewTownDialog*>()) return;
    auto* dialog = new NewTownDialog(this);
    connect(dialog, &NewTownDialog::submitted, this, [this, dialog](tasks::CreateParams params) {
        params.actor = options_.actor;
        dialog->set_busy(true);
        struct Made {
            std::string recovery_key;
            QString refusal;
        };
        jobs_.run(
            JobRunner::Kind::shown, tr("New town"), dialog,
            [params](land::Progress&) {
                Made made;
                try {
                    made.recovery_key = tasks::create(params).recovery_key;
                } catch (const Error& error) {
                    made.refusal = refusal_caption(error);
                }
                return made;
            },
            [this, dialog, town = params.town](Made made) {
                if (!made.refusal.isEmpty()) {
                    dialog->show_refusal(made.refusal);
                    return;
                }
                dialog->accept();
                open_town(town);
                show_recovery_key(q(town.filename().string()), made.recovery_key);
            });
    });
    dialog->open();
}

void MainWindow::show_recovery_key(const QString& town, std::string& recovery_key) {
    if (recovery_key.empty()) return;
    auto* dialog = new RecoveryKeyDialog(town, q(recovery_key), this);
    store::wipe(recovery_key);
    dialog->open();
}

void MainWindow::connect_keys() {
    const std::pair<QAction*, KeyAction> all[] = {{actions_.change_passphrase, KeyAction::change_own},
                                                  {actions_.add_officer, KeyAction::add_officer},
                                                  {actions_.remove_officer, KeyAction::remove_officer},
                                                  {actions_.recover, KeyAction::recover},
                                                  {actions_.new_recovery_key, KeyAction::new_recovery_key},
                                                  {actions_.renew_key, KeyAction::renew}};
    for (const auto& [action, wish] : all)
        connect(action, &QAction::triggered, this, [this, wish = wish] { ask_keys(wish); });
}

void MainWindow::ask_keys(KeyAction action) {
    if (!model_.is_open() || findChild<KeysDialog*>()) return;
    const auto project = model_.project();
    const store::KeyState state = tasks::keys(*project);
    if (state.holders.empty() && !state.recovery) {
        status_->show_message(refusal_caption(Error("no_key", {})));
        return;
    }
    auto* dialog = new KeysDialog(action, state, q(project->actor), this);
    connect(dialog, &KeysDialog::submitted, this, [this, dialog, project](const KeyWish& wish) {
        dialog->set_busy(true);
        jobs_.run(
            JobRunner::Kind::quiet, dialog->windowTitle(), dialog,
            [project, wish](land::Progress& progress) {
                Outcome outcome;
                try {
                    outcome.done = change_keys(*project, wish, progress);
                } catch (const Error& error) {
                    outcome.refusal = refusal_caption(error);
                }
                return outcome;
            },
            [this, dialog, project, action = wish.action](Outcome outcome) {
                if (!outcome.refusal.isEmpty()) {
                    dialog->show_refusal(outcome.refusal);
                    return;
                }
                dialog->accept();
                // The key in hand opens nothing that is sealed anew.
                if (action == KeyAction::renew && model_.project()->key) lock_sealed();
                model_.look_for_changes();
                status_->show_message(done_caption(action, q(outcome.done.holder)));
                show_recovery_key(q(project->store->file().filename().string()), outcome.done.recovery_key);
            });
    });
    dialog->open();
}

}  // namespace liangdi::gui
