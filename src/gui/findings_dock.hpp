#pragma once

#include <QWidget>

#include "gui/findings_model.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace liangdi::gui {

class ElidingLabel;

/// 问题: what `check` has found, severest first; Enter or a double click goes there.
class FindingsDock : public QWidget {
    Q_OBJECT
  public:
    explicit FindingsDock(QWidget* parent = nullptr);

    void clear();  ///< another town, or none
    void show_outcome(tasks::CheckOutcome outcome, bool chinese);
    void show_stale();  ///< the town has changed since
    void set_busy(bool busy);

    void go(int step);  ///< to the next (1) or the previous (-1) finding
    void copy() const;  ///< the chosen rows, or all that are shown, with a head, for a spreadsheet

    QTableView* table() const { return table_; }
    QComboBox* severity_field() const { return severity_; }
    QLineEdit* filter_field() const { return filter_; }
    QPushButton* check_button() const { return check_; }
    QString counts() const;

  signals:
    void check_wanted();
    void go_wanted(const liangdi::land::Finding& finding);
    void title_changed(const QString& title);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show_counts();
    void fit_columns();  ///< so that what is wrong and what to do are seen
    void open(const QModelIndex& index);

    FindingsModel* model_;
    FindingsFilter* shown_;
    QTableView* table_;
    QPushButton *check_, *copy_;
    QComboBox* severity_;
    QLineEdit* filter_;
    ElidingLabel* counts_;
    QLabel* empty_;
    bool checked_ = false, stale_ = false;
};

}  // namespace liangdi::gui
