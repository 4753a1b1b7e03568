#pragma once

#include <QTimer>
#include <QWidget>
#include <chrono>
#include <functional>
#include <map>
#include <vector>

#include "gui/job_runner.hpp"

class QLabel;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// 任务: work that takes over 3 s - what, how far, time left, cancel - and how the last ones ended.
class JobsDock : public QWidget {
    Q_OBJECT
  public:
    using Clock = std::function<std::chrono::milliseconds()>;  ///< only differences count
    explicit JobsDock(JobRunner& jobs, Clock clock = {}, QWidget* parent = nullptr);

    void refresh();  ///< asked by a timer while jobs run
    QTableWidget* table() const { return table_; }
    QPushButton* cancel_button(int row) const;
    int running() const { return static_cast<int>(listed_.size()); }

  signals:
    void running_changed(int running);  ///< of those that are listed

  private:
    struct Seen {
        JobRunner::State state;
        std::chrono::milliseconds begun{}, step_begun{};
    };
    struct Past {
        QString what, how;
    };
    void look();
    void end(quint64 id, JobRunner::End end);
    bool is_long(const Seen& seen) const;
    void show_running(int row, const Seen& seen);

    JobRunner& jobs_;
    Clock clock_;
    QTableWidget* table_;
    QLabel* empty_;
    QTimer timer_;
    std::map<quint64, Seen> seen_;
    std::vector<quint64> listed_;
    std::vector<Past> past_;  // newest first
};

}  // namespace liangdi::gui
