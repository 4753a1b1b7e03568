#pragma once

#include <vector>

#include "exchange/reader.hpp"

namespace liangdi::exchange {

/// The first rows of a layer, from which its frame, its mapping and its damage are judged.
struct SourceSample {
    std::vector<SourceRow> rows;
    std::vector<geo::Point> points;  ///< coordinates as read, at most 20 of each shape
    std::vector<geo::Box> boxes;     ///< of the shapes
};

/// Reads at most `most` rows. Stops quietly where the file breaks: the import itself reports that.
SourceSample sample_of(const Reader& reader, const SourceLayer& layer, std::size_t most = 400);

/// Adds a geometry's coordinates and box.
void add_shape(SourceSample& sample, const geo::Geometry& geometry);

}  // namespace liangdi::exchange
