#include <fmt/format.h>

#include <algorithm>

#include "sample/parts.hpp"

namespace liangdi::sample {

namespace {

// Deals the households (or contract households) of a group again and again in a new order, so that each
// holds about as much as the others.
class Deck {
  public:
    void add(int item) { items_.push_back(item); }
    bool empty() const { return items_.empty(); }
    int next(Random& random) {
        if (at_ == 0) random.shuffle(items_);
        const int item = items_[at_];
        at_ = (at_ + 1) % items_.size();
        return item;
    }

  private:
    std::vector<int> items_;
    std::size_t at_ = 0;
};

struct Group {
    Deck households, contracts;
};

// A contract household is the family as it was when the land was contracted (1998): sometimes the family that
// moved, sometimes that family together with the relatives who stayed, or two that have divided since.
void add_contract_households(SampleTown& town, Random& random, const std::vector<std::vector<int>>& of_group,
                             std::vector<Group>& groups) {
    for (std::size_t g = 0; g < of_group.size(); ++g) {
        const auto& families = of_group[g];
        for (int n = 0; n < 11; ++n) {
            ContractHousehold c;
            c.village = static_cast<int>(g);
            c.code = fmt::format("{}{:04d}", town.villages[g].code,
                                 families.size() + static_cast<std::size_t>(n) + 1);
            const std::size_t first = random.below(families.size() - 1);
            c.households.push_back(families[first]);
            if (!random.chance(300)) c.households.push_back(families[first + 1]);
            c.name = fmt::format("承包户{}{:02d}", town.villages[g].code.substr(6), n + 1);
            groups[g].contracts.add(static_cast<int>(town.contract_households.size()));
            town.contract_households.push_back(std::move(c));
        }
    }
}

// The denominators and numerators by which a parcel is held; they add up to 1.
const std::vector<std::pair<int, int>>& division(Random& random, bool woodland) {
    static const std::vector<std::vector<std::pair<int, int>>> divisions{
        {{1, 1}},         {{1, 2}, {1, 2}},         {{1, 3}, {1, 3}, {1, 3}},
        {{2, 3}, {1, 3}}, {{1, 4}, {1, 4}, {1, 2}}, {{1, 6}, {1, 3}, {1, 2}}};
    return divisions[random.weighted(woodland ? std::vector<int>{44, 24, 18, 8, 4, 2}
                                              : std::vector<int>{86, 7, 3, 2, 1, 1})];
}

}  // namespace

void add_rights(SampleTown& town) {
    Random random = stream(town, "rights");
    std::vector<std::vector<int>> of_group(town.villages.size());
    std::vector<int> sequence(town.households.size());
    std::vector<Group> groups(town.villages.size());
    for (std::size_t h = 0; h < town.households.size(); ++h) {
        auto& families = of_group[town.households[h].origin];
        families.push_back(static_cast<int>(h));
        sequence[h] = static_cast<int>(families.size());
        // One family in forty came without land: the town's officers look for such cases.
        if (!random.chance(25)) groups[town.households[h].origin].households.add(static_cast<int>(h));
    }
    add_contract_households(town, random, of_group, groups);
    int wood_certificates = 0;
    for (std::size_t i = 0; i < town.parcels.size(); ++i) {
        const Parcel& p = town.parcels[i];
        Group& group = groups[p.village];
        const std::string& village_code = town.villages[p.village].code;
        const bool farmland = p.kind == "farmland", woodland = p.kind == "woodland";
        ParcelRight right;
        right.parcel = static_cast<int>(i);
        right.kind = farmland ? "contract" : "use";
        right.from = farmland ? "2016-11-30" : woodland ? "2009-10-20" : "2013-06-18";
        if (farmland && random.chance(120)) {
            right.contract_household = group.contracts.next(random);
            right.certificate = town.contract_households[right.contract_household].code + "J";
            town.rights.push_back(right);
            continue;
        }
        if (woodland) ++wood_certificates;
        std::vector<int> holders;
        for (const auto& [num, den] :
             p.kind == "homestead" ? std::vector<std::pair<int, int>>{{1, 1}} : division(random, woodland)) {
            do right.household = group.households.next(random);
            while (std::find(holders.begin(), holders.end(), right.household) != holders.end());
            holders.push_back(right.household);
            right.share_num = num;
            right.share_den = den;
            right.certificate = farmland ? fmt::format("{}{:04d}J", village_code, sequence[right.household])
                                : woodland
                                    ? fmt::format("织林证样字{}第{:06d}号", part_tag(town), wood_certificates)
                                    : fmt::format("{}F00010001", p.code);
            town.rights.push_back(right);
        }
    }
}

}  // namespace liangdi::sample
