#include "gui/ledger_form.hpp"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/form_parts.hpp"

namespace liangdi::gui {

LedgerForm::LedgerForm(bool unlocked, QWidget* parent)
    : QDialog(parent),
      unlocked_(unlocked),
      kind_(new QComboBox),
      level_(new QComboBox),
      edition_(new QComboBox),
      reason_(new QLineEdit),
      file_(new QLineEdit),
      level_label_(new QLabel(tr("By"))),
      reason_label_(new QLabel(tr("Reason"))),
      hint_(new QLabel),
      refusal_(new QLabel) {
    setWindowTitle(tr("Ledgers"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto language = spoken_language();
    kind_->addItem(tr("All ledgers, into a folder"), QStringLiteral("all"));
    for (const auto& form : land::ledger_forms())
        kind_->addItem(form.kind == "land" ? tr("Land") : q(form.title.in(language)), q(form.kind));
    kind_->setAccessibleName(tr("Ledger"));
    kind_->setCurrentIndex(kind_->findData(QStringLiteral("household")));
    for (const auto& [name, words] :
         {std::pair{"household", tr("household")}, std::pair{"parcel", tr("parcel")},
          std::pair{"group", tr("village group")}, std::pair{"village", tr("village")},
          std::pair{"town", tr("town")}})
        level_->addItem(words, QString::fromLatin1(name));
    level_->setAccessibleName(tr("By"));
    edition_->addItem(tr("for the office"), false);
    edition_->addItem(tr("public: nobody is named"), true);
    edition_->setAccessibleName(tr("Edition"));
    reason_->setAccessibleName(tr("Reason"));
    reason_->setPlaceholderText(tr("why families with a benefit are listed by name; stays in the history"));
    file_->setAccessibleName(tr("File"));
    auto* choose_button = new QPushButton(tr("Choose…"));
    choose_button->setAutoDefault(false);
    auto* file_row = new QHBoxLayout;
    file_row->addWidget(file_, 1);
    file_row->addWidget(choose_button);
    auto* form = new QFormLayout;
    form->addRow(tr("Ledger"), kind_);
    form->addRow(level_label_, level_);
    form->addRow(tr("Edition"), edition_);
    form->addRow(reason_label_, reason_);
    form->addRow(tr("File"), file_row);
    hint_->setObjectName("muted");
    hint_->setWordWrap(true);
    make_refusal_line(*refusal_);
    auto* buttons = ok_and_cancel(*this, tr("Write"));
    ok_ = buttons->button(QDialogButtonBox::Ok);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(hint_);
    column->addWidget(refusal_);
    column->addWidget(buttons);
    setMinimumWidth(520);
    for (auto* box : {kind_, level_, edition_})
        connect(box, &QComboBox::currentIndexChanged, this, &LedgerForm::check);
    connect(file_, &QLineEdit::textChanged, this, &LedgerForm::check);
    connect(reason_, &QLineEdit::textChanged, this, &LedgerForm::check);
    connect(choose_button, &QPushButton::clicked, this, &LedgerForm::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &LedgerForm::submit);
    check();
}

bool LedgerForm::is_all() const {
    return kind_->currentData().toString() == QStringLiteral("all");
}

tasks::LedgerParams LedgerForm::params() const {
    tasks::LedgerParams out;
    out.kind = kind_->currentData().toString().toStdString();
    if (out.kind == "land") out.level = level_->currentData().toString().toStdString();
    out.language = spoken_language();
    out.public_edition = edition_->currentData().toBool();
    out.reason = reason_->text().trimmed().toStdString();
    return out;
}

void LedgerForm::check() {
    const auto wanted = params();
    const bool is_land = wanted.kind == "land";
    level_->setVisible(is_land);
    level_label_->setVisible(is_land);
    const bool sealed = wanted.kind == "all" || wanted.kind == "allowance";
    const bool by_name = sealed && unlocked_ && !wanted.public_edition;
    reason_->setVisible(by_name);
    reason_label_->setVisible(by_name);
    QString words;
    if (sealed && !unlocked_ && !wanted.public_edition)
        words = tr(
            "The personal records are locked: of the allowance only the counts per community are written.");
    if (wanted.public_edition && wanted.kind != "all") {
        const auto form = land::ledger_form(wanted.kind, wanted.level);
        if (form.personal && !form.sealed)
            words = tr("This ledger names families or persons; it has no public edition.");
        ok_->setEnabled(!form.personal || form.sealed);
    } else {
        ok_->setEnabled(true);
    }
    hint_->setText(words);
    hint_->setVisible(!words.isEmpty());
    const bool ready = !file_->text().trimmed().isEmpty() && (!by_name || !wanted.reason.empty());
    ok_->setEnabled(ok_->isEnabled() && ready);
    ok_->setToolTip(ready ? QString() : tr("Say where to write, and the reason where one is asked for"));
    refusal_->hide();
}

void LedgerForm::choose() {
    QString chosen;
    if (is_all()) {
        chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the ledgers"));
    } else {
        chosen = QFileDialog::getSaveFileName(this, tr("Write the ledger to"), kind_->currentText() + ".xlsx",
                                              tr("Workbooks (*.xlsx);;Pages (*.pdf);;Text (*.csv)"));
        if (!chosen.isEmpty() && !chosen.contains('.')) chosen += QStringLiteral(".xlsx");
    }
    if (!chosen.isEmpty()) file_->setText(chosen);
}

void LedgerForm::submit() {
    if (ok_->isEnabled()) emit submitted(params(), file_->text().trimmed());
}

void LedgerForm::show_refusal(const QString& words) {
    refusal_->setText(words);
    refusal_->setVisible(!words.isEmpty());
}

}  // namespace liangdi::gui
