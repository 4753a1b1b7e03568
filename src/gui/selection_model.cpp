#include "gui/selection_model.hpp"

namespace liangdi::gui {

void SelectionModel::pick(std::vector<FeatureRef> features, std::vector<FeatureRef> also_here) {
    features_ = std::move(features);
    also_here_ = std::move(also_here);
    household_.reset();
    places_ = {};
    emit changed();
}

void SelectionModel::choose_household(std::int64_t household) {
    household_ = household;
    places_ = {};
    emit changed();
}

void SelectionModel::clear() {
    if (empty()) return;
    pick({}, {});
}

tasks::Selection SelectionModel::on_map() const {
    if (household_) return places_;
    tasks::Selection selection;
    for (const auto& feature : features_) selection.ids[feature.layer].push_back(feature.id);
    return selection;
}

void SelectionModel::set_places(std::int64_t household, tasks::Selection places) {
    if (household_ != household) return;
    places_ = std::move(places);
    emit places_changed();
}

}  // namespace liangdi::gui
