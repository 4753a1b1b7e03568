#include "land/flows.hpp"

#include "catch.hpp"

using namespace liangdi::land;

namespace {

/// Two families of a group hold a field by thirds, a contract household of both another field.
FlowRows two_families() {
    FlowRows rows;
    rows.households = {{1, 70, 40, false}, {2, 70, 41, false}};
    rows.land.parcels = {{11, 70, "farmland", "leased", {100, AreaUnit::mu}, 100},
                         {12, 71, "farmland", "idle", {301, AreaUnit::mu}, 0},
                         {13, 70, "homestead", "reclaimed", {12000, AreaUnit::m2}, 12000}};
    rows.land.rights = {{1, 11, 1, "contract", {1, 3}},
                        {2, 11, 2, "contract", {2, 3}},
                        {3, 12, 9, "contract", {1, 1}},
                        {4, 13, 1, "use", {1, 1}},
                        {5, 13, 1, "qualification", {1, 1}}};
    rows.land.parties = {{1, 1, {1, 1}}, {2, 2, {1, 1}}, {9, 1, {1, 4}}, {9, 2, {2, 4}}, {9, 0, {1, 4}}};
    return rows;
}

}  // namespace

TEST_CASE("flows to groups: families by where they came from, land by where it lies", "[land][flows]") {
    const Flows made = flows(PlaceKind::community, two_families(), FlowMeasure::households);
    REQUIRE(made.flows.size() == 2);
    CHECK(made.flows[0] == Flow{70, 2, 118, 2, 1});  // 0.33 + 0.67 亩 of the field, 120 m2 are 0.18 亩
    CHECK(made.flows[1] == Flow{71, 0, 226, 1, 1});  // three quarters of 3.01; the last one's is nobody's
    CHECK(made.total == Flow{0, 2, 344, 3, 2});
    CHECK(made.mu_by_status ==
          std::map<std::string, std::int64_t>{{"idle", 226}, {"leased", 100}, {"reclaimed", 18}});
    CHECK(made.by_kind.at("homestead").own_hundredths == 12000);
    CHECK(made.by_kind.at("homestead").revitalised_hundredths == 12000);
    CHECK(made.by_kind.at("farmland").own_hundredths == 326);
    CHECK(made.by_kind.at("farmland").revitalised_hundredths == 100);
    CHECK(made.others.at("farmland").own_hundredths == 75);
    CHECK(made.others.at("homestead").own_hundredths == 0);
    const Flows by_mu = flows(PlaceKind::community, two_families(), FlowMeasure::mu);
    CHECK(by_mu.flows[0].end == 71);
}

TEST_CASE("flows to buildings: a shared parcel is in both and once in the total", "[land][flows]") {
    auto rows = two_families();
    rows.households[1].land_only = true;
    const Flows made = flows(PlaceKind::group, rows, FlowMeasure::households);
    REQUIRE(made.flows.size() == 2);
    CHECK(made.flows[0].end == 40);
    CHECK(made.flows[0].parcels == 3);
    CHECK(made.flows[1].end == 41);
    CHECK(made.flows[1].households == 0);
    CHECK(made.flows[1].parcels == 2);
    CHECK(made.flows[1].mu_hundredths == 67 + 150);
    CHECK(made.total.households == 1);
    CHECK(made.total.parcels == 3);
}

TEST_CASE("from the thirteenth on one sum", "[land][flows]") {
    std::vector<Flow> all;
    for (int i = 0; i < 13; ++i) all.push_back({i + 1, 20 - i, 100, 1, 1});
    CHECK(folded(all) == all);  // a sum of one would only lose its name
    all.push_back({14, 1, 50, 2, 1});
    const auto made = folded(all);
    REQUIRE(made.size() == 13);
    CHECK(made[11] == all[11]);
    CHECK(made[12] == Flow{0, 8 + 1, 150, 3, 2});
}

TEST_CASE("land under an agreement is no longer what the register of use says", "[land][flows]") {
    CHECK(status_of_land("idle", false, false, true) == "idle");
    CHECK(status_of_land("", false, false, true).empty());
    CHECK(status_of_land("idle", false, true, false) == "leased");
    CHECK(status_of_land("returned", false, true, true) == "reclaimed");
    CHECK(status_of_land("self_farmed", true, true, false) == "cooperative");
}
