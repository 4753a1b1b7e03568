#pragma once

#include <map>

#include "land/feature_source.hpp"

/// Layers made of another layer: what is drawn apart on a sheet, and what it says beside its own columns.
namespace liangdi::land {

/// Only these rows of the source; none where `ids` is empty. In ascending order.
std::shared_ptr<const FeatureSource> only_features(std::shared_ptr<const FeatureSource> source,
                                                   std::vector<std::int64_t> ids);

/// All rows but these.
std::shared_ptr<const FeatureSource> features_without(std::shared_ptr<const FeatureSource> source,
                                                      std::vector<std::int64_t> ids);

/// Columns that the table does not have, with their values by row; a row that is not listed has NULL.
struct AddedColumns {
    std::vector<std::string> names;
    std::map<std::int64_t, std::vector<Value>> values;  ///< in the order of the names
};
std::shared_ptr<const FeatureSource> with_columns(std::shared_ptr<const FeatureSource> source,
                                                  AddedColumns added);

}  // namespace liangdi::land
