#include "gui/reference_field.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {
constexpr int code_role = Qt::UserRole + 1, typing_pause_ms = 120, rows_seen = 10;
}

ReferenceField::ReferenceField(QWidget* parent)
    : QLineEdit(parent), rows_(new QStandardItemModel(this)), list_(new QCompleter(rows_, this)) {
    setPlaceholderText(tr("name or code"));
    list_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    list_->setMaxVisibleItems(rows_seen);
    setCompleter(list_);
    typing_.setSingleShot(true);
    typing_.setInterval(typing_pause_ms);
    connect(this, &QLineEdit::textEdited, &typing_, qOverload<>(&QTimer::start));
    connect(&typing_, &QTimer::timeout, this, [this] { emit wanted(text().trimmed()); });
    connect(list_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                code_ = index.data(code_role).toString();
                words_ = index.data(Qt::EditRole).toString();
                setText(words_);
                emit chosen();
            });
}

void ReferenceField::begin(const QString& code, const QString& words) {
    code_ = code;
    words_ = words;
    setText(words);
    selectAll();
}

QString ReferenceField::code() const {
    const QString typed = text().trimmed();
    return typed == words_ ? code_ : typed;
}

void ReferenceField::show_choices(const QString& text, const std::vector<tasks::RowChoice>& choices) {
    if (text != this->text().trimmed()) return;
    rows_->clear();
    for (const auto& choice : choices) {
        const QString words = q(choice.words), code = q(choice.code);
        auto* row = new QStandardItem;
        row->setData(words, Qt::EditRole);
        row->setData(code, code_role);
        row->setToolTip(code);
        rows_->appendRow(row);
    }
    if (choices.empty()) return list_->popup()->hide();
    constexpr int bar = 28, widest = 420;
    const int wide = list_->popup()->sizeHintForColumn(0) + bar;
    list_->complete(QRect(0, 0, std::clamp(wide, width(), std::max(width(), widest)), height()));
    // Enter takes it; what is being typed stays as it is until then.
    const QSignalBlocker quiet(list_);
    list_->popup()->setCurrentIndex(list_->completionModel()->index(0, 0));
}

}  // namespace liangdi::gui
