#include "land/ground_floor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <tuple>

namespace liangdi::land {

namespace {

constexpr int aged_from = 75;

bool is_marked(const SealedFields& fields, std::string_view group) {
    const auto found = fields.find("markings");
    if (found == fields.end()) return false;
    std::istringstream list(found->second);
    for (std::string mark; std::getline(list, mark, ',');)
        if (mark == group) return true;
    return false;
}

bool may_be_aged(const FamilyMember& member, Date on) {
    if (member.birth_year <= 0) return false;
    const auto day = member.fields.find("birth_day");
    if (day != member.fields.end()) {
        if (const auto born = parse_iso_date(fmt::format("{:04d}-{}", member.birth_year, day->second)))
            return age_on(*born, on) >= aged_from;
    }
    return static_cast<int>(on.year()) - member.birth_year >= aged_from;
}

bool moves_with_difficulty(const SealedFields& fields) {
    constexpr std::array<std::string_view, 7> words{"行动不便", "肢体", "瘫", "偏瘫", "轮椅", "卧床", "失能"};
    const auto health = fields.find("health");
    return health != fields.end() && std::ranges::any_of(words, [&](std::string_view word) {
               return health->second.find(word) != std::string::npos;
           });
}

std::optional<Nearness> nearness_of(const HousePlace& from, const HousePlace& to) {
    if (from.building == to.building) return Nearness::building;
    if (from.grid != 0 && from.grid == to.grid) return Nearness::grid;
    if (from.community != 0 && from.community == to.community) return Nearness::community;
    return {};
}

}  // namespace

std::string_view to_text(MovingNeed need) {
    constexpr std::array<std::string_view, 3> names{"disabled", "aged", "mobility"};
    return names.at(static_cast<std::size_t>(need));
}

std::string_view to_text(Nearness nearness) {
    constexpr std::array<std::string_view, 3> names{"building", "grid", "community"};
    return names.at(static_cast<std::size_t>(nearness));
}

std::vector<MovingNeed> moving_needs(const std::vector<FamilyMember>& members, Date on) {
    bool disabled = false, aged = false, mobility = false;
    for (const auto& member : members) {
        disabled = disabled || is_marked(member.fields, "disabled");
        aged = aged || may_be_aged(member, on);
        mobility = mobility || moves_with_difficulty(member.fields);
    }
    std::vector<MovingNeed> needs;
    if (disabled) needs.push_back(MovingNeed::disabled);
    if (aged) needs.push_back(MovingNeed::aged);
    if (mobility) needs.push_back(MovingNeed::mobility);
    return needs;
}

std::vector<GroundFloorCase> ground_floor_cases(std::vector<FamilyHome> families,
                                                std::vector<FreeFlat> free) {
    std::erase_if(families,
                  [](const FamilyHome& family) { return family.needs.empty() || family.floor <= 1; });
    std::ranges::sort(families, {}, [](const FamilyHome& family) {
        return std::tuple(-family.floor, -static_cast<int>(family.needs.size()), family.household);
    });
    std::vector<GroundFloorCase> cases;
    for (auto& family : families) {
        using Rank = std::tuple<bool, Nearness, double, std::int64_t, std::int64_t>;
        std::optional<Rank> best;
        std::size_t chosen = 0;
        Nearness nearness = Nearness::building;
        for (std::size_t i = 0; i < free.size(); ++i) {
            const FreeFlat& flat = free[i];
            const auto near = nearness_of(family.place, flat.place);
            if (!near || flat.floor < 1 || flat.floor >= family.floor) continue;
            const double metres = std::hypot(flat.place.x - family.place.x, flat.place.y - family.place.y);
            const bool above = flat.floor > 1;
            // On the ground the way counts, above it the floor.
            const Rank rank{above, *near, above ? static_cast<double>(flat.floor) : metres,
                            above ? static_cast<std::int64_t>(metres) : flat.floor, flat.id};
            if (best && *best <= rank) continue;
            best = rank;
            chosen = i;
            nearness = *near;
        }
        GroundFloorCase found{std::move(family), {}};
        if (best) {
            found.suggestion = FlatSuggestion{free[chosen], nearness};
            free.erase(free.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        cases.push_back(std::move(found));
    }
    return cases;
}

}  // namespace liangdi::land
