#include "land/feature_source.hpp"

#include <algorithm>

namespace liangdi::land {

geo::Box box_of_features(const FeatureSource& source, const std::vector<std::int64_t>& ids) {
    geo::Box box;
    if (ids.empty()) return box;  // to a query no ids mean all rows
    FeatureQuery query;
    query.ids = ids;
    source.each(query, [&](const FeatureView& feature) {
        if (const auto own = geo::box_of_spatialite_blob(feature.blob)) box.add(*own);
        return true;
    });
    return box;
}

// Bottom to top after the z-order of design/map-style.md: fills, then lines, then points; boundaries with a
// halo lie over the buildings, since a grid's edge that runs along a street must not vanish under it. The
// grids' tint lies under the streets and is a layer of its own; so are the hatches of how land is used, which
// must lie over the homesteads' fill as well. Plans and findings are drawn by their modes.
const std::vector<LayerSpec>& town_layers() {
    static const std::vector<LayerSpec> layers{
        {"woodland", "parcel", "kind", "woodland"},
        {"farmland", "parcel", "kind", "farmland"},
        {"restriction", "restriction", "", ""},
        {"barrier", "barrier", "", ""},
        {"grid_tint", "grid", "", ""},
        {"street", "street", "", ""},
        {"homestead", "parcel", "kind", "homestead"},
        {"land_status", "parcel", "", ""},
        {"building", "building", "", ""},
        {"village", "village", "", ""},
        {"grid", "grid", "", ""},
        {"community", "community", "", ""},
        {"boundary_point", "boundary_point", "", ""},
        {"entrance", "entrance", "", ""},
        {"facility", "facility", "", ""},
    };
    return layers;
}

const LayerSpec* find_layer(std::string_view name) {
    const auto found = std::ranges::find(town_layers(), name, &LayerSpec::name);
    return found == town_layers().end() ? nullptr : &*found;
}

}  // namespace liangdi::land
