#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "land/area.hpp"
#include "land/share.hpp"

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
struct FlowParcel {
    std::int64_t id = 0, group = 0;  ///< group: the village group it lies in; 0: not registered
    std::string kind, status;        ///< status: of status_of_land
    Area registered;
    std::int64_t covered_hundredths = 0;  ///< of `registered`, under agreements in force
};
struct FlowRight {
    std::int64_t parcel = 0, party = 0;
    std::string kind;  ///< parcel_right.kind
    Share share;
};
/// What part of a party's rights is whose: a contract household's belong to the households of its members.
struct PartyPart {
    std::int64_t party = 0, household = 0;  ///< household 0: of nobody whose household is known
    Share part;
};
struct FlowRows {
    std::vector<FlowHousehold> households;  ///< those that are counted: relocated, in force
    std::vector<FlowParcel> parcels;
    std::vector<FlowRight> rights;   ///< all that are in force on these parcels
    std::vector<PartyPart> parties;  ///< of the parties in `rights`
};

/// A household's part of a parcel.
struct Holding {
    std::int64_t household = 0, parcel = 0;  ///< household 0: of others
    std::int64_t own_hundredths = 0;         ///< in the registered area's unit
    std::int64_t covered_hundredths = 0;     ///< of it, under agreements
    std::int64_t mu_hundredths = 0;
};
/// Parcel by parcel; the parts of a parcel whose shares add up to 1 add up to its registered area. Where
/// several kinds of rights are registered (contract and operation), those of one kind count.
std::vector<Holding> holdings(const FlowRows& rows);

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
