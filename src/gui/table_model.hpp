#pragma once

#include <QAbstractTableModel>
#include <map>
#include <memory>
#include <vector>

#include "tasks/edit_cell.hpp"
#include "tasks/table_page.hpp"

namespace liangdi::gui {

/// A table of the town of any length: it holds the ids of all rows and the cells of the few that were seen
/// last. Who shows it asks for the others (missing_page) and brings them (take_lines).
class TableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    static constexpr int page_rows = 100, pages_kept = 60;
    static constexpr int raw_role = Qt::UserRole;  ///< the cell as the town file keeps it, of a reference
                                                   ///< the code of its row

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const tasks::TownTable> table, std::vector<std::int64_t> ids);
    void set_editable(bool editable) { editable_ = editable; }
    const std::shared_ptr<const tasks::TownTable>& table() const { return table_; }
    const std::vector<std::int64_t>& ids() const { return ids_; }
    int row_of(std::int64_t id) const;  ///< -1: not among them

    /// The first page of these rows whose cells are not here, -1 where all are.
    int missing_page(int first_row, int last_row) const;
    std::vector<std::int64_t> ids_of_page(int page) const;
    void take_lines(int page, std::vector<tasks::TableLine> lines);
    int pages_held() const { return static_cast<int>(pages_.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A cell for people: choices and flags in words, sealed ones as masked.
    static QString shown_text(const tasks::TableColumn& column, const std::string& cell);
    /// The same of a line's cell; of a reference the name of its row.
    static QString shown_cell(const tasks::TownTable& table, const tasks::TableLine& line,
                              std::size_t column);

  signals:
    void edit_wanted(const liangdi::tasks::CellEdit& wish);

  private:
    const tasks::TableLine* line(int row) const;

    std::shared_ptr<const tasks::TownTable> table_;
    std::vector<std::int64_t> ids_;
    std::map<int, std::vector<tasks::TableLine>> pages_;
    bool editable_ = false;
};

}  // namespace liangdi::gui
