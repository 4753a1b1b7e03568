#include <algorithm>
#include <map>
#include <set>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/topology.hpp"
#include "towns.hpp"

using namespace liangdi;
using namespace liangdi::sample;

TEST_CASE("the polygons of the town are valid") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3)));
    for (const auto& c : town.communities) CHECK_FALSE(geo::invalidity({c.area}));
    for (const auto& g : town.grids) CHECK_FALSE(geo::invalidity({g.area}));
    for (const auto& b : town.buildings) CHECK_FALSE(geo::invalidity({b.footprint}));
}

TEST_CASE("grids tile their community") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3)));
    std::vector<double> sums(town.communities.size());
    for (std::size_t i = 0; i < town.grids.size(); ++i) {
        const Grid& a = town.grids[i];
        CHECK(a.area.holes.empty());
        sums[a.community] += geo::planar_area_m2(a.area);
        const geo::MultiPolygon inside = geo::intersection({a.area}, {town.communities[a.community].area});
        CHECK(geo::planar_area_m2(inside) == Approx(geo::planar_area_m2(a.area)).epsilon(1e-9));
        for (std::size_t j = i + 1; j < town.grids.size(); ++j)
            CHECK(geo::planar_area_m2(geo::intersection({a.area}, {town.grids[j].area})) < 1e-6);
    }
    for (std::size_t c = 0; c < sums.size(); ++c)
        CHECK(sums[c] == Approx(geo::planar_area_m2(town.communities[c].area)).epsilon(1e-12));
}

TEST_CASE("buildings stand in their grids, apart from one another") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3, 4, 5)));
    std::map<int, int> homes;
    for (std::size_t i = 0; i < town.buildings.size(); ++i) {
        const Building& b = town.buildings[i];
        CAPTURE(b.name);
        const double outside = geo::planar_area_m2(geo::difference({b.footprint}, {town.grids[b.grid].area}));
        CHECK(outside < 1e-9);
        homes[b.grid] += b.kind == "residential";
        for (std::size_t j = i + 1; j < town.buildings.size(); ++j)
            CHECK(geo::planar_area_m2(geo::intersection({b.footprint}, {town.buildings[j].footprint})) == 0);
    }
    for (const auto& [grid, n] : homes) CHECK((n == 3 || n == 4));
    CHECK(homes.size() == 35);
}

TEST_CASE("entrances lie on the outline of their building, facilities in the town") {
    const SampleTown& town = tests::town_of_seed(1);
    for (const Entrance& e : town.entrances)
        CHECK(
            geo::box_of(geo::MultiPolygon{town.buildings[e.building].footprint}).grown(0.01).contains(e.at));
    for (const Facility& f : town.facilities)
        CHECK(std::any_of(town.communities.begin(), town.communities.end(),
                          [&](const Community& c) { return geo::covers({c.area}, f.at); }));
}

TEST_CASE("flats fit their buildings") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3)));
    std::map<int, int> top;
    std::set<std::string> numbers;
    for (const Flat& f : town.flats) {
        REQUIRE(town.entrances[f.entrance].building == f.building);
        CHECK(f.unit_number.size() == 28);
        CHECK(numbers.insert(f.unit_number).second);
        top[f.building] = std::max(top[f.building], f.floor);
    }
    for (const auto& [building, floor] : top) {
        CHECK(town.buildings[building].floors == floor);
        CHECK((floor >= 4 && floor <= 18));
    }
}
