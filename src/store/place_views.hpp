#pragma once

#include <optional>
#include <string>

#include "land/place_views.hpp"
#include "store/database.hpp"

/// Places of the town with what belongs to them, as they stand on a date (ISO).
namespace liangdi::store {

/// The rows of a table, by their codes: "grid", "building", "community"; only those of one community, where
/// its id is given.
std::vector<land::NamedRow> named_places(const Database& db, const std::string& table,
                                         std::optional<std::int64_t> community = {});

/// All buildings in two passes over the town.
land::ResidentsByBuilding residents_by_building(const Database& db, const std::string& date);

/// Buildings in the order of their numbers; nothing where there is no such grid.
std::optional<land::GridView> grid_view(const Database& db, std::int64_t grid, const std::string& date);

/// Relocated households in force, by their codes; only those with a main flat in the community, where one is
/// given.
std::vector<land::NamedRow> named_households(const Database& db, const std::string& date,
                                             std::optional<std::int64_t> community = {});

std::optional<land::CommunityView> community_view(const Database& db, std::int64_t community,
                                                  const std::string& date);

}  // namespace liangdi::store
