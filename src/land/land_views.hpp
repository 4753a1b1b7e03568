#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/geometry.hpp"
#include "land/land_deal.hpp"
#include "land/place_views.hpp"

/// Land as its sheets list it, as it stands on a date. Areas and money are whole hundredths.
namespace liangdi::land {

/// Who holds a right on a parcel.
struct Holder {
    std::int64_t id = 0;
    std::string code, name, party_kind, right_kind, certificate;
};

struct ParcelLine {
    std::int64_t id = 0;
    std::string kind, code, name, land_class;
    std::string
        status;  ///< "self_farmed", "idle", "leased", "in_cooperative", "returned", "reclaimed"; or empty
    std::int64_t registered_mu = 0, registered_m2 = 0;  ///< as issued, each in its own unit
    std::int64_t revitalised = 0;  ///< in the unit of its kind, as the town's figures count it
    std::optional<std::int64_t> measured_m2;
    std::string measured_method;
    std::string east, south, west, north;  ///< 四至 in words
    std::int64_t village = 0;
    bool has_shape = false;
    std::vector<Holder> holders;  ///< in force; the first one goes first
    std::int64_t rent = 0;        ///< yuan a year, of the agreements that the view is about
    std::string agreement_kind;   ///< of the first of them
};

struct VillageView {
    std::int64_t id = 0;
    std::string code, town, village, group;
    std::vector<ParcelLine> parcels;  ///< by kind (farmland, woodland, homestead), then code
    std::string name() const { return town + village + group; }
};

/// A party with the land that it holds by contract.
struct HolderView {
    Holder holder;
    std::vector<ParcelLine> parcels;
};

struct ParcelView {
    ParcelLine line;
    std::string village;  ///< town, village and group
    geo::MultiPolygon shape;
    struct Point {
        std::string code;
        std::int64_t ring = 0;
        geo::Point at;
    };
    std::vector<Point> points;  ///< surveyed, by ring and place; empty: none in the file
};

struct CooperativeView {
    std::int64_t id = 0;
    std::string code, name, registration, founded_on;
    struct Member {
        Holder party;
        std::string role;
        std::int64_t share = 0;
    };
    std::vector<Member> members;                       ///< in force, by role and code
    std::vector<ParcelLine> parcels;                   ///< under its agreements in force
    std::unordered_map<std::int64_t, LandDeal> deals;  ///< parcel -> for whom it is counted
};

/// A finding that the file keeps.
struct FindingView {
    std::int64_t id = 0;
    std::string rule, severity, table, field, value, reason, mend, state, found_on;
    std::int64_t row = 0;
    std::optional<geo::Point> at;
};

}  // namespace liangdi::land
