#pragma once

#include <QTabWidget>

#include "gui/feature_page.hpp"
#include "gui/household_card.hpp"
#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "gui/selection_model.hpp"
#include "tasks/personal_values.hpp"

namespace liangdi::gui {

/// The right dock: household card and identify, both always of the current selection and the current rows.
class InspectorDock : public QTabWidget {
    Q_OBJECT
  public:
    InspectorDock(ProjectModel& model, SelectionModel& selection, JobRunner& jobs, QWidget* parent = nullptr);

    HouseholdCard* card() const { return card_; }
    FeaturePage* page() const { return page_; }

    void read_personal();  ///< of the household on the card: locked or masked
    /// The next (1) or the one before (-1) of the households in the same building; turns round at its ends.
    void step_household(int by);
    /// What was asked for in full, unless another household is on the card by now or the records are locked.
    void show_full(std::int64_t household, const tasks::PersonalAnswer& answer);

  private:
    void read_feature();
    void read_household();

    ProjectModel& model_;
    SelectionModel& selection_;
    JobRunner& jobs_;
    HouseholdCard* card_;
    FeaturePage* page_;
    std::int64_t personal_of_ = 0, full_of_ = 0;  // household whose values are shown, masked or in full
    QWidget *card_area_, *page_area_;
    std::uint64_t feature_asked_ = 0, household_asked_ = 0,
                  personal_asked_ = 0;  // an answer to an older question is dropped
};

}  // namespace liangdi::gui
