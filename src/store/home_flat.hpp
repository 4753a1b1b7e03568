#pragma once

#include <string>
#include <string_view>

/// Where a household lives: in its first main flat in force, and nowhere else. Real registers give a family
/// two main flats; it is counted once all the same, so that buildings add up to grids, communities, the town.
namespace liangdi::store {

/// SQL expression: the occupancy of that flat on ?1, of a household (an SQL expression); NULL where there is
/// none.
std::string home_of(std::string_view household);

/// SQL query (household, origin, occupancy, flat, building, grid, community) of the households that fulfil a
/// condition on `h`, on ?1; NULL from occupancy on where a household has no home.
std::string homes(std::string_view where = "1");

/// The same of those who live in the building in ?2, without reading all others.
std::string homes_in_building(std::string_view where = "1");

}  // namespace liangdi::store
