#include "gui/bookmark_panel.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

BookmarkPanel::BookmarkPanel(QWidget* map)
    : MapCard(tr("Bookmarks"), map),
      list_(new QListWidget),
      add_(new QPushButton(icon("bookmark-new"), tr("Add this view"))),
      go_(new QPushButton(tr("Go there"))),
      rename_(new QPushButton(tr("Rename"))),
      remove_(new QPushButton(tr("Delete"))),
      none_(new QLabel(tr("No bookmark yet. Bring the place onto the map and add it."))) {
    list_->setAccessibleName(tr("Bookmarks"));
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->setMinimumSize(270, 5 * row_height);
    list_->installEventFilter(this);
    none_->setObjectName("muted");
    none_->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (auto* button : {add_, go_, rename_, remove_}) buttons->addWidget(button);
    column()->addWidget(none_);
    column()->addWidget(list_);
    column()->addLayout(buttons);
    connect(add_, &QPushButton::clicked, this, &BookmarkPanel::add_wanted);
    connect(go_, &QPushButton::clicked, this, &BookmarkPanel::go);
    connect(rename_, &QPushButton::clicked, this, [this] {
        if (auto* item = list_->currentItem()) list_->editItem(item);
    });
    connect(remove_, &QPushButton::clicked, this, &BookmarkPanel::remove);
    connect(list_, &QListWidget::itemDoubleClicked, this, &BookmarkPanel::go);
    connect(list_, &QListWidget::itemChanged, this, &BookmarkPanel::renamed);
    fill(-1);
}

void BookmarkPanel::show_bookmarks(std::vector<Bookmark> bookmarks) {
    bookmarks_ = std::move(bookmarks);
    fill(bookmarks_.empty() ? -1 : 0);
}

void BookmarkPanel::fill(int current) {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const auto& bookmark : bookmarks_) {
        auto* item = new QListWidgetItem(icon("bookmarks"), bookmark.name, list_);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setSizeHint({0, row_height});
    }
    list_->setCurrentRow(current);
    list_->setVisible(!bookmarks_.empty());
    none_->setVisible(bookmarks_.empty());
    for (auto* button : {go_, rename_, remove_}) button->setEnabled(!bookmarks_.empty());
    adjustSize();
}

void BookmarkPanel::add(const geo::Box& box) {
    bookmarks_.push_back({free_name(bookmarks_, tr("Bookmark")), box});
    emit bookmarks_changed();
    fill(static_cast<int>(bookmarks_.size()) - 1);
    show();
    raise();
    list_->setFocus();
    list_->editItem(list_->currentItem());
}

void BookmarkPanel::renamed(QListWidgetItem* item) {
    auto& bookmark = bookmarks_.at(static_cast<std::size_t>(list_->row(item)));
    const QString name = item->text().trimmed();
    if (name.isEmpty()) {  // a bookmark without a name could not be chosen
        const QSignalBlocker quiet(list_);
        item->setText(bookmark.name);
        return;
    }
    bookmark.name = name;
    emit bookmarks_changed();
}

void BookmarkPanel::go() {
    const int row = list_->currentRow();
    if (row >= 0) emit go_wanted(bookmarks_.at(static_cast<std::size_t>(row)).box);
}

void BookmarkPanel::remove() {
    const int row = list_->currentRow();
    if (row < 0) return;
    bookmarks_.erase(bookmarks_.begin() + row);
    emit bookmarks_changed();
    fill(std::min(row, static_cast<int>(bookmarks_.size()) - 1));
    bookmarks_.empty() ? add_->setFocus() : list_->setFocus();
}

bool BookmarkPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            go();
            return true;
        case Qt::Key_Delete:
            remove();
            return true;
        default:
            return false;
    }
}

}  // namespace liangdi::gui
