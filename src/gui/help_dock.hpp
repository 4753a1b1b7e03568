#pragma once

#include <QTabWidget>

#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "tasks/ground_floor.hpp"
#include "tasks/pairing.hpp"

class QLabel;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// 帮扶: who should live on the ground floor and does not, and how many households each helper of 1+X has.
class HelpDock : public QTabWidget {
    Q_OBJECT
  public:
    HelpDock(ProjectModel& model, JobRunner& jobs, QWidget* parent = nullptr);

    void show_ground_floor(const QString& reason);  ///< reads it anew; locked: says so
    void show_pairing();

    QTableWidget* ground_floor() const { return ground_floor_; }
    QTableWidget* loads() const { return loads_; }
    QTableWidget* handovers() const { return handovers_; }
    QPushButton* balance_button() const { return balance_; }
    QPushButton* ground_floor_button() const { return read_; }
    QLabel* ground_floor_words() const { return ground_words_; }
    QLabel* pairing_words() const { return pairing_words_; }

  signals:
    void household_wanted(std::int64_t household);
    void reason_wanted();  ///< the list of ground floors is asked for: why?

  private:
    void fill(const tasks::GroundFloorList& list);
    void fill(const tasks::PairingPlan& plan);
    void forget();

    ProjectModel& model_;
    JobRunner& jobs_;
    QLabel *ground_words_, *pairing_words_;
    QPushButton *read_, *balance_;
    QTableWidget *ground_floor_, *loads_, *handovers_;
    std::uint64_t asked_ = 0;
};

}  // namespace liangdi::gui
