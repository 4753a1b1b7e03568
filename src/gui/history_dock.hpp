#pragma once

#include <QWidget>
#include <vector>

#include "tasks/past.hpp"

class QLabel;
class QTableWidget;

namespace liangdi::gui {

/// 沿革: what happened to the town, newest first, in words.
class HistoryDock : public QWidget {
    Q_OBJECT
  public:
    explicit HistoryDock(QWidget* parent = nullptr);
    void show_entries(const std::vector<store::HistoryEntry>& entries);
    QTableWidget* table() const { return table_; }

  private:
    QTableWidget* table_;
    QLabel* empty_;
};

}  // namespace liangdi::gui
