#include "land/statistics.hpp"

#include <array>
#include <unordered_map>

namespace liangdi::land {

std::string_view to_text(StatisticsLevel level) {
    constexpr std::array<std::string_view, 4> names{"community", "grid", "building", "group"};
    return names.at(static_cast<std::size_t>(level));
}

void PlaceSums::add(const PlaceSums& other) {
    households += other.households;
    persons += other.persons;
    labour_households += other.labour_households;
    labourers += other.labourers;
    employed += other.employed;
    for (const auto& [group, n] : other.groups) groups[group] += n;
    for (const auto& [kind, uses] : other.mu_hundredths)
        for (const auto& [use, mu] : uses) mu_hundredths[kind][use] += mu;
}

std::map<std::int64_t, PlaceSums> place_sums(StatisticsLevel level, const std::vector<FamilyFacts>& families,
                                             const HeldLand& land) {
    const auto place_of = [level](const FamilyFacts& family) {
        switch (level) {
            case StatisticsLevel::community:
                return family.community;
            case StatisticsLevel::grid:
                return family.grid;
            case StatisticsLevel::building:
                return family.building;
            case StatisticsLevel::group:
                return family.group;
        }
        return std::int64_t{0};
    };
    std::map<std::int64_t, PlaceSums> out;
    std::unordered_map<std::int64_t, std::int64_t> home;
    for (const auto& family : families) {
        home[family.id] = place_of(family);
        PlaceSums one{1, family.persons, family.labourers > 0 ? 1 : 0, family.labourers, family.employed, {},
                      {}};
        one.groups = family.groups;
        out[place_of(family)].add(one);
    }
    std::unordered_map<std::int64_t, const HeldParcel*> parcels;
    for (const auto& parcel : land.parcels) parcels[parcel.id] = &parcel;
    for (const auto& holding : holdings(land)) {
        const auto family = home.find(holding.household);
        if (family == home.end()) continue;
        const HeldParcel& parcel = *parcels.at(holding.parcel);
        const std::int64_t place = level == StatisticsLevel::group ? parcel.group : family->second;
        out[place].mu_hundredths[parcel.kind][parcel.status] += holding.mu_hundredths;
    }
    return out;
}

}  // namespace liangdi::land
