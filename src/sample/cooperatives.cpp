#include <map>
#include <set>

#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

// Whoever has land in the block has put it in; five families of each cooperative also farm it.
void add_memberships(SampleTown& town) {
    Random random = stream(town, "memberships");
    std::map<int, int> cooperative_of;  // parcel -> cooperative
    for (const Agreement& a : town.agreements)
        if (a.cooperative != none) cooperative_of[a.parcel] = a.cooperative;
    std::vector<std::map<int, std::int64_t>> land(
        town.cooperatives.size());  // household -> hundredths of a mu
    for (const ParcelRight& r : town.rights) {
        const auto it = cooperative_of.find(r.parcel);
        if (it == cooperative_of.end() || r.household == none) continue;
        land[it->second][r.household] +=
            town.parcels[r.parcel].registered_hundredths * r.share_num / r.share_den;
    }
    std::set<int> farming;  // nobody farms in two cooperatives
    const int each = target::farming_households / static_cast<int>(town.cooperatives.size());
    for (std::size_t c = 0; c < land.size(); ++c) {
        const std::string from = town.cooperatives[c].founded_on;
        std::vector<int> families;
        for (const auto& [household, area] : land[c]) {
            town.memberships.push_back({static_cast<int>(c), household, "land", from, area});
            if (farming.count(household) == 0) families.push_back(household);
        }
        random.shuffle(families);
        for (int i = 0; i < each; ++i) {
            farming.insert(families[i]);
            town.memberships.push_back({static_cast<int>(c), families[i], "farms", from, 0});
        }
    }
}

}  // namespace liangdi::sample
