#pragma once

#include "land/feature_source.hpp"
#include "land/table_shape.hpp"
#include "store/read_pool.hpp"

namespace liangdi::store {

/// A layer of the town file read through its R*Tree; each call reads on a connection of its own.
std::shared_ptr<const land::FeatureSource> table_source(std::shared_ptr<ReadPool> pool,
                                                        const land::TownShape& shape,
                                                        const land::LayerSpec& layer);

}  // namespace liangdi::store
