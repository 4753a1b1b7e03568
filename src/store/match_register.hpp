#pragma once

#include <string>
#include <vector>

#include "land/household_matching.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// The town's households, flats and parcels as a list is matched with, on a date.
land::HouseholdMatcher match_register(const Database& db, const std::string& date);

}  // namespace liangdi::store
