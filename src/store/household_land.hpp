#pragma once

#include <string>

#include "land/household_view.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// What the card shows of land: parcels with what is counted for the family of them, agreements with their
/// documents, payments. Every query goes by an index; what it costs does not grow with the town.
void read_household_land(const Database& db, const std::string& date, land::HouseholdView& view);

}  // namespace liangdi::store
