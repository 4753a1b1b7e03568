#pragma once

#include <QWidget>
#include <vector>

#include "gui/selection_model.hpp"
#include "tasks/feature_card.hpp"

class QLabel;
class QPushButton;
class QTableWidget;
class QHBoxLayout;

namespace liangdi::gui {

/// What the inspector shows of a pick, read on a worker.
struct PickedFeature {
    tasks::FeatureCard card;
    std::vector<tasks::HouseholdLine> households;  ///< of a building or a parcel
    std::size_t picked = 1;                        ///< features selected in all
};

/// 点选信息: the picked feature's attributes, and the households of a building or parcel.
class FeaturePage : public QWidget {
    Q_OBJECT
  public:
    explicit FeaturePage(QWidget* parent = nullptr);
    void show_feature(const PickedFeature& feature, const std::vector<FeatureRef>& also_here);
    void show_nothing();
    QTableWidget* households() const { return households_; }
    QTableWidget* fields() const { return fields_; }

  signals:
    void household_chosen(std::int64_t household);
    void other_wanted(const liangdi::gui::FeatureRef& feature);  ///< one that lies under the same click

  private:
    QWidget* body_;
    QLabel *nothing_, *title_, *layer_, *line_, *households_head_;
    QHBoxLayout* others_;
    QTableWidget *fields_, *households_;
    std::vector<std::int64_t> household_ids_;
};

}  // namespace liangdi::gui
