#include "gui/shortcuts_dialog.hpp"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/form_parts.hpp"
#include "gui/look.hpp"
#include "gui/shortcuts.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

enum Column { command, key, usual, column_count };

QString plain_text(const QAction& action) {
    QString text = action.iconText();
    return text.remove('&');
}

QString keys_text(const QList<QKeySequence>& keys) {
    QStringList words;
    for (const auto& one : keys) words << one.toString(QKeySequence::NativeText);
    return words.join(QStringLiteral(" / "));
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(QMainWindow& window, bool remember)
    : QDialog(&window),
      window_(window),
      remember_(remember),
      filter_(new QLineEdit),
      table_(new QTableWidget),
      refusal_(new QLabel),
      reset_(new QPushButton(tr("Back to the usual keys"))),
      actions_(configurable_actions(window)) {
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    filter_->setPlaceholderText(tr("Filter commands"));
    filter_->setAccessibleName(tr("Filter commands"));
    filter_->addAction(icon("view-filter"), QLineEdit::LeadingPosition);
    filter_->setClearButtonEnabled(true);
    table_->setAccessibleName(tr("Keyboard shortcuts"));
    table_->setColumnCount(column_count);
    table_->setHorizontalHeaderLabels({tr("Command"), tr("Key"), tr("Usually")});
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(command, QHeaderView::Stretch);
    table_->setColumnWidth(key, 190);
    table_->setColumnWidth(usual, 160);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(row_height + 8);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setTabKeyNavigation(false);
    table_->setFocusPolicy(Qt::NoFocus);
    make_refusal_line(*refusal_);
    reset_->setAutoDefault(false);
    auto* hint =
        new QLabel(tr("Click a key and press the new one; Backspace leaves the command without a key."));
    hint->setObjectName("muted");
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(reset_, QDialogButtonBox::ResetRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(filter_);
    column->addWidget(table_, 1);
    column->addWidget(hint);
    column->addWidget(refusal_);
    column->addWidget(buttons);
    resize(620, 640);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter_, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(reset_, &QPushButton::clicked, this, [this] {
        for (auto* action : actions_) reset_shortcut(*action, remember_);
        refusal_->hide();
        fill();
    });
    fill();
}

void ShortcutsDialog::fill() {
    table_->setRowCount(0);
    table_->setRowCount(static_cast<int>(actions_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        auto* action = actions_.at(row);
        table_->setItem(row, command, new QTableWidgetItem(action->icon(), plain_text(*action)));
        auto* edit = new QKeySequenceEdit(action->shortcut());
        edit->setAccessibleName(tr("Key of %1").arg(plain_text(*action)));
        table_->setCellWidget(row, key, edit);
        auto* standard = new QTableWidgetItem(keys_text(default_shortcuts(*action)));
        standard->setForeground(tokens_for(palette()).muted);
        table_->setItem(row, usual, standard);
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, action, edit] { take(action, edit); });
    }
    filter(filter_->text());
}

void ShortcutsDialog::take(QAction* action, QKeySequenceEdit* edit) {
    QKeySequence wanted = edit->keySequence();
    const QSignalBlocker quiet(edit);
    if (wanted == QKeySequence(Qt::Key_Backspace)) edit->setKeySequence(wanted = {});
    if (wanted == action->shortcut()) return;
    if (const auto* other = conflicting_action(window_, *action, wanted)) {
        refusal_->setText(tr("%1 belongs to “%2”; give that another key first.")
                              .arg(wanted.toString(QKeySequence::NativeText), plain_text(*other)));
        refusal_->show();
        edit->setKeySequence(action->shortcut());
        return;
    }
    refusal_->hide();
    set_shortcut(*action, wanted, remember_);
}

void ShortcutsDialog::filter(const QString& text) {
    for (int row = 0; row < table_->rowCount(); ++row)
        table_->setRowHidden(row, !table_->item(row, command)->text().contains(text, Qt::CaseInsensitive));
}

QKeySequenceEdit* ShortcutsDialog::key_field(const QAction* action) const {
    const int row = static_cast<int>(actions_.indexOf(action));
    return row < 0 ? nullptr : qobject_cast<QKeySequenceEdit*>(table_->cellWidget(row, key));
}

QString ShortcutsDialog::refusal() const {
    return refusal_->isHidden() ? QString() : refusal_->text();
}

}  // namespace liangdi::gui
