#pragma once

#include <QWidget>

#include "tasks/import_source.hpp"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// Step 4 of the import: what it would do, and what is wrong row by row. Nothing is written until the button.
class ImportCheckPage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportCheckPage(QWidget* parent = nullptr);

    void show_busy(const QString& what, qint64 done, qint64 total);
    void show_outcome(const tasks::ImportOutcome& outcome, bool locked);
    void show_problem(const QString& words);
    QTableWidget* findings() const { return findings_; }
    QPushButton* unlock_button() const { return unlock_; }
    QString summary() const;

  signals:
    void unlock_wanted();

  private:
    void fill(const exchange::ImportReport& report);

    QLabel *summary_, *changes_, *problem_, *locked_, *none_;
    QPushButton* unlock_;
    QProgressBar* bar_;
    QTableWidget* findings_;
};

}  // namespace liangdi::gui
