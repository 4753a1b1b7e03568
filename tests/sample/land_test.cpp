#include <cmath>
#include <map>
#include <numeric>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/topology.hpp"
#include "land/share.hpp"
#include "towns.hpp"

using namespace liangdi;
using namespace liangdi::sample;

TEST_CASE("what is used differs from what is registered and from what is measured") {
    const auto& town = tests::town_of_seed(1);
    int counted = 0, differs = 0, more = 0;
    for (const auto& p : town.parcels) {
        if (p.kind == "woodland") {
            CHECK(p.actual_hundredths == 0);
            continue;
        }
        ++counted;
        if (p.actual_hundredths != p.registered_hundredths) ++differs;
        if (p.actual_hundredths > p.registered_hundredths) ++more;
        CHECK(p.actual_hundredths > p.registered_hundredths / 2);
        CHECK(p.actual_hundredths < p.registered_hundredths * 11 / 10 + 2);
    }
    CHECK(differs > counted * 8 / 10);
    CHECK(more > counted / 20);
}

TEST_CASE("parcels are valid, of 4 to 38 corners, inside their group") {
    const SampleTown& town = tests::town_of_seed(1);
    std::map<std::string, int> kinds;
    for (const Parcel& p : town.parcels) {
        CAPTURE(p.code);
        ++kinds[p.kind];
        REQUIRE_FALSE(geo::invalidity({p.area}));
        const std::size_t corners = p.area.shell.size() - 1;
        CHECK((corners >= (p.kind == "homestead" ? 4u : 7u) && corners <= 38u));
    }
    CHECK((kinds["farmland"] > 11000 && kinds["farmland"] < 13000));
    CHECK((kinds["woodland"] > 1300 && kinds["woodland"] < 1700));
    CHECK((kinds["homestead"] >= 300 && kinds["homestead"] <= 2000));
    CHECK(town.villages.size() == 64);
}

// Every side of a field lies once against another field, or on the outline of all: then there is neither
// gap nor overlap between them. Overlap is also looked for by GEOS, in a sample of groups.
TEST_CASE("the land of a group has no overlap and no gap") {
    const SampleTown& town = tests::town_of_seed(2);
    std::vector<std::vector<const Parcel*>> of_group(town.villages.size());
    for (const Parcel& p : town.parcels) of_group[p.village].push_back(&p);
    for (std::size_t v = 0; v < town.villages.size(); v += 7) {
        const geo::MultiPolygon group{town.villages[v].area};
        REQUIRE_FALSE(geo::invalidity(group));
        double terraces = 0;
        geo::MultiPolygon joined;
        for (std::size_t i = 0; i < of_group[v].size(); ++i) {
            const Parcel& p = *of_group[v][i];
            CHECK(geo::planar_area_m2(geo::difference({p.area}, group)) < 1e-6);
            const geo::Box box = geo::box_of(geo::MultiPolygon{p.area});
            for (std::size_t j = i + 1; j < of_group[v].size(); ++j) {
                const geo::MultiPolygon other{of_group[v][j]->area};
                if (box.intersects(geo::box_of(other)))
                    CHECK(geo::planar_area_m2(geo::intersection({p.area}, other)) < 1e-6);
            }
            if (!p.terrace) continue;
            terraces += geo::planar_area_m2(p.area);
            joined = geo::union_of(joined, {p.area});
        }
        CHECK(geo::planar_area_m2(joined) == Approx(terraces).epsilon(1e-9));
        // One piece, or two where a stream runs through; a gap would be a hole.
        CHECK(joined.size() <= 2);
        for (const geo::Polygon& piece : joined) CHECK(piece.holes.empty());
    }
}

TEST_CASE("village groups do not overlap") {
    const SampleTown& town = tests::town_of_seed(3);
    for (std::size_t i = 0; i < town.villages.size(); ++i) {
        const geo::MultiPolygon a{town.villages[i].area};
        for (std::size_t j = i + 1; j < town.villages.size(); ++j) {
            const geo::MultiPolygon b{town.villages[j].area};
            if (geo::box_of(a).intersects(geo::box_of(b)))
                CHECK(geo::planar_area_m2(geo::intersection(a, b)) < 1e-6);
        }
    }
}

TEST_CASE("villages lie 5 to 35 km from the town, within the sample's frame") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3, 4, 5)));
    for (const Village& v : town.villages) {
        const geo::Box box = geo::box_of(geo::MultiPolygon{v.area});
        CHECK(geo::Box{560000, 2930000, 600000, 2970000}.contains(box));
        const double km = std::hypot(box.centre().x - 576700, box.centre().y - 2950200) / 1000;
        CHECK((km > 4 && km < 35));
    }
}

TEST_CASE("the shares of each parcel add up to the whole, and no holder stands twice") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3, 4, 5)));
    std::vector<land::Share> sums(town.parcels.size(), land::Share{0, 1});
    std::map<std::pair<int, int>, int> holders;
    int by_contract = 0, divided = 0;
    for (const ParcelRight& r : town.rights) {
        REQUIRE((r.household == none) != (r.contract_household == none));
        CHECK_FALSE(r.certificate.empty());
        sums[r.parcel] = land::sum(sums[r.parcel], {r.share_num, r.share_den});
        by_contract += r.contract_household != none;
        divided += r.share_den > 1;
        if (r.household != none) CHECK(++holders[{r.parcel, r.household}] == 1);
    }
    for (const land::Share& s : sums) REQUIRE(s == land::Share{1, 1});
    CHECK(by_contract > 500);
    CHECK(divided > 500);
}

TEST_CASE("registered areas are within two per cent of the measured ones") {
    const SampleTown& town = tests::town_of_seed(1);
    for (const Parcel& p : town.parcels) {
        const double measured = geo::planar_area_m2(p.area) * (p.kind == "homestead" ? 1 : 0.0015);
        // half a hundredth is the rounding of the register itself
        CHECK(std::abs(static_cast<double>(p.registered_hundredths) / 100 - measured) <
              0.02 * measured + 0.0101);
    }
}

TEST_CASE("no parcel is under two agreements at a time") {
    const SampleTown& town = tests::town_of_seed(1);
    std::map<int, int> active;
    for (const Agreement& a : town.agreements) {
        CHECK(a.from <= a.to);
        if (a.to >= town.reference_date && a.from <= town.reference_date) CHECK(++active[a.parcel] == 1);
        CHECK((a.cooperative != none) != (a.organisation != none));
    }
}
