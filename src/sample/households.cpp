#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

// `n` different numbers below `below`, ascending.
std::vector<int> drawn(int n, int below, Random& random) {
    std::vector<int> all(static_cast<std::size_t>(below));
    std::iota(all.begin(), all.end(), 0);
    random.shuffle(all);
    all.resize(static_cast<std::size_t>(n));
    std::sort(all.begin(), all.end());
    return all;
}

// The households of a building come from few groups: each building has its own few origins, so that the
// lines from town to village show a pattern, as they do where whole groups moved together.
int origin_for(int building, const SampleTown& town, Random& random) {
    const int groups = static_cast<int>(town.villages.size());
    const int home = building * groups / target::building_heads;
    if (random.chance(550)) return (home + random.between(0, 2)) % groups;
    return random.between(0, groups - 1);
}

}  // namespace

void add_households(SampleTown& town) {
    Random random = stream(town, "households");
    const auto main_flats = drawn(target::households, target::flats, random);
    std::vector<int> on_first_floor;
    for (int i = 0; i < target::households; ++i)
        if (town.flats[main_flats[i]].floor == 1) on_first_floor.push_back(i);
    random.shuffle(on_first_floor);
    std::vector<bool> ground(target::households, false);
    for (int i = 0; i < target::ground_floor_flats; ++i) ground[on_first_floor[i]] = true;

    for (int i = 0; i < target::households; ++i) {
        const Flat& flat = town.flats[main_flats[i]];
        Household h;
        h.code = fmt::format("520524-A{}-{:04d}", part_tag(town), i + 1);
        h.name = fmt::format("住户{:04d}", i + 1);
        h.origin = origin_for(flat.building, town, random);
        // Moved in by buildings, in four waves.
        constexpr std::array<const char*, 4> waves{"2019-06-18", "2019-08-06", "2019-10-22", "2019-12-10"};
        h.moved_on = waves[flat.building * 4 / target::building_heads];
        town.occupancies.push_back(
            {i, main_flats[i], "main", ground[i] ? "ground_floor" : "ordinary", h.moved_on, ""});
        town.households.push_back(std::move(h));
    }
    for (int i = 0; i < target::stayed_households; ++i) {
        Household h;
        h.code = fmt::format("520524-B{}-{:04d}", part_tag(town), i + 1);
        h.name = fmt::format("邻户{:04d}", i + 1);
        h.relocated = false;
        h.origin = i % static_cast<int>(town.villages.size());
        town.households.push_back(std::move(h));
    }
}

}  // namespace liangdi::sample
