#pragma once

#include <filesystem>
#include <optional>

#include "render/flow_layout.hpp"
#include "render/map_request.hpp"
#include "tasks/two_places.hpp"

namespace liangdi::tasks {

/// The lines of flows, from the 13th on one sum, in the words of the caller.
struct FlowWords {
    std::string rest;       ///< "其他 {} 组"
    std::string not_known;  ///< "村组未登记"
    std::string figures;    ///< "{} 户 · {} 亩"
};
/// In Chinese: what people read on a picture.
FlowWords flow_words(land::PlaceKind from);
std::vector<render::FlowLine> flow_lines(const TwoPlaces& places, land::FlowMeasure by,
                                         const FlowWords& words);

struct TwoPlacesParams {
    std::filesystem::path out;  ///< .png .jpg .svg .pdf
    PlaceRef from;
    land::FlowMeasure by = land::FlowMeasure::households;
    int width_px = 1920, height_px = 1080;
    double dpi = 96;
    std::optional<double> town_scale, village_scale;  ///< denominators
    MapLayerParams layers;
};
struct TwoPlacesPicture {
    TwoPlaces places;
    render::MapReport report;
};
/// Town and village side by side with the flows between them. Throws as two_places and render_map do.
TwoPlacesPicture render_two_places(Project& project, const TwoPlacesParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
