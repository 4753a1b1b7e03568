#pragma once

#include <string>
#include <vector>

#include "land/ledger.hpp"
#include "land/ledger_land.hpp"
#include "store/data_key.hpp"
#include "store/database.hpp"

/// What ledgers are filled with, read from a snapshot on a date.
namespace liangdi::store {

/// Rows of a ledger in the order of its form's columns; not of "land" and not of "allowance".
/// Throws Error{bad_ledger} where there is no query for the kind.
std::vector<std::vector<land::LedgerCell>> ledger_rows(const Database& db, const land::LedgerForm& form,
                                                       const std::string& date);

/// Households that get the urban allowance, from the sealed records. Records that cannot be opened are
/// counted in `damaged`.
std::vector<std::vector<land::LedgerCell>> allowance_rows(const Database& db, const DataKey& key,
                                                          const std::string& date, std::int64_t& damaged);

struct LandRegister {
    std::vector<land::LandFact> facts;
    land::LandHolders holders;
};
/// All parcels with what is registered and under agreements, and how each is dealt (land_deal).
LandRegister land_register(const Database& db, const std::string& date);

}  // namespace liangdi::store
