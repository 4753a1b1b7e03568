#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "land/land_deal.hpp"
#include "land/ledger.hpp"

/// The ledger of land: parcels with their holders, added up by household, village group, village or town.
namespace liangdi::land {

/// One parcel on the reference date. Areas are whole hundredths of its kind's unit: m2 of a homestead, else
/// mu.
struct LandFact {
    std::string kind, code, land_class, use, village_code, town, village, group;
    std::int64_t registered = 0, revitalised = 0;
    LandDeal deal;
};

struct LandHolder {
    std::string code, name, kind, town, village, group;  ///< place: where the holder comes from
};
using LandHolders = std::map<std::int64_t, LandHolder>;

/// Rows and notes of ledger_form("land", level), ordered by place and code.
void fill_land_ledger(Ledger& ledger, std::string_view level, const std::vector<LandFact>& facts,
                      const LandHolders& holders);

}  // namespace liangdi::land
