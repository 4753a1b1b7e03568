#include <set>

#include "catch.hpp"
#include "towns.hpp"

using namespace liangdi;
using namespace liangdi::sample;

namespace {

template <class Rows>
void check_codes(const Rows& rows, const char* what) {
    CAPTURE(what);
    std::set<std::string> codes;
    for (const auto& row : rows) {
        CHECK_FALSE(row.code.empty());
        CHECK(codes.insert(row.code).second);
    }
}

template <class Rows>
bool within(int index, const Rows& rows) {
    return index >= 0 && index < static_cast<int>(rows.size());
}
template <class Rows>
bool none_or_within(int index, const Rows& rows) {
    return index == none || within(index, rows);
}

}  // namespace

TEST_CASE("no code occurs twice") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2)));
    check_codes(town.communities, "communities");
    check_codes(town.grids, "grids");
    check_codes(town.buildings, "buildings");
    check_codes(town.entrances, "entrances");
    check_codes(town.flats, "flats");
    check_codes(town.facilities, "facilities");
    check_codes(town.streets, "streets");
    check_codes(town.barriers, "barriers");
    check_codes(town.villages, "villages");
    check_codes(town.parcels, "parcels");
    check_codes(town.courses, "courses");
    check_codes(town.businesses, "businesses");
    check_codes(town.party_groups, "party groups");
    check_codes(town.officers, "officers");
    std::set<std::string> parties;  // all parties share one table
    for (const auto& p : town.households) CHECK(parties.insert(p.code).second);
    for (const auto& p : town.persons) CHECK(parties.insert(p.code).second);
    for (const auto& p : town.contract_households) CHECK(parties.insert(p.code).second);
    for (const auto& p : town.organisations) CHECK(parties.insert(p.code).second);
    for (const auto& p : town.cooperatives) CHECK(parties.insert(p.code).second);
}

TEST_CASE("codes have the length that their standard gives them") {
    const SampleTown& town = tests::town_of_seed(1);
    for (const Village& v : town.villages) CHECK(v.code.size() == 14);
    for (const Grid& g : town.grids) CHECK(g.code.size() == 15);
    for (const ContractHousehold& c : town.contract_households) CHECK(c.code.size() == 18);
    for (const Cooperative& c : town.cooperatives) CHECK(c.registration.size() == 18);
    for (const Parcel& p : town.parcels) {
        CHECK(p.code.size() == 19);
        const std::string& village = town.villages[p.village].code;
        CHECK(p.code.substr(0, 12) == village.substr(0, 12));
        if (p.kind == "farmland") CHECK(p.code.substr(0, 14) == village);
    }
}

TEST_CASE("every reference leads to a row") {
    const SampleTown& t = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 5)));
    for (const auto& r : t.grids) REQUIRE(within(r.community, t.communities));
    for (const auto& r : t.buildings) REQUIRE(within(r.grid, t.grids));
    for (const auto& r : t.entrances) REQUIRE(within(r.building, t.buildings));
    for (const auto& r : t.flats)
        REQUIRE((within(r.building, t.buildings) && within(r.entrance, t.entrances)));
    for (const auto& r : t.facilities) REQUIRE(none_or_within(r.building, t.buildings));
    for (const auto& r : t.households) REQUIRE(within(r.origin, t.villages));
    for (const auto& r : t.persons) REQUIRE(within(r.household, t.households));
    for (const auto& r : t.contract_households)
        for (int h : r.households) REQUIRE(within(h, t.households));
    for (const auto& r : t.occupancies)
        REQUIRE((within(r.household, t.households) && within(r.flat, t.flats)));
    for (const auto& r : t.markings) REQUIRE(within(r.person, t.persons));
    for (const auto& r : t.allowances) REQUIRE(within(r.household, t.households));
    for (const auto& r : t.employments) REQUIRE(within(r.person, t.persons));
    for (const auto& r : t.attendances) REQUIRE((within(r.person, t.persons) && within(r.course, t.courses)));
    for (const auto& r : t.enrolments) {
        REQUIRE((within(r.person, t.persons) && none_or_within(r.facility, t.facilities)));
        REQUIRE((r.stage == "high" || r.facility != none));
    }
    for (const auto& r : t.businesses) REQUIRE(within(r.owner, t.persons));
    for (const auto& r : t.parcels) REQUIRE(within(r.village, t.villages));
    for (const auto& r : t.rights) REQUIRE(within(r.parcel, t.parcels));
    for (const auto& r : t.agreements)
        REQUIRE((within(r.parcel, t.parcels) && none_or_within(r.organisation, t.organisations) &&
                 none_or_within(r.cooperative, t.cooperatives)));
    for (const auto& r : t.memberships)
        REQUIRE((within(r.household, t.households) && within(r.cooperative, t.cooperatives)));
    for (const auto& r : t.duties) REQUIRE(within(r.officer, t.officers));
    for (const auto& r : t.pairings)
        REQUIRE((within(r.officer, t.officers) && within(r.household, t.households)));
}
