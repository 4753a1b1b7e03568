#include "gui/unlock_dialog.hpp"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gui/form_parts.hpp"
#include "gui/idle_lock.hpp"

namespace liangdi::gui {

UnlockDialog::UnlockDialog(Asks asks, QWidget* parent)
    : QDialog(parent),
      passphrase_(new PassphraseField(tr("Passphrase"))),
      reason_(new QLineEdit),
      minutes_(new QSpinBox),
      refusal_(new QLabel),
      forgotten_(new QPushButton(tr("Passphrase forgotten?"))) {
    const bool whole = asks == Asks::passphrase;
    setWindowTitle(whole ? tr("Unlock the personal records") : tr("Show personal values in full"));
    setAttribute(Qt::WA_DeleteOnClose);
    reason_->setAccessibleName(tr("Reason"));
    reason_->setPlaceholderText(tr("for instance: home visit, household 0412"));
    reason_->setMaxLength(200);
    minutes_->setRange(1, IdleLock::most_minutes);
    minutes_->setValue(IdleLock::default_minutes);
    minutes_->setSuffix(QStringLiteral(" ") + tr("min"));
    minutes_->setAccessibleName(tr("Lock again after"));
    make_refusal_line(*refusal_);
    auto* form = new QFormLayout;
    if (whole) form->addRow(tr("Passphrase"), passphrase_);
    form->addRow(tr("Reason"), reason_);
    if (whole) form->addRow(tr("Lock again after"), minutes_);
    passphrase_->setVisible(whole);
    minutes_->setVisible(whole);
    if (!whole) {  // unused fields still belong to the dialog
        passphrase_->setParent(this);
        minutes_->setParent(this);
        passphrase_->hide();
        minutes_->hide();
    }
    auto* hint =
        new QLabel(tr("Who, when and the reason go into the history, in clear; write no identity "
                      "number into it."));
    hint->setObjectName("muted");
    hint->setWordWrap(true);
    auto* buttons = ok_and_cancel(*this, whole ? tr("Unlock") : tr("Show"));
    ok_ = buttons->button(QDialogButtonBox::Ok);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(refusal_);
    buttons->addButton(forgotten_, QDialogButtonBox::ResetRole);
    forgotten_->setAutoDefault(false);
    forgotten_->setVisible(whole);
    connect(forgotten_, &QPushButton::clicked, this, &UnlockDialog::forgotten);
    column->addWidget(buttons);
    setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::submit);
    (whole ? passphrase_ : reason_)->setFocus();
}

void UnlockDialog::submit() {
    const bool whole = !passphrase_->isHidden();
    if (reason_->text().trimmed().isEmpty()) {
        show_refusal(tr("Say why; without a reason nothing is opened."));
        reason_->setFocus();
        return;
    }
    if (whole && passphrase_->text().isEmpty()) {
        show_refusal(tr("Type the passphrase, or the recovery key."));
        passphrase_->setFocus();
        return;
    }
    refusal_->hide();
    emit submitted(passphrase_->passphrase(), reason_->text().trimmed(), minutes_->value());
}

void UnlockDialog::show_refusal(const QString& words) {
    set_busy(false);
    refusal_->setText(words);
    refusal_->show();
    passphrase_->selectAll();
}

void UnlockDialog::set_busy(bool busy) {
    ok_->setEnabled(!busy);
    passphrase_->setEnabled(!busy);
    reason_->setEnabled(!busy);
}

QString UnlockDialog::refusal() const {
    return refusal_->isHidden() ? QString() : refusal_->text();
}

}  // namespace liangdi::gui
