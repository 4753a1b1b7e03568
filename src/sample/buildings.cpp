#include <fmt/format.h>

#include <array>

#include "sample/apportion.hpp"
#include "sample/lattice.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

struct Site {
    double u = 0, v = 0;
};

constexpr double slab_depth_m = 12, unit_m = 22;

// A slab: recesses between the units on the south side, stair wells that stand out on the north side.
geo::Polygon slab(const Frame& frame, int units) {
    const double length = units * unit_m + 4, half = length / 2, d = slab_depth_m / 2;
    geo::Ring ring;
    auto add = [&](double a, double b) { ring.push_back(frame.point(a, b)); };
    add(-half, -d + 1.2);
    add(-half + 5, -d + 1.2);
    add(-half + 5, -d);
    for (int i = 1; i < units; ++i) {
        const double a = -half + 2 + i * unit_m;
        add(a - 2.5, -d);
        add(a - 2.5, -d + 1.8);
        add(a + 2.5, -d + 1.8);
        add(a + 2.5, -d);
    }
    add(half - 5, -d);
    add(half - 5, -d + 1.2);
    add(half, -d + 1.2);
    add(half, d - 1.5);
    for (int i = units - 1; i >= 0; --i) {
        const double a = -half + 2 + (i + 0.5) * unit_m;
        add(a + 7, d - 1.5);
        add(a + 7, d);
        add(a + 3, d);
        add(a + 3, d + 1.8);
        add(a - 3, d + 1.8);
        add(a - 3, d);
        add(a - 7, d);
        add(a - 7, d - 1.5);
    }
    add(-half, d - 1.5);
    ring.push_back(ring.front());
    return {ring, {}};
}

// Where the homes of a grid stand: in its cell without a public place, three or four above one another.
std::vector<Site> sites_of(int grid, const BandMesh& mesh) {
    auto site = [&](int row, std::size_t column, double height) {
        const auto& cuts = mesh.bands[static_cast<std::size_t>(row)];
        const double low = row_bottom(row), high = row_bottom(row + 1);
        return Site{(cuts[column].lower + cuts[column + 1].lower) / 200.0, low + height * (high - low)};
    };
    if (grid == 11) return {site(0, 2, 0.24), site(0, 2, 0.70), site(0, 3, 0.58)};
    int row = 0;
    std::size_t column = 0;
    for (int r = 0; r < lattice_rows; ++r)
        for (std::size_t c = 0; c < lattice_columns; ++c)
            if (grid_of_cell[static_cast<std::size_t>(r)][c] == grid) row = r, column = c;
    if (grid == 26) row = 2, column = 8;  // below it the middle school
    if (grid == 27) row = 2, column = 9;  // east of it the kindergarten
    const bool four = grid == 4 || grid == 17 || grid == 25 || grid == 31;
    if (four)
        return {site(row, column, 0.15), site(row, column, 0.39), site(row, column, 0.63),
                site(row, column, 0.86)};
    return {site(row, column, 0.19), site(row, column, 0.56), site(row, column, 0.83)};
}

void add_entrances(SampleTown& town, int building, const Frame& frame, int units) {
    const double half = (units * unit_m + 4) / 2;
    for (int i = 0; i < units; ++i)
        town.entrances.push_back({fmt::format("{}-{}", town.buildings.back().code, i + 1),
                                  fmt::format("{}单元", i + 1), building,
                                  frame.point(-half + 2 + (i + 0.5) * unit_m, slab_depth_m / 2 + 1.8)});
}

// Floors follow from the flats, so that the flats of all buildings add up to the town's.
void set_floors(SampleTown& town, Random& random) {
    constexpr std::array<int, 6> heights{6, 8, 9, 10, 11, 14};
    const std::vector<int> frequency{20, 10, 14, 18, 22, 16};
    std::vector<std::int64_t> weights;
    for (const Building& b : town.buildings)
        weights.push_back(b.units * b.flats_a_floor * heights[random.weighted(frequency)]);
    const auto flats = apportion(target::flats, weights);
    for (std::size_t i = 0; i < flats.size(); ++i) {
        Building& b = town.buildings[i];
        const int a_floor = b.units * b.flats_a_floor;
        b.floors = (static_cast<int>(flats[i]) + a_floor - 1) / a_floor;
        for (int n = 0; n < flats[i]; ++n) {  // numbers and sizes come with add_flats
            Flat flat;
            flat.building = static_cast<int>(i);
            flat.floor = n / a_floor + 1;
            town.flats.push_back(std::move(flat));
        }
    }
}

}  // namespace

void add_buildings(SampleTown& town) {
    Random random = stream(town, "buildings");
    const BandMesh mesh = lattice_of(town);
    std::vector<int> units(109, 2);
    for (std::size_t i = 0; i < 13; ++i) units[i] = 3;
    random.shuffle(units);
    for (int grid = 1; grid <= 35; ++grid) {
        for (const Site& site : sites_of(grid, mesh)) {
            const int index = static_cast<int>(town.buildings.size());
            Building b;
            b.code = fmt::format("{}B{:03d}", part_tag(town), index + 1);
            b.name = fmt::format("{}号楼", index + 1);
            b.kind = "residential";
            b.grid = grid - 1;
            b.address =
                fmt::format("平远新城{}{}号楼",
                            town.communities[static_cast<std::size_t>(
                                                 town.grids[static_cast<std::size_t>(grid - 1)].community)]
                                .name,
                            index + 1);
            b.built_on = fmt::format("2018-{:02d}-{:02d}", random.between(6, 12), random.between(1, 28));
            b.units = units[static_cast<std::size_t>(index)];
            b.flats_a_floor = random.chance(350) ? 2 : 3;
            const Frame frame =
                frame_at(mesh, site.u + random.between(-25, 25) / 10.0,
                         site.v + random.between(-20, 20) / 10.0, random.between(-20, 20) / 1000.0);
            b.footprint = slab(frame, b.units);
            town.buildings.push_back(std::move(b));
            add_entrances(town, index, frame, units[static_cast<std::size_t>(index)]);
        }
    }
    set_floors(town, random);
}

}  // namespace liangdi::sample
