#include <fmt/format.h>

#include <array>

#include "sample/parts.hpp"

namespace liangdi::sample {

void add_flats(SampleTown& town) {
    Random random = stream(town, "flats");
    std::vector<int> first_entrance(town.buildings.size(), none);
    for (std::size_t e = town.entrances.size(); e-- > 0;)
        first_entrance[static_cast<std::size_t>(town.entrances[e].building)] = static_cast<int>(e);
    int building = none, floor = 0, n = 0, of_building = 0;
    for (Flat& flat : town.flats) {
        if (flat.building != building) of_building = 0;
        if (flat.building != building || flat.floor != floor) n = 0;
        building = flat.building;
        floor = flat.floor;
        const Building& b = town.buildings[static_cast<std::size_t>(building)];
        const int unit = n / b.flats_a_floor, door = n % b.flats_a_floor + 1;
        flat.entrance = first_entrance[static_cast<std::size_t>(building)] + unit;
        flat.number = fmt::format("{}{:02d}", floor, door);
        flat.code = fmt::format("{}-{}-{}{:02d}", b.code, unit + 1, floor, door);
        // GB/T 37346: parcel of the block (state-owned building land) + F + building 4 + flat 4.
        flat.unit_number = fmt::format("520524{:03d}{:03d}GB{:05d}F{:04d}{:04d}", 700 + town.params.part,
                                       town.grids[static_cast<std::size_t>(b.grid)].community + 1, b.grid + 1,
                                       building + 1, ++of_building);
        constexpr std::array<int, 4> sizes_m2{60, 80, 100, 120};
        const std::size_t size = random.weighted({8, 26, 38, 28});
        flat.rooms = static_cast<int>(size) + 1;
        flat.area_hundredths = sizes_m2[size] * 100 + random.between(-180, 180);
        ++n;
    }
}

}  // namespace liangdi::sample
