#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "land/edit.hpp"

/// 1+X: an officer or party member helps some households. How many each helps, and which to hand over so that
/// the load is even. Pure.
namespace liangdi::land {

struct Helper {
    std::int64_t officer = 0, community = 0;  ///< community 0: of the whole town
    std::string name;
};
struct Pairing {
    std::int64_t id = 0, officer = 0, household = 0, community = 0;  ///< community: of the household
    std::string household_code;
};
struct HelperLoad {
    Helper helper;
    std::int64_t households = 0;
};
/// Heaviest first; helpers without a household are there too.
std::vector<HelperLoad> helper_loads(const std::vector<Helper>& helpers,
                                     const std::vector<Pairing>& pairings);

struct Handover {
    Pairing pairing;  ///< as it is now
    Helper from, to;
};
/// The fewest handovers after which no helper has two households more than another one who could take one
/// over: of the household's own community, or of no particular one, and who does not help it already. Every
/// household keeps as many helpers as it has.
std::vector<Handover> balanced(const std::vector<Helper>& helpers, std::vector<Pairing> pairings);

/// Ends the old pairings the day before and begins new ones on `from` (ISO).
Edit handover_edit(const std::vector<Handover>& handovers, const std::string& from, const EditHead& head);

}  // namespace liangdi::land
