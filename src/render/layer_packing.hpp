#pragma once

#include <filesystem>

#include "land/progress.hpp"
#include "render/packed_layer.hpp"

namespace liangdi::render {

/// Reads a source once and packs it with these columns. The file is made, or replaced, whole; where it is
/// empty or cannot be written the packed layer lies in memory. Null where the source's state cannot be told,
/// so that nobody would know when the packed layer is out of date, and where there is too much of it, or too
/// much that cannot be packed. Throws Cancelled and what the source throws.
std::shared_ptr<const PackedLayer> pack_layer(const land::FeatureSource& source,
                                              const std::vector<std::string>& columns,
                                              const std::filesystem::path& file, land::Progress& progress);

}  // namespace liangdi::render
