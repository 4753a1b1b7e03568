#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "land/sealer.hpp"

namespace liangdi::land {

/// Group name -> how many more (or fewer) it has. Markings count persons under their own code; a benefit
/// "benefit.urban_allowance" of a household counts "urban_allowance_households" by 1 and
/// "urban_allowance_persons" by the persons it covers.
using GroupDeltas = std::map<std::string, std::int64_t>;

/// How the clear counts of groups change when one party's sealed fields change from `before` to `after`.
GroupDeltas group_deltas(const SealedFields& before, const SealedFields& after);

}  // namespace liangdi::land
