#include "gui/table_dock.hpp"

#include <QComboBox>
#include <QHeaderView>
#include <QItemSelection>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "gui/captions.hpp"
#include "gui/cell_delegate.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

TableDock::TableDock(ProjectModel& model, JobRunner& jobs, QWidget* parent)
    : QWidget(parent), model_(model), jobs_(jobs), rows_(new TableModel(this)) {
    build();
    connect_parts();
}

void TableDock::town_changed() {
    jobs_.stop(order_job_);
    stale_ = true;
    all_ = 0;
    sort_column_ = -1;
    known_.clear();
    wanted_.clear();
    quiet_ = true;
    const QSignalBlocker silent(tables_), still(filter_);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    tables_->clear();
    filter_->clear();
    edit_->setChecked(false);
    rows_->show(nullptr, {});
    quiet_ = false;
    if (model_.is_open()) {
        for (auto& table : tasks::town_tables(*model_.project())) {
            tables_->addItem(table_caption(table.name), q(table.name));
            known_.push_back(std::make_shared<tasks::TownTable>(std::move(table)));
        }
        tables_->setCurrentIndex(std::max(0, tables_->findData(QStringLiteral("household"))));
    }
    show_counts();
    if (isVisible()) read_order();
}

void TableDock::show_table(const std::string& table) {
    const int at = tables_->findData(q(table));
    if (at >= 0) tables_->setCurrentIndex(at);
}

std::string TableDock::table_name() const {
    return tables_->currentData().toString().toStdString();
}

tasks::TableOrder TableDock::wanted_order() const {
    tasks::TableOrder order{table_name()};
    order.filter = filter_->text().trimmed().toStdString();
    order.descending = sort_order_ == Qt::DescendingOrder;
    const auto& table = *known_.at(static_cast<std::size_t>(tables_->currentIndex()));
    if (sort_column_ >= 0 && static_cast<std::size_t>(sort_column_) < table.columns.size())
        order.sort = table.columns[static_cast<std::size_t>(sort_column_)].shape.name;
    else
        order.descending = false;
    // 闲置 is typed, idle is kept.
    if (!order.filter.empty())
        for (const auto& column : table.columns)
            for (const auto& choice : column.shape.choices)
                if (TableModel::shown_text(column, choice)
                        .contains(filter_->text().trimmed(), Qt::CaseInsensitive))
                    order.or_equal.push_back({column.shape.name, choice});
    return order;
}

void TableDock::read_order() {
    if (!model_.is_open() || tables_->currentIndex() < 0) return;
    if (delegate_->editing()) return;  // nothing that is being typed is lost; it comes when the editor goes
    stale_ = false;
    jobs_.stop(order_job_);
    if (const bool other = !rows_->table() || rows_->table()->name != table_name(); other) read_first_page();
    struct Order {
        std::vector<std::int64_t> ids;
        std::int64_t all = 0;
    };
    order_job_ = jobs_.run(
        JobRunner::Kind::quiet, tr("Reading the table"), this,
        [project = model_.project(), order = wanted_order()](land::Progress& progress) {
            Order out{tasks::table_ids(*project, order, progress), 0};
            out.all = static_cast<std::int64_t>(
                order.filter.empty() ? out.ids.size()
                                     : tasks::table_ids(*project, {order.table}, progress).size());
            return out;
        },
        [this, table = table_name(), project = model_.project()](Order order) {
            if (!model_.is_open() || project->store != model_.project()->store || table != table_name())
                return;
            take_order(table, Whole::yes, std::move(order.ids), order.all);
        });
}

void TableDock::read_first_page() {
    tasks::TableOrder order = wanted_order();
    if (!order.sort.empty() || !order.filter.empty()) return;  // these cost as much as all of it
    order.limit = TableModel::page_rows;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Reading the table"), this,
        [project = model_.project(), order](land::Progress& progress) {
            return tasks::table_ids(*project, order, progress);
        },
        [this, table = order.table, project = model_.project()](std::vector<std::int64_t> ids) {
            if (!model_.is_open() || project->store != model_.project()->store || table != table_name())
                return;
            const bool whole_is_here = rows_->table() && rows_->table()->name == table;
            const auto count = static_cast<std::int64_t>(ids.size());
            if (!whole_is_here) take_order(table, Whole::first_page, std::move(ids), count);
        });
}

void TableDock::take_order(const std::string& table, Whole whole, std::vector<std::int64_t> ids,
                           std::int64_t all) {
    partial_ = whole == Whole::first_page;
    const bool other = !rows_->table() || rows_->table()->name != table;
    const auto chosen_before = other ? std::vector<std::int64_t>() : chosen_ids();
    const int top = other ? 0 : view_->verticalScrollBar()->value();
    all_ = all;
    quiet_ = true;
    rows_->show(known_.at(static_cast<std::size_t>(tables_->currentIndex())), std::move(ids));
    if (other) {
        for (int column = 0; column < rows_->columnCount(); ++column) view_->setColumnHidden(column, false);
        to_fit_ = true;
        fit_columns();
        show_columns();
    }
    quiet_ = false;
    emit title_changed(tr("Table: %1").arg(table_caption(table)));
    view_->verticalScrollBar()->setValue(top);
    if (!partial_) show_chosen(wanted_.empty() ? chosen_before : std::exchange(wanted_, {}));
    show_counts();
    read_lines();
}

void TableDock::read_lines() {
    if (lines_asked_ || !model_.is_open() || !rows_->table()) return;
    const int first = view_->rowAt(0), last = view_->rowAt(view_->viewport()->height() - 1);
    const int page = rows_->missing_page(first, last < 0 ? rows_->rowCount() - 1 : last);
    if (page < 0 || first < 0) return;
    lines_asked_ = true;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Reading the table"), this,
        [project = model_.project(), table = rows_->table(), ids = rows_->ids_of_page(page)](
            land::Progress&) { return tasks::table_lines(*project, *table, ids); },
        [this, page, table = rows_->table(),
         ids = rows_->ids_of_page(page)](std::vector<tasks::TableLine> lines) {
            lines_asked_ = false;
            // Another order may have come meanwhile: then these are other rows.
            if (table == rows_->table() && ids == rows_->ids_of_page(page)) {
                rows_->take_lines(page, std::move(lines));
                if (std::exchange(to_fit_, false)) fit_columns();
            }
            read_lines();  // whatever is in sight by now
        });
}

void TableDock::edit_cell(const tasks::CellEdit& wish) {
    struct Done {
        std::int64_t seq = 0;
        QString refusal;
    };
    refusal_->hide();
    jobs_.run(
        JobRunner::Kind::quiet, tr("Edit"), this,
        [project = model_.project(), wish](land::Progress&) {
            Done done;
            try {
                done.seq = tasks::edit_cell(*project, wish);
            } catch (const Error& error) {
                done.refusal = q(error.message());
            }
            return done;
        },
        [this, wish](const Done& done) {
            if (done.refusal.isEmpty()) {
                model_.look_for_changes();
                return;
            }
            refusal_->setText(QStringLiteral("◆ ") + done.refusal);
            refusal_->show();
            const int row = rows_->row_of(wish.id);
            if (row < 0 || wish.table != table_name()) return;
            // What was typed is not lost: it stands in the cell again, to be mended.
            for (int column = 0; column < rows_->columnCount(); ++column)
                if (rows_->table()->columns[static_cast<std::size_t>(column)].shape.name == wish.column) {
                    delegate_->begin_with(q(wish.text));
                    view_->edit(rows_->index(row, column));
                }
        });
}

/// What fits what is being typed; an answer for a field that is gone by then goes with it.
void TableDock::find_choices(ReferenceField* field, const QString& table, const QString& text) {
    jobs_.run(
        JobRunner::Kind::quiet, tr("Find"), field,
        [project = model_.project(), table = table.toStdString(),
         text = text.toStdString()](land::Progress&) { return tasks::row_choices(*project, table, text); },
        [field, text](const std::vector<tasks::RowChoice>& choices) { field->show_choices(text, choices); });
}

void TableDock::fit_columns() {
    constexpr int narrowest = 70, widest = 280, margin = 36;
    for (int column = 0; column < rows_->columnCount(); ++column) {
        const QString head = rows_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = view_->fontMetrics().horizontalAdvance(head) + margin;
        for (int row = 0; row < std::min(rows_->rowCount(), TableModel::page_rows); ++row)
            width = std::max(
                width, view_->fontMetrics().horizontalAdvance(rows_->index(row, column).data().toString()) +
                           margin / 2);
        view_->setColumnWidth(column, std::clamp(width, narrowest, widest));
    }
}

std::vector<std::int64_t> TableDock::chosen_ids() const {
    std::vector<std::int64_t> ids;
    for (const auto& range : view_->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(rows_->ids().at(static_cast<std::size_t>(row)));
    return ids;
}

void TableDock::tell_chosen() {
    show_counts();
    if (quiet_ || !rows_->table()) return;
    const auto ids = chosen_ids();
    if (ids.size() > most_chosen) {
        emit note(tr("%1 rows are chosen; the map shows at most %2 of them.")
                      .arg(grouped(static_cast<double>(ids.size()), 0))
                      .arg(most_chosen));
        return;
    }
    emit chosen(q(rows_->table()->name), ids);
}

void TableDock::show_chosen(const std::vector<std::int64_t>& ids) {
    if (stale_ || partial_ || !rows_->table()) {
        wanted_ = ids;
        return;
    }
    const std::unordered_set<std::int64_t> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    int first = -1;
    if (!wanted.empty())
        for (int row = 0; row < rows_->rowCount(); ++row) {
            if (!wanted.contains(rows_->ids()[static_cast<std::size_t>(row)])) continue;
            selection.select(rows_->index(row, 0), rows_->index(row, rows_->columnCount() - 1));
            if (first < 0) first = row;
        }
    quiet_ = true;
    view_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first >= 0) {
        const QModelIndex at = rows_->index(first, std::max(0, view_->columnAt(0)));
        view_->selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        view_->scrollTo(at);
    }
    quiet_ = false;
    show_counts();
}

void TableDock::copy() {
    auto ids = chosen_ids();
    if (ids.empty()) ids = rows_->ids();
    if (!rows_->table() || ids.empty()) return;
    if (ids.size() > most_copied) {
        emit note(tr("%1 rows are too many for the clipboard; choose at most %2 rows, or export the table.")
                      .arg(grouped(static_cast<double>(ids.size()), 0))
                      .arg(most_copied));
        return;
    }
    std::vector<std::size_t> columns;
    for (int at = 0; at < rows_->columnCount(); ++at) {
        const int column = view_->horizontalHeader()->logicalIndex(at);
        if (!view_->isColumnHidden(column)) columns.push_back(static_cast<std::size_t>(column));
    }
    jobs_.run(
        JobRunner::Kind::shown, tr("Copy"), this,
        [project = model_.project(), table = rows_->table(), ids = std::move(ids),
         columns](land::Progress& progress) {
            std::vector<bool> numbers;
            QStringList cells;
            for (const auto column : columns) {
                numbers.push_back(table->columns[column].is_number());
                cells << in_window_language(table->columns[column].caption);
            }
            SpreadsheetCopy out(std::move(numbers));
            out.add(cells);
            for (std::size_t from = 0; from < ids.size(); from += TableModel::page_rows) {
                progress.at("copy", static_cast<std::int64_t>(from), static_cast<std::int64_t>(ids.size()));
                const auto some = std::span(ids).subspan(from).first(
                    std::min<std::size_t>(TableModel::page_rows, ids.size() - from));
                for (const auto& line : tasks::table_lines(*project, *table, some)) {
                    if (line.gone) continue;
                    cells.clear();
                    for (const auto column : columns) cells << TableModel::shown_cell(*table, line, column);
                    out.add(cells);
                }
            }
            return out;
        },
        [](const SpreadsheetCopy& out) { out.put_on_clipboard(); });
}

}  // namespace liangdi::gui
