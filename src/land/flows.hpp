#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "land/land_deal.hpp"

/// From a place in the town to the village groups where its families hold land, and back from a place in the
/// villages to the buildings where its families live: pure functions from what is registered to sums that add
/// up. A family lives where its main flat is, so each is counted once, and each hundredth of a registered
/// area goes to one family at most, so that the flows of all communities add up to the figures of the town.
namespace liangdi::land {

enum class PlaceKind { town, community, grid, building, household, group, cooperative, parcel };
std::string_view to_text(PlaceKind kind);  ///< "building"
/// Places of the town have flows to village groups, those of the villages to buildings.
bool lies_in_town(PlaceKind kind);

enum class FlowMeasure { households, mu };

struct FlowHousehold {
    std::int64_t id = 0, origin = 0, building = 0;  ///< 0: not registered
    bool land_only = false;  ///< holds land of the place but belongs to another: only its area counts
};
struct FlowRows {
    std::vector<FlowHousehold> households;  ///< those that are counted: relocated, in force
    HeldLand land;
};

struct Flow {
    std::int64_t end = 0;  ///< the village group or the building; 0: not registered
    std::int64_t households = 0, mu_hundredths = 0, parcels = 0;
    std::int64_t ends = 1;  ///< how many are summed up here
    friend bool operator==(const Flow&, const Flow&) = default;
};
struct KindSum {
    std::int64_t mu_hundredths = 0;
    std::int64_t own_hundredths = 0, revitalised_hundredths = 0;  ///< homesteads in m2, the rest in 亩
    friend bool operator==(const KindSum&, const KindSum&) = default;
};
struct Flows {
    PlaceKind from = PlaceKind::town;
    std::vector<Flow> flows;                           ///< largest first
    Flow total;                                        ///< parcels: each once, also where it is in two flows
    std::map<std::string, std::int64_t> mu_by_status;  ///< adds up to total.mu_hundredths
    std::map<std::string, KindSum> by_kind;            ///< homestead, woodland, farmland
    std::map<std::string, KindSum> others;  ///< of the same parcels, what those hold who are not counted
};
Flows flows(PlaceKind from, const FlowRows& rows, FlowMeasure by);

/// The first `most` flows, and one that sums up the rest (end 0) where two or more are left.
std::vector<Flow> folded(const std::vector<Flow>& flows, std::size_t most = 12);

/// What land is used for: that which is under an agreement is no longer farmed by the family itself; a
/// homestead that was given up to be fields again is reclaimed. Empty: nothing is registered.
std::string status_of_land(std::string_view use_status, bool in_cooperative, bool under_agreement,
                           bool only_reclaimed);

}  // namespace liangdi::land
