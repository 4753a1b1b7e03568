#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "land/share.hpp"

namespace liangdi::land {

/// Why of a right that much is counted for a family.
enum class LandCount {
    whole,      ///< the holder's part: it is the family, or its people are all of it
    part,       ///< a part of the holder's: a contract household of several families
    elsewhere,  ///< nothing: the holder is counted for another family
    derived     ///< nothing: a stronger right on the same parcel is counted
};

/// One family and its two places, as they stand on a date: what the card and the map show of it. Money is in
/// whole hundredths of a yuan. Sealed values are not in it.
struct HouseholdView {
    struct Member {
        std::int64_t id = 0;
        std::string code, name, relation, sex;
        int birth_year = 0;
    };
    struct Home {
        std::int64_t occupancy = 0, flat = 0, building = 0;
        std::string kind, code, building_name, grid, community, from;
        bool counted = false;  ///< the household is counted there: its first main flat
    };
    struct Land {
        std::int64_t right = 0, parcel = 0;
        std::string kind, code, village, right_kind, certificate;
        std::string status;  ///< how it is used: self_farmed, idle, leased, in_cooperative …; or empty
        std::string
            holder;   ///< name of the right's holder where it is another party (the contract household)
        Share share;  ///< of the holder in the parcel
        std::int64_t registered_hundredths =
            0;             ///< of the whole parcel, in its unit; 0 where none is registered
        std::string unit;  ///< empty: no area is registered
        /// What is counted for the family in sums, and why (land_deal).
        std::int64_t holder_hundredths = 0;  ///< the holder's part of the registered area
        std::int64_t own_hundredths = 0;     ///< of it, counted for this family
        std::int64_t revitalised_hundredths = 0;
        LandCount count = LandCount::whole;
        Share part;                 ///< LandCount::part: of the holder's
        std::int64_t families = 1;  ///< among which the holder's part is dealt
    };
    struct Agreement {  ///< of one of its parcels, whether in force or run out
        std::int64_t id = 0, parcel = 0;
        std::string parcel_kind, parcel_code, kind, contract_no, lessee, from, to, document;
        std::optional<std::int64_t> area_hundredths;  ///< of a part; none: the whole parcel
        std::string unit;
        std::optional<std::int64_t> rent_hundredths;      ///< a year, of the whole agreement
        std::optional<std::int64_t> own_rent_hundredths;  ///< of it, counted for this family
        bool in_force = false;
    };
    struct Payment {  ///< to the household, one of its members or its contract household
        std::string kind, contract_no, party, due_on, paid_on, note;
        std::optional<std::int64_t> planned_hundredths, paid_hundredths;
        bool shared = false;  ///< to a contract household of several families
    };
    struct Document {
        std::string name, media_type, of, note;  ///< of: the contract that it belongs to
        bool personal = false;                   ///< sealed: only that it exists is known here
    };
    struct Work {
        std::string name, status, kind, employer, place, from, to;
    };
    struct Training {
        std::string name, course, skill, held_to, result;
    };
    struct Pupil {
        std::string name, stage, grade, school, from;
    };
    struct Business {
        std::string name, kind, owner, address, from;
    };
    struct Membership {
        std::string cooperative, role, from;
        std::optional<std::int64_t> share_hundredths;
    };
    struct House {  ///< what stood in the village
        std::string parcel_code, state, state_on;
        std::optional<std::int64_t> area_hundredths, compensation_hundredths;
    };
    struct Duty {  ///< a link of a responsibility chain
        std::string role, name, unit, post, scope;
    };
    struct Past {
        std::int64_t seq = 0;
        std::string at, actor, why, kind;
    };
    std::int64_t id = 0;
    std::string code, name, origin, moved_on;
    bool relocated = false;
    std::vector<Member> members;
    std::vector<Home> homes;
    std::vector<Land> lands;
    std::vector<Agreement> agreements;
    std::vector<Payment> payments;
    std::vector<Document> documents;
    std::vector<Work> works;
    std::vector<Training> trainings;
    std::vector<Pupil> pupils;
    std::vector<Business> businesses;
    std::vector<Membership> memberships;
    std::vector<House> houses;
    std::vector<Duty> town_chain;    ///< contact leader, cadre, grid worker, building head, 1+X
    std::vector<Duty> origin_chain;  ///< county office, origin town, origin village, helping officer
    std::vector<Past> history;       ///< newest first
};

}  // namespace liangdi::land
