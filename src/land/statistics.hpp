#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "land/land_deal.hpp"

/// What a town counts about its places: families, people, work, land. Pure sums that make up its figures.
namespace liangdi::land {

enum class StatisticsLevel { community, grid, building, group };
std::string_view to_text(StatisticsLevel level);  ///< "community"

struct FamilyFacts {
    std::int64_t id = 0, building = 0, grid = 0, community = 0, group = 0;  ///< 0: not registered
    std::int64_t persons = 0, labourers = 0, employed = 0;
    std::map<std::string, std::int64_t> groups;  ///< members by sealed group; empty while locked
};

struct PlaceSums {
    std::int64_t households = 0, persons = 0, labour_households = 0, labourers = 0, employed = 0;
    std::map<std::string, std::int64_t> groups;
    /// Parcel kind -> use -> 亩 of what the families hold there or, of a village group, in it.
    std::map<std::string, std::map<std::string, std::int64_t>> mu_hundredths;
    void add(const PlaceSums& other);
    friend bool operator==(const PlaceSums&, const PlaceSums&) = default;
};

/// Place -> its sums; 0 for what belongs to none. `land`: the rows that the families' holdings come from.
std::map<std::int64_t, PlaceSums> place_sums(StatisticsLevel level, const std::vector<FamilyFacts>& families,
                                             const HeldLand& land);

}  // namespace liangdi::land
