#include "sample/terrain.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "towns.hpp"

using namespace liangdi;
using sample::Terrain;

TEST_CASE("lines between the bands of a village are contours of the ground", "[terrain]") {
    for (const std::uint64_t seed : {1U, 2U}) {
        const auto& town = tests::town_of_seed(seed);
        const Terrain terrain(town);
        REQUIRE(terrain.villages().size() == 16);
        for (std::size_t i = 0; i < terrain.villages().size(); ++i) {
            const auto& mesh = terrain.villages()[i].mesh;
            for (std::size_t line = 0; line < mesh.lines.size(); ++line) {
                for (double u = 5; u < terrain.villages()[i].length_m; u += 97) {
                    const auto at = mesh.place(u, mesh.lines[line](u));
                    CHECK(std::abs(terrain.height_m(at) - terrain.line_height_m(i, line)) < 0.01);
                }
                if (line > 0) CHECK(terrain.line_height_m(i, line) > terrain.line_height_m(i, line - 1));
            }
        }
    }
}

TEST_CASE("the terraces that are written lie along the contours of the elevation model that is written",
          "[terrain]") {
    const auto& town = tests::town_of_seed(1);
    const auto grid = sample::elevation_of(town);
    REQUIRE(grid.heights_m.size() ==
            static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    const auto height = [&](geo::Point p) {  // between the four centres around the place
        const double x = (p.x - grid.north_west.x) / grid.cell_m - 0.5;
        const double y = (grid.north_west.y - p.y) / grid.cell_m - 0.5;
        const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
        const double fx = x - column, fy = y - row;
        const auto cell = [&](int c, int r) {
            return double{
                grid.heights_m.at(static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                                  static_cast<std::size_t>(c))};
        };
        return (cell(column, row) * (1 - fx) + cell(column + 1, row) * fx) * (1 - fy) +
               (cell(column, row + 1) * (1 - fx) + cell(column + 1, row + 1) * fx) * fy;
    };
    // A terrace is 12 m deep and rises 3 m. Its lower and its upper long side are each level: what they vary
    // by is little against what the field rises.
    const Terrain terrain(town);
    int terraces = 0, level = 0;
    for (const auto& parcel : town.parcels) {
        if (!parcel.terrace) continue;
        ++terraces;
        double lowest = 1e9, highest = -1e9;
        for (const auto& p : parcel.area.shell) {
            lowest = std::min(lowest, height(p));
            highest = std::max(highest, height(p));
            CHECK(std::abs(height(p) - terrain.height_m(p)) < 2.5);
        }
        if (highest - lowest < 5.0) ++level;
    }
    REQUIRE(terraces > 1000);
    CHECK(level > 0.95 * terraces);
    // Without the villages' shape in it, the same fields would lie across tens of metres of the hills.
    const auto [low, high] = std::ranges::minmax(grid.heights_m);
    CHECK(low > 1000);
    CHECK(high < 1800);
    CHECK(high - low > 150);
}
