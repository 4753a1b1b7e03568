#pragma once

#include <optional>

#include "geo/geometry.hpp"
#include "tasks/map_picture.hpp"

namespace liangdi::tasks {

/// Where a row of any table is seen: itself on the map, or what it belongs to - a right its parcel, a duty
/// its building, a person the household.
struct RowPlace {
    Selection on_map;
    std::optional<std::int64_t> household;  ///< whose card shows it
    geo::Box box;                           ///< town CRS, metres; empty where it has no place
};
/// Nothing in it where the row is gone or belongs to no place.
RowPlace row_place(Project& project, const std::string& table, std::int64_t id);

}  // namespace liangdi::tasks
