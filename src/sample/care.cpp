#include <algorithm>

#include "sample/apportion.hpp"
#include "sample/parts.hpp"
#include "sample/people.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

void mark(SampleTown& town, std::vector<int> candidates, const char* group, int count, Random& random) {
    random.shuffle(candidates);
    candidates.resize(static_cast<std::size_t>(count));
    std::sort(candidates.begin(), candidates.end());
    for (int person : candidates) town.markings.push_back({person, group});
}

// Ground floor flats went to families with a disabled member or one of 75 or over: where there is no old
// member, one is disabled. Both are among the town's disabled.
void mark_disabled(SampleTown& town, const std::vector<std::vector<int>>& members, Random& random) {
    std::vector<bool> taken(town.persons.size(), false);
    std::vector<int> disabled;
    for (const Occupancy& o : town.occupancies) {
        if (o.allocation != "ground_floor") continue;
        const auto& family = members[o.household];
        const bool old =
            std::any_of(family.begin(), family.end(), [&](int p) { return age_of(town.persons[p]) >= 75; });
        if (old) continue;
        const int person = random.pick(family);
        taken[person] = true;
        disabled.push_back(person);
    }
    while (static_cast<int>(disabled.size()) < target::disabled) {
        const int person = static_cast<int>(random.below(town.persons.size()));
        const Person& p = town.persons[person];
        if (taken[person] || !town.households[p.household].relocated || age_of(p) < 4) continue;
        taken[person] = true;
        disabled.push_back(person);
    }
    std::sort(disabled.begin(), disabled.end());
    for (int person : disabled) town.markings.push_back({person, "disabled"});
}

// 低保: every household of the scheme at least one person, none more than it has members.
void add_allowances(SampleTown& town, const std::vector<std::vector<int>>& members, Random& random) {
    std::vector<int> households;
    for (int i = 0; i < target::households; ++i) households.push_back(i);
    random.shuffle(households);
    households.resize(target::allowance_households);
    // The published mean, 3.8 persons a household, is below the mean size: most families are covered whole.
    int covered = 0;
    for (int h : households) covered += static_cast<int>(members[h].size());
    for (std::size_t i = 0; covered < target::allowance_persons; ++i) {  // a poor draw of small families
        const int larger = random.between(0, target::households - 1);
        const bool used = std::find(households.begin(), households.end(), larger) != households.end();
        const int gain = static_cast<int>(members[larger].size()) -
                         static_cast<int>(members[households[i % households.size()]].size());
        if (used || gain <= 0) continue;
        households[i % households.size()] = larger;
        covered += gain;
    }
    std::sort(households.begin(), households.end());
    std::vector<int> persons;
    for (int h : households) persons.push_back(static_cast<int>(members[h].size()));
    while (covered > target::allowance_persons) {
        int& n = persons[random.below(persons.size())];
        if (n <= 1) continue;
        --n;
        --covered;
    }
    for (std::size_t i = 0; i < households.size(); ++i)
        town.allowances.push_back({households[i], persons[i]});
}

}  // namespace

void add_care(SampleTown& town) {
    Random random = stream(town, "care");
    const auto members = members_of(town);
    mark_disabled(town, members, random);
    // Old people whose household has nobody else, and children whose parents may work away.
    std::vector<int> alone, children;
    for (int h = 0; h < target::households; ++h) {
        const auto& family = members[h];
        const bool all_old =
            std::all_of(family.begin(), family.end(), [&](int p) { return age_of(town.persons[p]) >= 60; });
        const bool works = town.persons[family.front()].stage == LifeStage::labourer;
        for (int p : family) {
            if (all_old && !works) alone.push_back(p);
            if (is_child(town.persons[p]) && age_of(town.persons[p]) < 16 && family.size() >= 4)
                children.push_back(p);
        }
    }
    mark(town, children, "left_behind_child", target::left_behind_children, random);
    mark(town, alone, "empty_nest_elderly", target::empty_nest_elderly, random);
    add_allowances(town, members, random);
}

}  // namespace liangdi::sample
