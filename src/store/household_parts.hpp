#pragma once

#include <string>

#include "land/household_view.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// What the card shows beside people, flats and land: agreements, payments, documents, work, school,
/// business, cooperative, house in the village, both chains, history. `view` holds members, homes and lands
/// already. Every query goes by an index; what it costs does not grow with the town.
void read_household_parts(const Database& db, const std::string& date, land::HouseholdView& view);

/// Parties through which the household holds land (?2, on ?1): itself, its members, and the contract
/// households that those members belong to.
const std::string& holding_parties();

}  // namespace liangdi::store
