#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "land/household_view.hpp"

namespace liangdi::land {

/// Unit -> sum of what is counted for the family in the shown rows, so that they always add up.
inline std::map<std::string, std::int64_t> own_totals(const HouseholdView& household) {
    std::map<std::string, std::int64_t> totals;
    for (const auto& land : household.lands) {
        if (!land.unit.empty()) totals[land.unit] += land.own_hundredths;
    }
    return totals;
}

/// Unit -> what of it is under agreements in force.
inline std::map<std::string, std::int64_t> revitalised_totals(const HouseholdView& household) {
    std::map<std::string, std::int64_t> totals;
    for (const auto& land : household.lands) {
        if (land.revitalised_hundredths != 0) totals[land.unit] += land.revitalised_hundredths;
    }
    return totals;
}

}  // namespace liangdi::land
