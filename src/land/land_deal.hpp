#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "land/area.hpp"
#include "land/share.hpp"

/// For whom a hundredth of registered land is counted: the one rule, for cards, ledgers, flows and
/// statistics.
///
/// A right belongs to its registered holder, whole or by the share that is registered with it. Where the
/// holder is a contract household (承包户), its members have equal claims; only for sums that must add up
/// over families is its part dealt on to the families of its members. Such a part is nobody's right and
/// nobody's share, and whoever shows it shows the holder's part beside it and says how it came about.
namespace liangdi::land {

struct HeldParcel {
    std::int64_t id = 0, group = 0;  ///< group: the village group it lies in; 0: not registered
    std::string kind, status;        ///< status: of status_of_land
    Area registered;
    std::int64_t covered_hundredths = 0;  ///< of `registered`, under agreements in force
};
struct HeldRight {
    std::int64_t id = 0, parcel = 0, party = 0;
    std::string kind;  ///< parcel_right.kind
    Share share;
};
/// What part of a party's rights is counted for whom: a contract household's for the families of its members.
struct PartyPart {
    std::int64_t party = 0, household = 0;  ///< household 0: of nobody whose household is known
    Share part;
};
struct HeldLand {
    std::vector<HeldParcel> parcels;
    std::vector<HeldRight> rights;   ///< all that are in force on these parcels, in the order of their ids
    std::vector<PartyPart> parties;  ///< of the parties in `rights`
};

/// How one parcel is dealt.
struct LandDeal {
    struct Family {
        std::int64_t household = 0;
        Share part;
    };
    struct Holder {
        std::int64_t right = 0, party = 0;
        Share share;
        std::vector<Family> families;
    };
    std::vector<Holder> holders;  ///< the rights that count
};
/// Of several kinds of rights on a parcel the first of these counts: contract, use, qualification, operation,
/// ownership; the others are derived from it or stand behind it.
std::unordered_map<std::int64_t, LandDeal> deals_of(const HeldLand& land);  ///< by parcel, for each of them
bool exceeds_whole(const LandDeal& deal);  ///< the shares add up to more than 1

struct DealtPart {
    std::int64_t right = 0, party = 0;  ///< the holder; 0: what nobody holds
    std::int64_t household = 0;         ///< for whom it is counted; 0: for the holder itself
    std::int64_t hundredths = 0;
    std::int64_t counted_for() const { return household != 0 ? household : party; }
};
/// `total` of the parcel (an area, a rent) dealt so that the parts add up to it exactly.
std::vector<DealtPart> dealt_parts(std::int64_t total, const LandDeal& deal);

/// `total` dealt to the shares so that the parts add up to it exactly, where the shares make up the whole or
/// more; where they make up less, one more part at the end is what nobody holds.
std::vector<std::int64_t> dealt(std::int64_t total, const std::vector<Share>& shares);

/// What is counted of a parcel for one family, or for a holder without one.
struct Holding {
    std::int64_t household = 0;  ///< 0: of `party`
    std::int64_t party = 0;      ///< 0 where `household` is set, and of what nobody holds
    std::int64_t parcel = 0;
    std::int64_t own_hundredths = 0;      ///< in the registered area's unit
    std::int64_t covered_hundredths = 0;  ///< of it, under agreements
    std::int64_t mu_hundredths = 0;
};
/// Parcel by parcel; the holdings of a parcel add up to its registered area.
std::vector<Holding> holdings(const HeldLand& land);

}  // namespace liangdi::land
