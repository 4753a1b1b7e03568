#include "gui/new_passphrase_form.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "land/passphrase_strength.hpp"

namespace liangdi::gui {

namespace {

constexpr int full_bits = 80;  // beyond it the bar stays full

struct Judged {
    land::PassphraseStrength strength;
    double bits;
};
Judged judged(const tasks::Passphrase& passphrase) {
    return {land::passphrase_strength(passphrase.text()), land::passphrase_bits(passphrase.text())};
}

}  // namespace

NewPassphraseForm::NewPassphraseForm(QWidget* parent)
    : QWidget(parent),
      first_(new PassphraseField(tr("New passphrase"))),
      second_(new PassphraseField(tr("The same again"))),
      bar_(new QProgressBar),
      words_(new QLabel) {
    bar_->setRange(0, full_bits);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(6);
    bar_->setAccessibleName(tr("Strength of the passphrase"));
    words_->setWordWrap(true);
    auto* look = new QToolButton;
    look->setText(tr("Show"));
    look->setCheckable(true);
    look->setToolTip(tr("Show what is typed, while nobody else looks"));
    auto* row = new QHBoxLayout;
    row->addWidget(first_, 1);
    row->addWidget(look);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("New passphrase"), row);
    form->addRow(tr("The same again"), second_);
    form->addRow(QString(), bar_);
    form->addRow(QString(), words_);
    connect(look, &QToolButton::toggled, this, [this](bool on) {
        for (auto* field : {first_, second_})
            field->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(first_, &QLineEdit::textChanged, this, &NewPassphraseForm::show_strength);
    show_strength();
}

void NewPassphraseForm::show_strength() {
    using land::PassphraseStrength;
    const bool any = !first_->text().isEmpty();
    const auto [strength, bits] = judged(first_->passphrase());
    bar_->setValue(std::min(static_cast<int>(bits), full_bits));
    words_->setObjectName(!any                                      ? "muted"
                          : strength == PassphraseStrength::refused ? "error"
                          : strength == PassphraseStrength::weak    ? "warn"
                                                                    : "ok");
    words_->style()->unpolish(words_);
    words_->style()->polish(words_);
    if (!any) {
        words_->setText(tr("At least 8 characters. Four words that do not belong together are good."));
        return;
    }
    switch (strength) {
        case PassphraseStrength::refused:
            words_->setText(
                tr("◆ Too easy: at least 8 characters that are no run, no year and no well-known "
                   "word"));
            return;
        case PassphraseStrength::weak:
            words_->setText(tr("▲ Weak: whoever copies the file could guess it within weeks; add a word"));
            return;
        case PassphraseStrength::fair:
            words_->setText(tr("✓ Fair: it would be guessed only with years of trying"));
            return;
        case PassphraseStrength::strong:
            words_->setText(tr("✓ Strong"));
            return;
    }
}

QString NewPassphraseForm::strength_words() const {
    return words_->text();
}

QString NewPassphraseForm::problem() const {
    if (first_->text().isEmpty()) return tr("Type the new passphrase.");
    if (judged(first_->passphrase()).strength == land::PassphraseStrength::refused)
        return tr(
            "The new passphrase is too easy: at least 8 characters that are no run, no year and no "
            "well-known word. Four words that do not belong together are good.");
    if (first_->text() != second_->text()) return tr("The two passphrases differ; type the same one twice.");
    return {};
}

void NewPassphraseForm::wipe() {
    first_->wipe();
    second_->wipe();
}

}  // namespace liangdi::gui
