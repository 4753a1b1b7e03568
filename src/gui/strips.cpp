#include "gui/strips.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/eliding_label.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"
#include "gui/tool.hpp"

namespace liangdi::gui {

ToolStrip::ToolStrip(QWidget* parent)
    : QWidget(parent),
      name_(new QLabel),
      prompt_(new ElidingLabel),
      chip_(new QLabel),
      clear_(new QPushButton(tr("Clear Ctrl+Shift+A"))) {
    setObjectName("strip");
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(strip_height);
    name_->setFont(bold(font()));
    prompt_->setObjectName("muted");
    chip_->setObjectName("chip");
    clear_->setFlat(true);
    clear_->setStyleSheet(
        QStringLiteral("QPushButton { border: none; background: transparent; padding: 0 4px; }"));
    clear_->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(10);
    row->addWidget(name_);
    row->addWidget(prompt_, 1);
    row->addWidget(chip_);
    row->addWidget(clear_);
    prompt_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(clear_, &QPushButton::clicked, this, &ToolStrip::clear_wanted);
    show_selection({});
}

void ToolStrip::show_tool(const Tool& tool) {
    show_prompt(tool.name(), tool.prompt());
}

void ToolStrip::show_prompt(const QString& name, const QString& prompt) {
    name_->setText(name);
    prompt_->set_words(prompt);
}

void ToolStrip::show_selection(const QString& words) {
    chip_->setText(words);
    chip_->setVisible(!words.isEmpty());
    clear_->setVisible(!words.isEmpty());
}

void ToolStrip::add_chip(QWidget* chip) {
    static_cast<QHBoxLayout*>(layout())->insertWidget(2, chip);
}

QString ToolStrip::selection_words() const {
    return chip_->text();
}

ErrorStrip::ErrorStrip(QWidget* parent)
    : QWidget(parent), glyph_(new QLabel), words_(new QLabel), details_(new QPushButton(tr("Details"))) {
    setObjectName("errorstrip");
    setAttribute(Qt::WA_StyledBackground);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(glyph_, 0, Qt::AlignTop);
    row->addWidget(words_, 1);
    row->addWidget(details_, 0, Qt::AlignTop);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(details_, &QPushButton::clicked, this, &ErrorStrip::show_details);
    hide();
}

QString ErrorStrip::words() const {
    return words_->text();
}

void ErrorStrip::show_error(const QString& doing, const Error& error) {
    glyph_->setText(QStringLiteral("◆"));
    words_->setText(QStringLiteral("%1: %2").arg(doing, QString::fromUtf8(error.what())));
    details_text_ = tr("What: %1\nWhere: %2\nReason: %3\nCode: %4")
                        .arg(doing, error.where().empty() ? QStringLiteral("—") : q(error.where()),
                             q(error.message()), q(error.code()));
    details_->show();
    show();
}

void ErrorStrip::show_note(const QString& words) {
    glyph_->setText(QStringLiteral("▲"));
    words_->setText(words);
    details_->hide();
    show();
}

void ErrorStrip::show_details() {
    auto* box = new QWidget(this, Qt::Tool);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Details"));
    auto* text = new QPlainTextEdit(details_text_);
    text->setReadOnly(true);
    auto* copy = new QPushButton(tr("Copy"));
    auto* column = new QVBoxLayout(box);
    column->addWidget(text);
    column->addWidget(copy, 0, Qt::AlignRight);
    connect(copy, &QPushButton::clicked, box,
            [text] { QApplication::clipboard()->setText(text->toPlainText()); });
    box->resize(520, 220);
    box->show();
}

}  // namespace liangdi::gui
