#include "gui/personal_panel.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/tables.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

PersonalPanel::PersonalPanel(QWidget* parent)
    : QWidget(parent),
      glyph_(new QLabel),
      words_(new QLabel),
      table_(new QTableWidget),
      button_(new QPushButton) {
    auto* title = new QLabel(tr("Personal values"));
    title->setObjectName("head");
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(glyph_);
    head->addStretch();
    head->addWidget(button_);
    words_->setObjectName("muted");
    words_->setWordWrap(true);
    set_up_table(*table_, {tr("Name"), tr("What"), tr("Value")});
    table_->setAccessibleName(tr("Personal values"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(words_);
    column->addWidget(table_);
    connect(button_, &QPushButton::clicked, this, [this] {
        if (state_ == State::locked) emit unlock_wanted();
        if (state_ == State::masked) emit full_wanted();
        if (state_ == State::full) emit mask_wanted();
    });
    show_locked();
}

void PersonalPanel::show_locked() {
    state_ = State::locked;
    table_->setRowCount(0);
    table_->hide();
    // A picture: the lock of Unicode is in no font of a plain system.
    glyph_->setPixmap(icon("object-locked").pixmap(dock_icon));
    glyph_->setAccessibleName(tr("locked"));
    button_->setText(tr("Unlock…"));
    words_->setText(tr("Identity numbers, phones and the like are sealed."));
}

void PersonalPanel::show_values(const tasks::PersonalAnswer& answer, land::Disclosure disclosure) {
    const bool full = disclosure == land::Disclosure::open;
    state_ = full ? State::full : State::masked;
    if (full)
        glyph_->setText(QStringLiteral("▲"));
    else
        glyph_->setPixmap(icon("object-locked").pixmap(dock_icon));
    glyph_->setAccessibleName(full ? tr("in full") : tr("masked"));
    button_->setText(full ? tr("Mask again") : tr("Show in full…"));
    QStringList words;
    int rows = 0;
    for (const auto& record : answer.records) {
        rows += static_cast<int>(record.values.size());
        if (record.damaged) words << tr("The record of %1 cannot be opened.").arg(q(record.name));
    }
    if (answer.children > 0)
        words << tr("%n member(s) under 14 or of unknown age are left out.", nullptr,
                    static_cast<int>(answer.children));
    if (full) words << tr("In full; that you saw it is in the history.");
    if (rows == 0) words << tr("Nothing is registered.");
    words_->setText(words.join(QStringLiteral(" ")));
    words_->setVisible(!words.isEmpty());
    table_->setRowCount(rows);
    int row = 0;
    for (const auto& record : answer.records)
        for (const auto& value : record.values) {
            set_cell(*table_, row, 0, q(record.name));
            set_cell(*table_, row, 1, sealed_caption(value.field));
            set_cell(*table_, row, 2, q(value.value));
            if (value.masked)  // a screen reader would read the stars one by one
                table_->item(row, 2)->setData(Qt::AccessibleTextRole, tr("masked"));
            ++row;
        }
    table_->setVisible(rows > 0);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    fit_height(*table_);
}

QString PersonalPanel::words() const {
    return words_->text();
}

}  // namespace liangdi::gui
