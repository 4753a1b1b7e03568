#include "sample/parts.hpp"
#include "sample/people.hpp"

namespace liangdi::sample {

// Families of seven and more got a second flat in their building, as long as there were any.
void add_additional_flats(SampleTown& town) {
    const auto members = members_of(town);
    std::vector<bool> used(town.flats.size(), false);
    std::vector<std::vector<int>> large(town.buildings.size());
    for (const Occupancy& o : town.occupancies) {
        used[o.flat] = true;
        if (members[o.household].size() >= 7) large[town.flats[o.flat].building].push_back(o.household);
    }
    for (std::size_t f = 0; f < town.flats.size(); ++f) {
        auto& waiting = large[town.flats[f].building];
        if (used[f] || waiting.empty()) continue;
        const int h = waiting.back();
        waiting.pop_back();
        town.occupancies.push_back(
            {h, static_cast<int>(f), "additional", "ordinary", town.households[h].moved_on, ""});
    }
}

}  // namespace liangdi::sample
