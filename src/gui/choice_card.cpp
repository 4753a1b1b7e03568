#include "gui/choice_card.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include "gui/look.hpp"

namespace liangdi::gui {

ChoiceCard::ChoiceCard(const QString& title, QButtonGroup& group, int id, QWidget* parent)
    : QFrame(parent),
      button_(new QRadioButton(title)),
      words_(new QLabel),
      detail_(new QLabel),
      tag_(new QLabel) {
    setObjectName("card");
    setAttribute(Qt::WA_StyledBackground);
    button_->setFont(bold(font()));
    group.addButton(button_, id);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    detail_->setObjectName("muted");
    detail_->setWordWrap(true);
    detail_->setIndent(22);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(button_);
    line->addWidget(words_, 1);
    line->addWidget(tag_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 5, 8, 5);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(detail_);
    detail_->hide();
    tag_->hide();
    connect(button_, &QRadioButton::toggled, this, &ChoiceCard::show_chosen);
    show_chosen(false);
}

void ChoiceCard::set_words(const QString& words) {
    words_->setText(words);
    words_->setToolTip(words);
}

void ChoiceCard::set_detail(const QString& words) {
    detail_->setText(words);
    detail_->setVisible(!words.isEmpty());
    button_->setAccessibleDescription(words);
}

void ChoiceCard::set_tag(const QString& words, Tag tag) {
    const char* names[] = {"muted", "oktag", "warntag", "errortag"};
    tag_->setObjectName(names[static_cast<int>(tag)]);
    tag_->setText(words);
    tag_->setVisible(!words.isEmpty());
}

void ChoiceCard::set_possible(bool possible) {
    button_->setEnabled(possible);
}

void ChoiceCard::mousePressEvent(QMouseEvent*) {
    if (!button_->isEnabled()) return;
    button_->setFocus();
    button_->click();
}

void ChoiceCard::show_chosen(bool chosen) {
    setProperty("chosen", chosen);
    style()->unpolish(this);
    style()->polish(this);
}

}  // namespace liangdi::gui
