#include "gui/place_of_selection.hpp"

namespace liangdi::gui {

const std::vector<std::pair<const char*, land::PlaceKind>>& layers_of_kinds() {
    using land::PlaceKind;
    static const std::vector<std::pair<const char*, PlaceKind>> all{
        {"building", PlaceKind::building},   {"grid", PlaceKind::grid},
        {"community", PlaceKind::community}, {"village", PlaceKind::group},
        {"homestead", PlaceKind::parcel},    {"woodland", PlaceKind::parcel},
        {"farmland", PlaceKind::parcel}};
    return all;
}

std::optional<tasks::PlaceRef> place_of(const SelectionModel& selection) {
    if (selection.household()) return tasks::PlaceRef{land::PlaceKind::household, *selection.household()};
    if (selection.features().empty()) return {};
    const FeatureRef& first = selection.features().front();
    for (const auto& [layer, kind] : layers_of_kinds())
        if (first.layer == layer) return tasks::PlaceRef{kind, first.id};
    return {};
}

}  // namespace liangdi::gui
