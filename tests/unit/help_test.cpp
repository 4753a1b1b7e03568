// Who should live on the ground floor, and who helps whom.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "land/ground_floor.hpp"
#include "land/pairing.hpp"

using namespace liangdi::land;

namespace {

const Date today{std::chrono::year{2025}, std::chrono::month{11}, std::chrono::day{25}};

std::vector<MovingNeed> needs_of(std::int64_t birth_year, SealedFields fields) {
    return moving_needs({{birth_year, std::move(fields)}}, today);
}

FamilyHome family(std::int64_t id, HousePlace place, std::int64_t floor) {
    return {id, place, floor, {MovingNeed::aged}};
}

std::int64_t spread(const std::vector<HelperLoad>& loads) {
    return loads.front().households - loads.back().households;
}

}  // namespace

TEST_CASE("difficulty in moving is what the file knows of it", "[land][help]") {
    CHECK(needs_of(1990, {}).empty());
    CHECK(needs_of(1990, {{"markings", "left_behind_child"}}).empty());
    CHECK(needs_of(1990, {{"markings", "left_behind_child,disabled"}}) == std::vector{MovingNeed::disabled});
    CHECK(needs_of(1990, {{"health", "下肢肢体残疾"}}) == std::vector{MovingNeed::mobility});
    CHECK(needs_of(1990, {{"health", "高血压"}}).empty());
    // 75 on the day: the birthday decides where it is known, else the year.
    CHECK(needs_of(1950, {{"birth_day", "11-25"}}) == std::vector{MovingNeed::aged});
    CHECK(needs_of(1950, {{"birth_day", "11-26"}}).empty());
    CHECK(needs_of(1950, {}) == std::vector{MovingNeed::aged});
    CHECK(needs_of(1951, {}).empty());
    CHECK(needs_of(0, {}).empty());
}

TEST_CASE("the nearest free flat on the ground, each once; else the lowest below", "[land][help]") {
    const HousePlace here{1, 10, 100, 0, 0}, next{2, 10, 100, 50, 0}, far{3, 10, 100, 400, 0},
        other_grid{4, 11, 100, 20, 0}, other_community{5, 20, 200, 10, 0};
    const std::vector<FreeFlat> free{{901, 1, "far", far},         {902, 1, "next", next},
                                     {903, 1, "grid", other_grid}, {904, 1, "away", other_community},
                                     {905, 3, "low", here},        {906, 6, "high", here}};
    const auto cases =
        ground_floor_cases({family(1, here, 9), family(2, here, 8), family(3, here, 7), family(4, here, 6),
                            family(5, here, 5), family(6, here, 1), family(7, here, 2)},
                           free);
    const auto flat_of = [&](std::int64_t household) {
        const auto found =
            std::ranges::find_if(cases, [&](const auto& one) { return one.family.household == household; });
        return found != cases.end() && found->suggestion ? found->suggestion->flat.code : std::string();
    };
    CHECK(cases.size() == 6);  // who lives on the ground floor is no case
    CHECK(flat_of(1) == "next");
    CHECK(flat_of(2) == "far");
    CHECK(flat_of(3) == "grid");
    CHECK(flat_of(4) == "low");  // below their own floor
    CHECK(flat_of(5).empty());   // nothing lower is left; another community is too far
    CHECK(flat_of(7).empty());
    CHECK(cases[0].suggestion->nearness == Nearness::grid);
    CHECK(cases[2].suggestion->nearness == Nearness::community);
    CHECK(cases[3].suggestion->nearness == Nearness::building);
    auto healthy = family(8, here, 9);
    healthy.needs.clear();
    CHECK(ground_floor_cases({healthy}, free).empty());
}

TEST_CASE("handing over evens the load and takes no helper away from anybody", "[land][help]") {
    std::mt19937 random(5);
    const auto upto = [&](int n) {
        return std::int64_t{std::uniform_int_distribution<int>(0, n - 1)(random)};
    };
    for (int run = 0; run < 60; ++run) {
        std::vector<Helper> helpers;
        for (std::int64_t i = 0; i < 2 + upto(12); ++i)
            helpers.push_back({i + 1, run % 2 ? 0 : 1 + upto(3), "h"});
        std::vector<Pairing> pairings;
        std::set<std::pair<std::int64_t, std::int64_t>> known;
        for (std::int64_t i = 0; i < 60; ++i) {
            const std::int64_t household = 100 + upto(40);
            const std::int64_t officer = 1 + upto(static_cast<int>(helpers.size())) / 2;
            if (!known.insert({officer, household}).second) continue;
            pairings.push_back({1000 + i, officer, household, 1 + household % 3, "H"});
        }
        const auto handovers = balanced(helpers, pairings);
        auto after = pairings;
        for (const auto& handover : handovers) {
            auto& pairing = *std::ranges::find(after, handover.pairing.id, &Pairing::id);
            CHECK(pairing.officer == handover.from.officer);
            CHECK((handover.to.community == 0 || handover.to.community == pairing.community));
            pairing.officer = handover.to.officer;
        }
        std::map<std::int64_t, std::multiset<std::int64_t>> before_of, after_of;
        std::set<std::pair<std::int64_t, std::int64_t>> distinct;
        for (const auto& pairing : pairings) before_of[pairing.household].insert(1);
        for (const auto& pairing : after) {
            after_of[pairing.household].insert(1);
            CHECK(distinct.insert({pairing.officer, pairing.household}).second);
        }
        CHECK(before_of == after_of);
        CHECK(spread(helper_loads(helpers, after)) <= spread(helper_loads(helpers, pairings)));
        CHECK(balanced(helpers, after).empty());
        if (run % 2) CHECK(spread(helper_loads(helpers, after)) <= 1 + (handovers.empty() ? 60 : 0));
    }
}

TEST_CASE("a handover ends the old pairing the day before and begins the new one", "[land][help]") {
    const Handover handover{{7, 1, 100, 0, "H1"}, {1, 0, "甲"}, {2, 0, "乙"}};
    const Edit edit = handover_edit({handover}, "2025-03-01", {"tester", "even", {}});
    REQUIRE(edit.changes.size() == 2);
    const auto& ended = std::get<Update>(edit.changes[0]);
    CHECK(ended.table == "pairing");
    CHECK(std::get<std::string>(ended.cells[0].after) == "2025-02-28");
    const auto& begun = std::get<Insert>(edit.changes[1]);
    CHECK(std::get<std::int64_t>(begun.cells[0].value) == 2);
    CHECK(std::get<std::string>(begun.cells[2].value) == "2025-03-01");
    CHECK_THROWS_AS(handover_edit({handover}, "2025-02-30", {}), liangdi::Error);
}
