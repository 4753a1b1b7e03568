#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "land/ledger.hpp"
#include "land/share.hpp"

/// The ledger of land: parcels with their holders, added up by household, village group, village or town.
namespace liangdi::land {

struct LandHolding {
    std::int64_t party = 0;
    Share share;
};

/// One parcel on the reference date. Areas are whole hundredths of its kind's unit: m2 of a homestead, else
/// mu.
struct LandFact {
    std::string kind, code, land_class, use, village_code, town, village, group;
    std::int64_t registered = 0, revitalised = 0;
    std::vector<LandHolding> holders;
};

struct LandHolder {
    std::string code, name, kind, town, village, group;  ///< place: where the holder comes from
};
using LandHolders = std::map<std::int64_t, LandHolder>;

/// `total` dealt to the shares so that the parts add up to it exactly, where the shares make up the whole or
/// more; where they make up less, one more part at the end is what nobody holds.
std::vector<std::int64_t> dealt(std::int64_t total, const std::vector<Share>& shares);

/// Rows and notes of ledger_form("land", level), ordered by place and code.
void fill_land_ledger(Ledger& ledger, std::string_view level, const std::vector<LandFact>& facts,
                      const LandHolders& holders);

}  // namespace liangdi::land
