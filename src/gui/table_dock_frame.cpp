// The parts of TableDock that build it and wire it; table_dock.cpp holds what it does.
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/cell_delegate.hpp"
#include "gui/head_row.hpp"
#include "gui/look.hpp"
#include "gui/table_dock.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

namespace {
constexpr int narrowest = 360, narrow_tables = 124;
constexpr int typing_pause_ms = 200;  // a filter over a million rows is not asked at every key
}  // namespace

void TableDock::build() {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(narrowest);  // less than its head asks for: fit_head takes words away
    view_ = new QTableView;
    delegate_ = new CellDelegate(view_);
    tables_ = new QComboBox;
    filter_ = new QLineEdit;
    edit_ = new QPushButton(icon("document-edit"), tr("Edit"));
    columns_ = new QPushButton(icon("view-list-details"), tr("Columns"));
    copy_ = new QPushButton(icon("edit-copy"), tr("Copy"));
    counts_ = new QLabel;
    refusal_ = new QLabel;
    set_up_view(*view_);
    view_->setModel(rows_);
    view_->setItemDelegate(delegate_);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setAccessibleName(tr("Attribute table"));
    view_->horizontalHeader()->setSectionsClickable(true);
    view_->horizontalHeader()->setSectionsMovable(true);
    view_->horizontalHeader()->setSortIndicatorShown(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    tables_->setAccessibleName(tr("Table"));
    tables_->setMaxVisibleItems(24);
    filter_->setPlaceholderText(tr("Filter: in any cell"));
    filter_->setAccessibleName(tr("Filter the rows"));
    filter_->setClearButtonEnabled(true);
    filter_->setMaximumWidth(320);
    filter_->setMinimumWidth(filter_->fontMetrics().horizontalAdvance(filter_->placeholderText()) + 24);
    edit_->setCheckable(true);
    edit_->setToolTip(tr("On: a double click or F2 types a cell over, and each cell can be undone"));
    columns_->setMenu(new QMenu(columns_));
    copy_->setToolTip(tr("Copy the chosen rows, or all, with a head, for a spreadsheet (Ctrl+C)"));
    counts_->setObjectName("muted");
    refusal_->setObjectName("error");
    refusal_->setWordWrap(true);
    refusal_->setMargin(4);
    refusal_->hide();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 4, 0, 4);
    head->setSpacing(8);
    head->addWidget(tables_);
    head->addWidget(filter_, 1);
    head->addWidget(columns_);
    head->addWidget(edit_);
    head->addWidget(counts_);
    head->addStretch();
    head->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(refusal_);
    column->addWidget(view_, 1);
    show_counts();
}

void TableDock::connect_parts() {
    typing_.setSingleShot(true);
    typing_.setInterval(typing_pause_ms);
    connect(&typing_, &QTimer::timeout, this, &TableDock::read_order);
    connect(filter_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(filter_, &QLineEdit::returnPressed, this, [this] {
        typing_.stop();
        read_order();
    });
    connect(tables_, &QComboBox::currentIndexChanged, this, [this] {
        sort_column_ = -1;
        const QSignalBlocker still(filter_);
        filter_->clear();
        view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        refusal_->hide();
        stale_ = true;
        if (isVisible()) read_order();
    });
    connect(view_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                if (column == sort_column_ && order == sort_order_) return;
                sort_column_ = column;
                sort_order_ = order;
                read_order();
            });
    connect(view_->verticalScrollBar(), &QScrollBar::valueChanged, this, &TableDock::read_lines);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableDock::tell_chosen);
    connect(rows_, &TableModel::edit_wanted, this, &TableDock::edit_cell);
    connect(delegate_, &CellDelegate::choices_wanted, this, &TableDock::find_choices);
    connect(delegate_, &CellDelegate::editor_gone, this, [this] {
        if (stale_ && isVisible()) read_order();
    });
    connect(edit_, &QPushButton::toggled, this, [this](bool on) {
        rows_->set_editable(on);
        view_->setEditTriggers(on ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                  : QAbstractItemView::NoEditTriggers);
        // The amber frame of all editing.
        view_->setObjectName(on ? "editing" : "");
        view_->style()->unpolish(view_);
        view_->style()->polish(view_);
    });
    connect(view_, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (!edit_->isChecked() && index.isValid())
            emit go_wanted(q(rows_->table()->name), rows_->ids().at(static_cast<std::size_t>(index.row())));
    });
    auto* copy_key = new QAction(view_);
    copy_key->setShortcut(QKeySequence::Copy);
    copy_key->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(copy_key);
    connect(copy_key, &QAction::triggered, this, &TableDock::copy);
    connect(copy_, &QPushButton::clicked, this, &TableDock::copy);
    connect(&model_, &ProjectModel::changed, this, [this](ProjectModel::What what) {
        if (what == ProjectModel::What::town) town_changed();
        if (what != ProjectModel::What::rows) return;
        stale_ = true;
        if (isVisible()) read_order();
    });
}

void TableDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) read_order();
}

void TableDock::fit_head() {
    const QMargins margins = layout()->contentsMargins();
    gui::fit_head(*layout()->itemAt(0), width() - margins.left() - margins.right(), [this](bool narrow) {
        for (auto* button : {edit_, columns_, copy_}) show_words(*button, !narrow);
        tables_->setMaximumWidth(narrow ? narrow_tables : QWIDGETSIZE_MAX);
        counts_->setText(narrow ? counts_->property("figures").toString() : counts_->toolTip());
    });
}

void TableDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit_head();
    read_lines();
}

void TableDock::show_columns() {
    QMenu& menu = *columns_->menu();
    menu.clear();
    for (int column = 0; column < rows_->columnCount(); ++column) {
        auto* action = menu.addAction(rows_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!view_->isColumnHidden(column));
        connect(action, &QAction::toggled, view_,
                [this, column](bool on) { view_->setColumnHidden(column, !on); });
    }
}

void TableDock::show_counts() {
    const auto number = [](std::int64_t n) { return grouped(static_cast<double>(n), 0); };
    std::int64_t chosen = 0;
    for (const auto& range : view_->selectionModel()->selection()) chosen += range.height();
    const QString words =
        tr("shown %1 / selected %2 / all %3").arg(number(rows_->rowCount()), number(chosen), number(all_));
    counts_->setToolTip(words);
    counts_->setAccessibleName(words);
    counts_->setProperty(
        "figures",
        QStringLiteral("%1 / %2 / %3").arg(number(rows_->rowCount()), number(chosen), number(all_)));
    fit_head();
}

QString TableDock::counts() const {
    return counts_->toolTip();
}
QString TableDock::refusal() const {
    return refusal_->isHidden() ? QString() : refusal_->text();
}

}  // namespace liangdi::gui
