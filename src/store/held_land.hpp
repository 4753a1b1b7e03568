#pragma once

#include <string>
#include <unordered_set>

#include "land/land_deal.hpp"
#include "store/database.hpp"

/// The rows that land::LandDeal is made of, read from a snapshot on a date.
namespace liangdi::store {

/// Parties through which a household holds land (?2, on ?1): itself, its members, and the contract households
/// that it or its members belong to.
const std::string& holding_parties();

/// SQL expression: the household that a member (an SQL expression) is counted in on ?1: itself where it is
/// one; of several that a person is written into a relocated one, then the first. NULL where there is none.
/// (Ledgers, which need all persons at once, say the same in an expression of their own.)
std::string family_of(std::string_view member);

/// Reads parcel by parcel with statements that are prepared once and go by an index: what it costs does not
/// grow with the town.
class HeldLandReader {
  public:
    HeldLandReader(const Database& db, std::string date);
    void add_parcel(std::int64_t id);
    /// All parcels that the household holds something of.
    void add_land_of(std::int64_t household);

    land::HeldLand land;

  private:
    void read_area(land::HeldParcel& parcel);
    void add_rights_on(std::int64_t parcel);
    void add_party(std::int64_t id);
    void add_members(std::int64_t party);

    const std::string date_;
    Statement rights_of_, parcel_, area_, rights_on_, party_, members_;
    std::unordered_set<std::int64_t> parcels_, parties_;
};

}  // namespace liangdi::store
