// Payments, scans of agreements and houses left behind: each belongs to an agreement, a holder, a homestead.
#include <map>
#include <set>

#include "catch.hpp"
#include "towns.hpp"

using namespace liangdi;
using namespace liangdi::sample;

TEST_CASE("what is planned for an agreement in a year adds up to its rent, and goes to its holders") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2)));
    std::map<std::pair<int, std::string>, std::int64_t> planned;
    std::map<int, std::set<std::pair<int, int>>> holders;
    for (const ParcelRight& right : town.rights)
        holders[right.parcel].insert({right.household, right.contract_household});
    std::int64_t paid = 0, coming = 0;
    for (const Payment& p : town.payments) {
        const Agreement& a = town.agreements[static_cast<std::size_t>(p.agreement)];
        planned[{p.agreement, p.due_on}] += p.planned_hundredths;
        REQUIRE(holders[a.parcel].contains({p.household, p.contract_household}));
        REQUIRE((p.household == none) != (p.contract_household == none));
        REQUIRE(a.from <= p.due_on);
        REQUIRE(p.due_on <= a.to);
        REQUIRE((p.paid_on.empty() == (p.paid_hundredths == 0 || p.planned_hundredths == 0)));
        REQUIRE(p.paid_on <= town.reference_date);
        const bool is_due = p.due_on <= town.reference_date;
        REQUIRE((is_due || p.paid_hundredths == 0));
        REQUIRE((!is_due || p.paid_hundredths == p.planned_hundredths));
        ++(is_due ? paid : coming);
    }
    for (const auto& [key, sum] : planned)
        REQUIRE(sum == town.agreements[static_cast<std::size_t>(key.first)].rent_hundredths);
    CHECK(paid > 7000);
    CHECK(coming > 1000);
}

TEST_CASE(
    "every agreement has its scan, under one name each; houses stand on relocated families' homesteads") {
    const SampleTown& town = tests::town_of_seed(1);
    std::set<std::string> names;
    for (const Document& d : town.documents) {
        CHECK(names.insert(d.name).second);
        CHECK(d.name.find("样例") != std::string::npos);
    }
    for (const Agreement& a : town.agreements)
        REQUIRE((a.document >= 0 && a.document < static_cast<int>(town.documents.size())));
    std::set<std::string> states;
    for (const OriginHouse& house : town.origin_houses) {
        const Parcel& parcel = town.parcels[static_cast<std::size_t>(house.parcel)];
        REQUIRE(parcel.kind == "homestead");
        REQUIRE(town.households[static_cast<std::size_t>(house.household)].relocated);
        REQUIRE(house.area_hundredths < parcel.registered_hundredths);
        REQUIRE((house.state == "standing") == (house.compensation_hundredths == 0));
        states.insert(house.state);
    }
    CHECK(states == std::set<std::string>{"standing", "demolished", "returned_to_farmland"});
}
