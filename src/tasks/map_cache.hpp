#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "land/progress.hpp"
#include "render/map_request.hpp"
#include "render/packed_layer.hpp"

namespace liangdi::tasks {

using PackedLayers = std::map<std::string, std::shared_ptr<const render::PackedLayer>>;  ///< by layer

struct PackParams {
    std::optional<std::filesystem::path> folder;  ///< for the side files; else the user's cache folder
    std::int64_t least = 5000;                    ///< rows of the table whose layers are worth it
};

/// Makes large layers ready for drawing, or finds them made ready in their side files, or in `layers`
/// themselves. One that has fallen far behind its rows is made again. Geometry and what the style reads only:
/// nothing that is sealed lies in those tables.
PackedLayers pack_layers(const std::vector<render::MapLayer>& layers, const PackParams& params,
                         land::Progress& progress);

}  // namespace liangdi::tasks
