#pragma once

#include <QWidget>
#include <map>
#include <optional>

#include "gui/bar_chart.hpp"
#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "gui/selection_model.hpp"
#include "tasks/statistics.hpp"

class QComboBox;
class QLabel;
class QScrollArea;
class QTableWidget;

namespace liangdi::gui {

/// What a row of the statistics shows: one number, or several that make one bar.
enum class Measure { households, persons, labour, farmland, woodland, homestead, groups };

/// 统计: a bar for each community, grid, building or village group, and the same as a table. The place of
/// what is selected is marked.
class StatisticsPage : public QWidget {
    Q_OBJECT
  public:
    StatisticsPage(ProjectModel& model, SelectionModel& selection, JobRunner& jobs,
                   QWidget* parent = nullptr);

    QComboBox* level() const { return level_; }
    QComboBox* measure() const { return measure_; }
    BarChart* chart() const { return chart_; }
    QTableWidget* table() const { return table_; }
    QLabel* note() const { return note_; }

  signals:
    void place_wanted(const std::string& layer, qint64 id);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void read();
    void show_statistics();
    void follow_selection();

    ProjectModel& model_;
    SelectionModel& selection_;
    JobRunner& jobs_;
    QComboBox *level_, *measure_;
    QLabel* note_;
    BarChart* chart_;
    QScrollArea* area_;
    QTableWidget* table_;
    std::optional<tasks::Statistics> statistics_;
    bool stale_ = true;
    std::uint64_t asked_ = 0, marking_asked_ = 0;
};

}  // namespace liangdi::gui
