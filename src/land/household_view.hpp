#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "land/share.hpp"

namespace liangdi::land {

/// One family and its two places, as they stand on a date: what the card and the map show of it.
struct HouseholdView {
    struct Member {
        std::int64_t id = 0;
        std::string code, name, relation, sex;
        int birth_year = 0;
    };
    struct Home {
        std::int64_t occupancy = 0, flat = 0, building = 0;
        std::string kind, code, building_name, grid, community, from;
    };
    struct Land {
        std::int64_t right = 0, parcel = 0;
        std::string kind, code, village, right_kind, certificate, use_status;
        std::string
            holder;  ///< name of the right's holder where it is another party (the contract household)
        Share share;
        std::int64_t registered_hundredths =
            0;  ///< of the whole parcel, in its unit; 0 where none is registered
        std::string unit;
        bool under_agreement = false, in_cooperative = false;
    };
    std::int64_t id = 0;
    std::string code, name, origin, moved_on;
    bool relocated = false;
    std::vector<Member> members;
    std::vector<Home> homes;
    std::vector<Land> lands;
};

}  // namespace liangdi::land
