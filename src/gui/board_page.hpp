#pragma once

#include <QWidget>
#include <optional>

#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "gui/selection_model.hpp"
#include "tasks/building_board.hpp"

class QComboBox;
class QLabel;
class QTableWidget;

namespace liangdi::gui {

/// 楼栋: the board of the building that is selected, or in which the chosen household lives.
class BoardPage : public QWidget {
    Q_OBJECT
  public:
    BoardPage(ProjectModel& model, SelectionModel& selection, JobRunner& jobs, QWidget* parent = nullptr);

    const std::optional<tasks::BuildingBoard>& board() const { return board_; }
    QComboBox* edition() const { return edition_; }
    QTableWidget* counts() const { return counts_; }
    QTableWidget* officers() const { return officers_; }
    QTableWidget* flats() const { return flats_; }
    QLabel* note() const { return note_; }

  signals:
    void household_wanted(std::int64_t household);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void read();
    void show_board();

    ProjectModel& model_;
    SelectionModel& selection_;
    JobRunner& jobs_;
    QWidget* body_;
    QLabel *nothing_, *title_, *line_, *note_;
    QComboBox* edition_;
    QTableWidget *officers_, *counts_, *flats_;
    std::optional<tasks::BuildingBoard> board_;
    std::uint64_t asked_ = 0;
};

}  // namespace liangdi::gui
