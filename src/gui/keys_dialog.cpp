#include "gui/keys_dialog.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/form_parts.hpp"
#include "gui/new_passphrase_form.hpp"

namespace liangdi::gui {

namespace {

struct Words {
    QString title, own, hint, ok;
};

Words words_of(KeyAction action) {
    switch (action) {
        case KeyAction::change_own:
            return {
                KeysDialog::tr("Change my passphrase"), KeysDialog::tr("Passphrase so far"),
                KeysDialog::tr("Only the passphrase that is typed here is replaced; those of others stay."),
                KeysDialog::tr("Change")};
        case KeyAction::add_officer:
            return {KeysDialog::tr("Give an officer a passphrase"), KeysDialog::tr("Your passphrase"),
                    KeysDialog::tr("Let the officer type the new passphrase; the history then says whose was "
                                   "used."),
                    KeysDialog::tr("Give")};
        case KeyAction::remove_officer:
            return {KeysDialog::tr("Take an officer's passphrase away"), KeysDialog::tr("Your passphrase"),
                    KeysDialog::tr("The passphrase no longer opens this file. An older copy of the file that "
                                   "the officer kept still opens with it."),
                    KeysDialog::tr("Take away")};
        case KeyAction::recover:
            return {KeysDialog::tr("Passphrase forgotten"), KeysDialog::tr("Recovery key"),
                    KeysDialog::tr("The recovery key is on the paper from the day when the town file was "
                                   "made; another officer's passphrase will do as well."),
                    KeysDialog::tr("Set the new passphrase")};
        case KeyAction::new_recovery_key:
            return {KeysDialog::tr("New recovery key"), KeysDialog::tr("Your passphrase"),
                    KeysDialog::tr("The recovery key so far will open nothing any more."),
                    KeysDialog::tr("Make a new key")};
        case KeyAction::renew:
            return {KeysDialog::tr("Renew the data key"), KeysDialog::tr("Passphrase so far"),
                    KeysDialog::tr("For the day when somebody has left with an older copy of the file: all "
                                   "records are sealed anew. Everybody else's passphrase goes and is given "
                                   "again; the recovery key is a new one."),
                    KeysDialog::tr("Renew and seal anew")};
    }
    return {};
}

}  // namespace

KeysDialog::KeysDialog(KeyAction action, const store::KeyState& state, const QString& actor, QWidget* parent)
    : QDialog(parent), action_(action), reason_(new QLineEdit), refusal_(new QLabel) {
    const Words words = words_of(action);
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    own_ = new PassphraseField(words.own);
    QStringList holders;
    for (const auto& holder : state.holders) holders << q(holder.name);
    auto* form = new QFormLayout;
    form->addRow(words.own, own_);
    if (action == KeyAction::add_officer || action == KeyAction::remove_officer ||
        action == KeyAction::recover) {
        holder_ = new QComboBox;
        holder_->setEditable(action == KeyAction::add_officer);
        holder_->setAccessibleName(tr("Officer"));
        if (action != KeyAction::add_officer) holder_->addItems(holders);
        if (const auto own = holders.indexOf(actor); action == KeyAction::recover && own >= 0)
            holder_->setCurrentIndex(static_cast<int>(own));
        form->addRow(tr("Officer"), holder_);
    }
    if (has_fresh()) {
        fresh_ = new NewPassphraseForm;
        form->addRow(fresh_);
    }
    reason_->setAccessibleName(tr("Reason"));
    reason_->setMaxLength(200);
    reason_->setPlaceholderText(tr("for instance: yearly change, new colleague"));
    form->addRow(tr("Reason"), reason_);
    auto* who = new QLabel(tr("Who has a passphrase: %1").arg(holders.join(tr(", "))));
    auto* hint = new QLabel(words.hint);
    for (auto* label : {who, hint}) {
        label->setWordWrap(true);
        label->setObjectName("muted");
    }
    make_refusal_line(*refusal_);
    auto* buttons = ok_and_cancel(*this, words.ok);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    auto* column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(who);
    column->addWidget(refusal_);
    column->addWidget(buttons);
    setMinimumWidth(480);
    connect(buttons, &QDialogButtonBox::accepted, this, &KeysDialog::submit);
    own_->setFocus();
}

bool KeysDialog::has_fresh() const {
    return action_ == KeyAction::change_own || action_ == KeyAction::add_officer ||
           action_ == KeyAction::recover || action_ == KeyAction::renew;
}

void KeysDialog::submit() {
    const auto refuse = [this](const QString& words, QWidget* at) {
        show_refusal(words);
        at->setFocus();
    };
    if (own_->text().isEmpty()) return refuse(tr("Type the passphrase, or the recovery key."), own_);
    if (holder_ && holder_->currentText().trimmed().isEmpty())
        return refuse(tr("Say which officer it is about."), holder_);
    if (fresh_) {
        if (const QString problem = fresh_->problem(); !problem.isEmpty())
            return refuse(problem, fresh_->first_field());
    }
    if (reason_->text().trimmed().isEmpty())
        return refuse(tr("Say why; the history keeps the reason."), reason_);
    refusal_->hide();
    KeyWish wish{action_,
                 own_->passphrase(),
                 holder_ ? holder_->currentText().trimmed() : QString(),
                 {},
                 reason_->text().trimmed()};
    if (fresh_) wish.fresh = fresh_->passphrase();
    emit submitted(wish);
}

void KeysDialog::show_refusal(const QString& words) {
    set_busy(false);
    refusal_->setText(words);
    refusal_->show();
}

void KeysDialog::set_busy(bool busy) {
    for (QWidget* widget :
         {static_cast<QWidget*>(ok_), static_cast<QWidget*>(own_), static_cast<QWidget*>(reason_),
          static_cast<QWidget*>(holder_), static_cast<QWidget*>(fresh_)})
        if (widget) widget->setEnabled(!busy);
}

QString KeysDialog::refusal() const {
    return refusal_->isHidden() ? QString() : refusal_->text();
}

}  // namespace liangdi::gui
