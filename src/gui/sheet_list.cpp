#include "gui/sheet_list.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {
constexpr int most_template_rows = 7, page_row_height = 72;
}

SheetList::SheetList(QWidget* parent)
    : QWidget(parent),
      templates_(new QListWidget),
      filter_(new QLineEdit),
      counts_(new QLabel),
      view_(new QListView),
      pages_(new PageModel(this)),
      shown_(new QSortFilterProxyModel(this)) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    templates_->setAccessibleName(tr("Templates"));
    templates_->setFrameShape(QFrame::NoFrame);
    templates_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    filter_->setPlaceholderText(tr("Filter: name or code"));
    filter_->setAccessibleName(tr("Filter the pages"));
    filter_->setClearButtonEnabled(true);
    counts_->setObjectName("muted");
    counts_->setFont(sized(font(), small_pt));
    shown_->setSourceModel(pages_);
    shown_->setFilterRole(Qt::UserRole);
    shown_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    view_->setModel(shown_);
    view_->setAccessibleName(tr("Pages"));
    view_->setFrameShape(QFrame::NoFrame);
    view_->setIconSize(PageModel::thumbnail);
    view_->setUniformItemSizes(true);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setSpacing(2);
    auto* pages_head = new QHBoxLayout;
    auto* head = new QLabel(tr("Pages"));
    head->setObjectName("head");
    pages_head->addWidget(head);
    pages_head->addStretch();
    pages_head->addWidget(counts_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(8);
    column->addWidget(templates_);
    column->addLayout(pages_head);
    column->addWidget(filter_);
    column->addWidget(view_, 1);
    connect(templates_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!silent_ && row >= 0) emit template_chosen(sheets_[static_cast<std::size_t>(row)]);
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!silent_) emit page_chosen();
    });
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        // The page that is looked at stays, listed or not.
        const auto before = current();
        silent_ = true;
        shown_->setFilterFixedString(text);
        const int row = before ? pages_->row_of(before->id) : -1;
        view_->setCurrentIndex(row < 0 ? QModelIndex() : shown_->mapFromSource(pages_->index(row)));
        silent_ = false;
        show_counts();
        emit sight_changed();
    });
    connect(filter_, &QLineEdit::returnPressed, this, [this] {
        if (shown_->rowCount() == 0) return;
        view_->setCurrentIndex(shown_->index(0, 0));
        view_->setFocus();
    });
    connect(view_->verticalScrollBar(), &QScrollBar::valueChanged, this, &SheetList::sight_changed);
    connect(pages_, &QAbstractItemModel::modelReset, this, &SheetList::show_counts);
}

void SheetList::show_templates(std::vector<tasks::SheetTemplate> sheets,
                               const std::filesystem::path& chosen) {
    silent_ = true;
    sheets_ = std::move(sheets);
    // Ledgers and the like are filled by commands of their own; a file that cannot be read says why.
    std::erase_if(sheets_, [](const tasks::SheetTemplate& sheet) {
        return sheet.why_not.empty() &&
               std::ranges::find(tasks::sheet_kinds(), sheet.subject, &tasks::SheetKind::subject) ==
                   tasks::sheet_kinds().end();
    });
    templates_->clear();
    for (const auto& sheet : sheets_) {
        const QString title = q(sheet.title.in(spoken_language()));
        auto* item = new QListWidgetItem(icon(sheet.own ? "document-edit" : "document-preview"), title);
        item->setToolTip(sheet.why_not.empty() ? q(sheet.file.string()) : q(sheet.why_not));
        if (sheet.own) {
            item->setText(tr("%1 · own").arg(title));
        }
        if (!sheet.why_not.empty()) item->setText(QStringLiteral("◆ %1").arg(title));
        item->setSizeHint({0, row_height});
        templates_->addItem(item);
    }
    const int rows = std::clamp(static_cast<int>(sheets_.size()), 1, most_template_rows);
    templates_->setFixedHeight(rows * row_height + 4);
    silent_ = false;
    mark_template(chosen);
}

void SheetList::mark_template(const std::filesystem::path& file) {
    const auto found = std::ranges::find(sheets_, file, &tasks::SheetTemplate::file);
    silent_ = true;
    templates_->setCurrentRow(found == sheets_.end() ? -1 : static_cast<int>(found - sheets_.begin()));
    silent_ = false;
}

std::optional<tasks::SheetSubject> SheetList::current() const {
    const int number = current_number();
    if (number == 0) return {};
    return pages_->subjects()[static_cast<std::size_t>(number - 1)];
}

int SheetList::current_number() const {
    return view_->currentIndex().isValid() ? shown_->mapToSource(view_->currentIndex()).row() + 1 : 0;
}

void SheetList::choose(std::int64_t subject) {
    const int row = pages_->row_of(subject);
    if (row < 0) return;
    silent_ = true;
    QModelIndex at = shown_->mapFromSource(pages_->index(row));
    if (!at.isValid()) {
        filter_->clear();
        at = shown_->mapFromSource(pages_->index(row));
    }
    view_->setCurrentIndex(at);
    silent_ = false;
}

void SheetList::step(int by) {
    const int rows = shown_->rowCount();
    if (rows == 0) return;
    const int row = view_->currentIndex().isValid() ? view_->currentIndex().row() + by : 0;
    view_->setCurrentIndex(shown_->index(std::clamp(row, 0, rows - 1), 0));
}

std::vector<tasks::SheetSubject> SheetList::listed() const {
    std::vector<tasks::SheetSubject> out;
    for (int row = 0; row < shown_->rowCount(); ++row)
        out.push_back(
            pages_->subjects()[static_cast<std::size_t>(shown_->mapToSource(shown_->index(row, 0)).row())]);
    return out;
}

bool SheetList::filtered() const {
    return shown_->rowCount() != pages_->rowCount();
}

std::vector<std::int64_t> SheetList::in_sight() const {
    std::vector<std::int64_t> out;
    const int rows = shown_->rowCount();
    if (rows == 0 || !view_->isVisible()) return out;
    const auto row_at = [this](int y) {
        const QModelIndex at = view_->indexAt({view_->viewport()->width() / 3, y});
        return at.isValid() ? at.row() : -1;
    };
    int first = row_at(6), last = row_at(view_->viewport()->height() - 2);
    if (first < 0) first = 0;
    if (last < 0) last = rows - 1;
    last = std::min({last, rows - 1, first + view_->height() / page_row_height * 2 + 4});
    for (int row = first; row <= last; ++row)
        out.push_back(
            pages_->subjects()[static_cast<std::size_t>(shown_->mapToSource(shown_->index(row, 0)).row())]
                .id);
    return out;
}

void SheetList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    emit sight_changed();
}

void SheetList::show_counts() {
    counts_->setText(filtered() ? tr("%1 of %2").arg(shown_->rowCount()).arg(pages_->rowCount())
                                : QString::number(pages_->rowCount()));
}

}  // namespace liangdi::gui
