#include "sample/band_mesh.hpp"

#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "sample/apportion.hpp"
#include "sample/random.hpp"

using namespace liangdi;
using namespace liangdi::sample;

namespace {

// A mesh of random cuts between random bands.
BandMesh random_mesh(Random& random) {
    BandMesh mesh;
    const int bands = random.between(1, 6);
    for (int i = 0; i <= bands; ++i) {
        const double height = 20 * i, phase = random.angle();
        mesh.lines.emplace_back([=](double u) { return height + 4 * std::sin(u / 30 + phase); });
        mesh.station_cm.push_back(random.between(500, 1500));
    }
    for (int b = 0; b < bands; ++b) {
        std::vector<Cut> cuts{{0, 0}};
        while (cuts.back().lower < 25000) {
            const int u = cuts.back().lower + random.between(1500, 4000);
            cuts.push_back({u, u + random.between(-500, 500)});
        }
        cuts.push_back({30000, 30000});
        mesh.bands.push_back(cuts);
    }
    mesh.place = [](double u, double v) { return geo::Point{500000 + u - 0.2 * v, 3000000 + v + 0.1 * u}; };
    return mesh;
}

}  // namespace

TEST_CASE("the cells of a mesh fill it without gap or overlap") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Random random(seed, 0, "mesh");
        const BandMesh mesh = random_mesh(random);
        std::vector<geo::Ring> all;
        double sum = 0;
        for (const auto& band : cells_of(mesh)) {
            for (const geo::Ring& ring : band) {
                REQUIRE(ring.front() == ring.back());
                sum += geo::planar_area_m2(geo::Polygon{ring, {}});
                all.push_back(ring);
            }
        }
        // Sides that are not shared to the last digit would stay in the outline as slits.
        const geo::Polygon outline = outline_of(all);
        CHECK(outline.holes.empty());
        CHECK(geo::planar_area_m2(outline) == Approx(sum).epsilon(1e-12));
    }
}

TEST_CASE("a hole stays a hole in the outline") {
    auto square = [](double x, double y) {
        return geo::Ring{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
    };
    std::vector<geo::Ring> cells;
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 3; ++y)
            if (x != 1 || y != 1) cells.push_back(square(x, y));
    const geo::Polygon outline = outline_of(cells);
    CHECK(outline.holes.size() == 1);
    CHECK(geo::planar_area_m2(outline) == Approx(8));
}

TEST_CASE("shares of an apportionment add up and stay near their quota") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed, 0, "apportion");
        std::vector<std::int64_t> weights;
        for (int n = random.between(1, 40); n > 0; --n) weights.push_back(random.between(1, 1000));
        const std::int64_t total = random.between(0, 100000);
        const auto shares = apportion(total, weights);
        const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
        CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const std::int64_t low = total * weights[i] / sum;
            CHECK((shares[i] == low || shares[i] == low + 1));
        }
    }
}

TEST_CASE("random numbers are the same on every machine") {
    Random random(1, 0, "fixed");
    std::vector<int> drawn;
    for (int i = 0; i < 5; ++i) drawn.push_back(random.between(0, 999));
    CHECK(drawn == std::vector<int>{356, 599, 680, 987, 842});
    Random other(1, 0, "other");
    CHECK(other.between(0, 1 << 30) != Random(1, 0, "fixed").between(0, 1 << 30));
}
