#include "gui/findings_dock.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/eliding_label.hpp"
#include "gui/head_row.hpp"
#include "gui/look.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

namespace {
constexpr int narrowest = 360, narrow_levels = 118;
}

FindingsDock::FindingsDock(QWidget* parent)
    : QWidget(parent),
      model_(new FindingsModel(this)),
      shown_(new FindingsFilter(this)),
      table_(new QTableView),
      check_(new QPushButton(tr("Check the town"))),
      copy_(new QPushButton(icon("edit-copy"), tr("Copy"))),
      severity_(new QComboBox),
      filter_(new QLineEdit),
      counts_(new ElidingLabel),
      empty_(new QLabel) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(narrowest);  // less than its head asks for
    severity_->addItem(tr("all levels"), static_cast<int>(land::Severity::note));
    severity_->addItem(tr("▲ warnings and errors"), static_cast<int>(land::Severity::warning));
    severity_->addItem(tr("◆ errors"), static_cast<int>(land::Severity::error));
    severity_->setAccessibleName(tr("Level"));
    severity_->view()->setMinimumWidth(severity_->sizeHint().width());  // also where the box is narrow
    filter_->setPlaceholderText(tr("Filter: rule, code, words"));
    filter_->setAccessibleName(tr("Filter the findings"));
    filter_->setClearButtonEnabled(true);
    filter_->setMaximumWidth(320);
    filter_->setMinimumWidth(filter_->fontMetrics().horizontalAdvance(filter_->placeholderText()) + 24);
    copy_->setToolTip(tr("Copy the chosen rows, or all that are shown, for a spreadsheet"));
    counts_->setObjectName("muted");
    empty_->setObjectName("muted");
    empty_->setMargin(12);
    empty_->setWordWrap(true);
    shown_->setSourceModel(model_);
    set_up_view(*table_);
    table_->setModel(shown_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setSortingEnabled(true);
    table_->sortByColumn(FindingsModel::severity, Qt::AscendingOrder);
    table_->setAccessibleName(tr("Findings"));
    table_->horizontalHeader()->setStretchLastSection(true);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 4, 0, 4);
    head->setSpacing(8);
    head->addWidget(check_);
    head->addWidget(severity_);
    head->addWidget(filter_, 1);
    head->addWidget(counts_, 1);
    head->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(empty_);
    column->addWidget(table_, 1);
    auto* copy_key = new QAction(table_);
    copy_key->setShortcut(QKeySequence::Copy);
    copy_key->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(copy_key);
    connect(copy_key, &QAction::triggered, this, &FindingsDock::copy);
    connect(copy_, &QPushButton::clicked, this, &FindingsDock::copy);
    connect(check_, &QPushButton::clicked, this, &FindingsDock::check_wanted);
    connect(table_, &QTableView::activated, this, &FindingsDock::open);
    const auto filter = [this] {
        shown_->set(static_cast<land::Severity>(severity_->currentData().toInt()), filter_->text());
        show_counts();
    };
    connect(filter_, &QLineEdit::textChanged, this, filter);
    connect(severity_, &QComboBox::currentIndexChanged, this, filter);
    clear();
}

void FindingsDock::clear() {
    checked_ = stale_ = false;
    model_->show({}, true);
    show_counts();
}

void FindingsDock::show_outcome(tasks::CheckOutcome outcome, bool chinese) {
    checked_ = true;
    stale_ = false;
    model_->show(std::move(outcome), chinese);
    show_counts();
    fit_columns();
}

void FindingsDock::fit_columns() {
    constexpr int level = 84, table = 92, least_code = 90, most_code = 170, margin = 18, bar = 16;
    constexpr int without_table = 760, least_rest = 430;
    const auto px = [this](const QString& words) { return table_->fontMetrics().horizontalAdvance(words); };
    int code = least_code;
    for (int row = 0; row < std::min(shown_->rowCount(), 200); ++row)
        code = std::max(code, px(shown_->index(row, FindingsModel::code).data().toString()) + margin);
    const bool narrow = width() < without_table;
    code = std::min(code, narrow ? most_code * 3 / 4 : most_code);
    table_->setColumnHidden(FindingsModel::table, narrow);
    const int rest = std::max(least_rest, table_->width() - level - (narrow ? 0 : table) - code - bar);
    const std::pair<int, int> widths[] = {{FindingsModel::severity, level},
                                          {FindingsModel::rule, rest * 36 / 100},
                                          {FindingsModel::table, table},
                                          {FindingsModel::code, code},
                                          {FindingsModel::message, rest * 28 / 100},
                                          {FindingsModel::mend, rest * 36 / 100}};
    for (const auto& [column, wide] : widths) table_->setColumnWidth(column, wide);
}

void FindingsDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const QMargins margins = layout()->contentsMargins();
    fit_head(*layout()->itemAt(0), width() - margins.left() - margins.right(), [this](bool narrow) {
        show_words(*copy_, !narrow);
        severity_->setMaximumWidth(narrow ? narrow_levels : QWIDGETSIZE_MAX);
    });
    fit_columns();
}

void FindingsDock::show_stale() {
    if (!checked_ || stale_) return;
    stale_ = true;
    show_counts();
}

void FindingsDock::set_busy(bool busy) {
    check_->setEnabled(!busy);
}

void FindingsDock::show_counts() {
    const auto number = [](std::int64_t n) { return grouped(static_cast<double>(n), 0); };
    const std::int64_t all = model_->outcome().count;
    const bool any = model_->rowCount() > 0;
    table_->setVisible(any);
    empty_->setVisible(!any);
    empty_->setText(checked_
                        ? tr("✓ The check found nothing wrong.")
                        : tr("Not checked yet. “Check the town” runs all rules over all rows and changes "
                             "nothing; what it finds is listed here, with the place and how to mend it."));
    QString words;
    if (checked_) words = tr("shown %1 of %2").arg(number(shown_->rowCount()), number(all));
    if (stale_) words += QStringLiteral(" · ") + tr("▲ the town has changed since; check again");
    const bool locked = std::any_of(model_->outcome().rules.begin(), model_->outcome().rules.end(),
                                    [](const auto& rule) { return rule.sealed && !rule.ran; });
    if (checked_ && locked) words += QStringLiteral(" · ") + tr("sealed records not checked: locked");
    counts_->set_words(words);
    emit title_changed(checked_ ? tr("Findings %1").arg(number(all)) : tr("Findings"));
}

QString FindingsDock::counts() const {
    return counts_->text();
}

void FindingsDock::open(const QModelIndex& index) {
    if (index.isValid()) emit go_wanted(model_->at(shown_->mapToSource(index).row()));
}

void FindingsDock::go(int step) {
    const int rows = shown_->rowCount();
    if (rows == 0) return;
    const QModelIndex current = table_->currentIndex();
    const int row = current.isValid() ? (current.row() + step + rows) % rows : step > 0 ? 0 : rows - 1;
    const QModelIndex next = shown_->index(row, FindingsModel::rule);
    table_->selectRow(row);
    table_->setCurrentIndex(next);
    table_->scrollTo(next);
    open(next);
}

void FindingsDock::copy() const {
    QList<int> rows;
    for (const auto& index : table_->selectionModel()->selectedRows()) rows << index.row();
    if (rows.size() < 2) {
        rows.clear();
        for (int row = 0; row < shown_->rowCount(); ++row) rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QStringList cells;
    for (int column = 0; column < FindingsModel::column_count; ++column)
        cells << model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    SpreadsheetCopy out({});
    out.add(cells);
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < FindingsModel::column_count; ++column)
            cells << shown_->index(row, column).data().toString();
        out.add(cells);
    }
    out.put_on_clipboard();
}

}  // namespace liangdi::gui
