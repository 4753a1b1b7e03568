#pragma once

#include <vector>

#include "gui/selection_model.hpp"
#include "render/hit_test.hpp"

namespace liangdi::gui {

struct Picked {
    std::vector<FeatureRef> features, also_here;
};

/// Which of the features under a click is meant: a point before a building before a parcel before the areas
/// that contain them (a community's area lies under every click in the town). The rest is also_here.
Picked picked_at(const std::vector<render::Hit>& hits, const std::vector<render::MapLayer>& layers);
/// Of a box: all buildings and parcels; where there is none, all of the first sort that is there.
Picked picked_in(const std::vector<render::Hit>& hits, const std::vector<render::MapLayer>& layers);

}  // namespace liangdi::gui
