#pragma once

#include "land/feature_source.hpp"

namespace liangdi::land {

/// Features that no table holds, such as the sides of a parcel with their lengths. Ids count from 1.
struct MadeFeatures {
    std::vector<std::string> names;  ///< of the columns
    struct Row {
        geo::Geometry geometry;
        std::vector<Value> values;  ///< in the order of the names
    };
    std::vector<Row> rows;
};

/// A column that the features lack is NULL.
std::shared_ptr<const FeatureSource> made_features(const MadeFeatures& features);

}  // namespace liangdi::land
