#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "store/search_index.hpp"

/// What a search found, in words, and where it is.
namespace liangdi::store {

struct FoundRow {
    std::string caption;  ///< how people call it: the name, else the code, else what matched
    std::string detail;   ///< what tells it from others of that name: code, flat, village, holder
    std::optional<std::int64_t> household;  ///< whose card shows it
    struct OnMap {
        std::string layer;  ///< of land::town_layers()
        std::int64_t id = 0;
    };
    std::vector<OnMap> on_map;  ///< what to select: its building, its parcels, itself
    geo::Box box;               ///< of on_map, town CRS, metres; empty where nothing of it has a place
};

/// Nothing where the row is gone, or the sides of the town that the index saw and this snapshot sees differ.
/// `date`: who lives where and holds what, ISO.
std::optional<FoundRow> found_row(const Snapshot& town, const SearchHit& hit, const std::string& date);

}  // namespace liangdi::store
