#pragma once

#include <map>

#include "geo/geometry.hpp"
#include "land/household_view.hpp"
#include "land/progress.hpp"
#include "render/map_renderer.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// What a household, building or parcel looks like on the map: ids by layer.
struct Selection {
    std::map<std::string, std::vector<std::int64_t>> ids;  ///< layer name -> rows
    bool empty() const { return ids.empty(); }
};
/// The flat's buildings and the parcels of a household.
Selection selection_of(const land::HouseholdView& household);

struct MapLayerParams {
    std::vector<std::string> only;  ///< layer names; empty: all that hold features
    std::string user_style = "screen";
};
/// The town's layers with their styles, from bottom to top.
std::vector<render::MapLayer> map_layers(Project& project, const MapLayerParams& params = {});

/// What lies under and between the town's layers, from files of their own.
struct GroundParams {
    std::vector<std::filesystem::path> pictures;  ///< imagery, from bottom to top
    std::filesystem::path heights;                ///< a model of heights; empty: none
    bool hillshade = true, contours = true;       ///< drawn from it
    double contour_interval_m = 10;
};
/// Puts the rasters and the contours where they belong in the order of the layers. Throws
/// Error{raster_unreadable}.
void add_ground(render::MapRequest& request, const Project& project, const GroundParams& params,
                const std::string& user_style);

struct RenderParams {
    std::filesystem::path out;  ///< .png .jpg .svg .pdf
    int width_px = 1920, height_px = 1080;
    double dpi = 96;
    std::optional<geo::Box> box;  ///< town CRS; else the household's places, else `place`
    std::string place = "town";   ///< "town" (communities), "all", or a layer's name
    std::optional<double> scale;  ///< denominator about the centre
    std::string household;        ///< code or name to highlight
    std::string title;
    MapLayerParams layers;
    GroundParams ground;
};
render::MapReport render_map(Project& project, const RenderParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
