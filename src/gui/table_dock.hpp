#pragma once

#include <QTimer>
#include <QWidget>

#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "gui/table_model.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace liangdi::gui {

class CellDelegate;
class ReferenceField;

/// 属性表: the rows of one table of the town, read page by page as they come into sight. It begins to read
/// when it is seen for the first time.
class TableDock : public QWidget {
    Q_OBJECT
  public:
    static constexpr std::size_t most_chosen = 500;    ///< rows that are taken to the map
    static constexpr std::size_t most_copied = 20000;  ///< beyond it an export is meant

    TableDock(ProjectModel& model, JobRunner& jobs, QWidget* parent = nullptr);

    void show_table(const std::string& table);
    std::string table_name() const;
    /// Rows of the table that are selected on the map; they are chosen here without telling anybody.
    void show_chosen(const std::vector<std::int64_t>& ids);

    TableModel& rows() { return *rows_; }
    QTableView* view() const { return view_; }
    QComboBox* table_field() const { return tables_; }
    QLineEdit* filter_field() const { return filter_; }
    QPushButton* edit_switch() const { return edit_; }
    QPushButton* columns_button() const { return columns_; }
    QString counts() const;
    QString refusal() const;
    void copy();

  signals:
    void title_changed(const QString& title);
    void chosen(const QString& table, const std::vector<std::int64_t>& ids);  ///< by the user, here
    void go_wanted(const QString& table, qint64 id);
    void note(const QString& words);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void connect_parts();
    void town_changed();
    void read_order();  ///< the ids, anew
    enum class Whole { yes, first_page };
    void read_first_page();  ///< of a table that was not shown yet: the list of a million ids takes longer
    tasks::TableOrder wanted_order() const;
    void take_order(const std::string& table, Whole whole, std::vector<std::int64_t> ids, std::int64_t all);
    void read_lines();  ///< of the first page in sight that is not here
    void edit_cell(const tasks::CellEdit& wish);
    void find_choices(ReferenceField* field, const QString& table, const QString& text);
    void show_counts();
    void fit_head();     ///< words of the buttons where there is room for them
    void fit_columns();  ///< to the first rows that came
    void show_columns();
    void tell_chosen();
    std::vector<std::int64_t> chosen_ids() const;

    ProjectModel& model_;
    JobRunner& jobs_;
    TableModel* rows_;
    CellDelegate* delegate_;
    QTableView* view_;
    QComboBox* tables_;
    QLineEdit* filter_;
    QPushButton *edit_, *columns_, *copy_;
    QLabel *counts_, *refusal_;
    QTimer typing_;
    std::vector<std::shared_ptr<const tasks::TownTable>> known_;
    quint64 order_job_ = 0;
    bool lines_asked_ = false, stale_ = true, quiet_ = false, to_fit_ = false, partial_ = false;
    std::int64_t all_ = 0;
    int sort_column_ = -1;
    Qt::SortOrder sort_order_ = Qt::AscendingOrder;
    std::vector<std::int64_t> wanted_;  // to be chosen once the rows are here
};

}  // namespace liangdi::gui
