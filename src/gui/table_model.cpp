#include "gui/table_model.hpp"

#include <QApplication>
#include <algorithm>
#include <limits>

#include "gui/captions.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

void TableModel::show(std::shared_ptr<const tasks::TownTable> table, std::vector<std::int64_t> ids) {
    beginResetModel();
    table_ = std::move(table);
    ids_ = std::move(ids);
    pages_.clear();
    endResetModel();
}

int TableModel::row_of(std::int64_t id) const {
    const auto at = std::ranges::find(ids_, id);
    return at == ids_.end() ? -1 : static_cast<int>(at - ids_.begin());
}

int TableModel::missing_page(int first_row, int last_row) const {
    if (rowCount() == 0) return -1;
    last_row = std::min(last_row, rowCount() - 1);
    for (int page = std::max(first_row, 0) / page_rows; page <= last_row / page_rows; ++page)
        if (!pages_.contains(page)) return page;
    return -1;
}

std::vector<std::int64_t> TableModel::ids_of_page(int page) const {
    const auto first = std::min(static_cast<std::size_t>(page) * page_rows, ids_.size());
    const auto last = std::min(first + page_rows, ids_.size());
    return {ids_.begin() + static_cast<std::ptrdiff_t>(first),
            ids_.begin() + static_cast<std::ptrdiff_t>(last)};
}

void TableModel::take_lines(int page, std::vector<tasks::TableLine> lines) {
    pages_[page] = std::move(lines);
    while (pages_.size() > pages_kept) {  // the furthest from here goes
        const auto first = pages_.begin(), last = std::prev(pages_.end());
        pages_.erase(page - first->first > last->first - page ? first : last);
    }
    emit dataChanged(index(page * page_rows, 0),
                     index(std::min((page + 1) * page_rows, rowCount()) - 1, columnCount() - 1));
}

int TableModel::rowCount(const QModelIndex& parent) const {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<int>::max());
    return parent.isValid() ? 0 : static_cast<int>(std::min(ids_.size(), most));
}
int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !table_ ? 0 : static_cast<int>(table_->columns.size());
}

const tasks::TableLine* TableModel::line(int row) const {
    const auto page = pages_.find(row / page_rows);
    if (page == pages_.end()) return nullptr;
    const auto at = static_cast<std::size_t>(row % page_rows);
    return at < page->second.size() ? &page->second[at] : nullptr;
}

QString TableModel::shown_text(const tasks::TableColumn& column, const std::string& cell) {
    if (column.sealed) return tr("masked");
    if (cell.empty()) return {};
    if (column.shape.type == land::ColumnType::flag) return cell == "0" ? tr("no") : tr("yes");
    if (!column.shape.choices.empty() || column.shape.name == "land_class")
        return value_caption(column.shape.name, cell);
    return q(cell);
}

QString TableModel::shown_cell(const tasks::TownTable& table, const tasks::TableLine& line,
                               std::size_t column) {
    if (column < line.names.size() && !line.names[column].empty()) return q(line.names[column]);
    return shown_text(table.columns[column], line.cells.at(column));
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& column = table_->columns.at(static_cast<std::size_t>(index.column()));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<int>((column.is_number() ? Qt::AlignRight : Qt::AlignLeft) |
                                        Qt::AlignVCenter);
    const auto* found = line(index.row());
    if (role == Qt::ForegroundRole && (column.sealed || (found && found->gone)))
        return tokens_for(QApplication::palette()).muted;
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole && role != raw_role)
        return {};
    if (!found) return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    if (found->gone) return index.column() == 0 && role != raw_role ? QVariant(tr("taken out")) : QVariant();
    const std::string& cell = found->cells.at(static_cast<std::size_t>(index.column()));
    if (role == Qt::ToolTipRole && editable_ && !column.read_only.empty())
        return tr("This column is not typed over here.");
    if (role == Qt::EditRole || role == raw_role) return q(cell);
    // The code behind a name, for who knows rows by it.
    if (role == Qt::ToolTipRole && !column.find.empty()) return q(cell);
    return shown_cell(*table_, *found, static_cast<std::size_t>(index.column()));
}

bool TableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto* found = line(index.row());
    if (role != Qt::EditRole || !found || found->gone) return false;
    const auto& column = table_->columns.at(static_cast<std::size_t>(index.column()));
    tasks::CellEdit wish{table_->name, found->id, column.shape.name,
                         found->cells.at(static_cast<std::size_t>(index.column())),
                         value.toString().toStdString()};
    if (wish.seen != wish.text) emit edit_wanted(wish);
    return false;  // the cell changes once the edit is on disk
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || !editable_) return flags;
    const auto* found = line(index.row());
    const auto& column = table_->columns.at(static_cast<std::size_t>(index.column()));
    if (found && !found->gone && column.read_only.empty()) flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || !table_) return {};
    return in_window_language(table_->columns.at(static_cast<std::size_t>(section)).caption);
}

}  // namespace liangdi::gui
