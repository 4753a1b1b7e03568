#pragma once

#include <string>

#include "land/household_view.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// What the card shows beside people, flats and land: work, school, business, cooperative, house in the
/// village, both chains, history. `view` holds members already. Every query goes by an index; what it costs
/// does not grow with the town.
void read_household_parts(const Database& db, const std::string& date, land::HouseholdView& view);

}  // namespace liangdi::store
