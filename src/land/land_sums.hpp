#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "land/household_view.hpp"

namespace liangdi::land {

/// The household's part of a parcel's registered area, half up to whole hundredths of its unit.
inline std::int64_t own_hundredths(const HouseholdView::Land& land) {
    // 128 bits: an area of a prefecture times a share of many heirs.
    __extension__ using Wide = __int128;
    const Wide product = static_cast<Wide>(land.registered_hundredths) * land.share.num;
    return static_cast<std::int64_t>((2 * product + land.share.den) /
                                     (2 * static_cast<Wide>(land.share.den)));
}

/// Unit -> sum of the shown rows, so that they always add up.
inline std::map<std::string, std::int64_t> own_totals(const HouseholdView& household) {
    std::map<std::string, std::int64_t> totals;
    for (const auto& land : household.lands) {
        if (!land.unit.empty()) totals[land.unit] += own_hundredths(land);
    }
    return totals;
}

}  // namespace liangdi::land
