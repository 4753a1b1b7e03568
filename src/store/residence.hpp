#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "land/household_view.hpp"
#include "land/linking.hpp"
#include "store/database.hpp"

/// Who lives where and holds what, read from a snapshot on a date.
namespace liangdi::store {

/// Party (household or person) -> community of its home (home_flat); parties without one are missing.
std::unordered_map<std::int64_t, std::int64_t> communities_of_parties(const Database& db,
                                                                      const std::string& date);
/// The same for these parties only: what it costs does not grow with the town.
std::unordered_map<std::int64_t, std::int64_t> communities_of_parties(
    const Database& db, const std::string& date, const std::vector<std::int64_t>& parties);

/// Occupancies of the household or of the flat, past and to come as well.
std::vector<land::OccupancyRow> occupancies_of(const Database& db, std::int64_t household, std::int64_t flat);
/// Rights on a parcel, past and to come as well.
std::vector<land::RightRow> rights_on(const Database& db, std::int64_t parcel);

/// The family with its members, flats and land; nothing where there is no such household. Land that the
/// household holds through a contract household with one of its members is included.
std::optional<land::HouseholdView> household_view(const Database& db, std::int64_t household,
                                                  const std::string& date);

/// Households whose flats in force lie in this building, by name.
std::vector<std::int64_t> households_in_building(const Database& db, std::int64_t building,
                                                 const std::string& date);
/// Households that hold a right on this parcel in force, themselves or through a contract household.
std::vector<std::int64_t> households_of_parcel(const Database& db, std::int64_t parcel,
                                               const std::string& date);

}  // namespace liangdi::store
