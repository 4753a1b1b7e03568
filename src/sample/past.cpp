#include <fmt/format.h>

#include "sample/codes.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

// What a register keeps although it no longer counts: the dead, families that have left, flats given back.
void add_past(SampleTown& town) {
    Random random = stream(town, "past");
    auto person = [&](int household, int nth, int age) {
        const Household& h = town.households[household];
        Person p;
        const bool male = random.chance(500);
        p.code = fmt::format("{}-{}", h.code, nth);
        p.name = fmt::format("{}{}-{}", h.relocated ? "甲" : "乙", h.code.substr(h.code.size() - 4), nth);
        p.sex = male ? "male" : "female";
        p.education = "primary";
        p.birth_year = target::reference_year - age;
        p.birth_month = 11 + random.between(0, 1);  // the living of the sample are born before November
        p.birth_day = random.between(1, 28);
        p.id_number = id_number(town.params.part, p.birth_year, p.birth_month, p.birth_day,
                                static_cast<int>(town.persons.size() % 400) + 1, male);
        p.household = household;
        p.relation = nth == 1 ? "02" : "97";
        town.persons.push_back(p);
    };
    for (int i = 0; i < 40; ++i) {
        person(i * 120 + 7, 10, random.between(72, 95));
        town.persons.back().died_on = fmt::format("{}-{:02d}-{:02d}", random.between(2020, 2024),
                                                  random.between(1, 12), random.between(1, 28));
    }
    std::vector<bool> used(town.flats.size(), false);
    for (const Occupancy& o : town.occupancies) used[o.flat] = true;
    int left = 0;
    for (std::size_t f = 0; f < town.flats.size() && left < 12; f += 3) {
        if (used[f]) continue;
        const std::string end = fmt::format("2023-{:02d}-28", ++left);
        Household h;
        h.code = fmt::format("520524-A{}-{:04d}", part_tag(town), target::households + left);
        h.name = fmt::format("住户{:04d}", target::households + left);
        h.origin = left;
        h.moved_on = "2019-06-18";
        h.registered_to = end;
        const int household = static_cast<int>(town.households.size());
        town.households.push_back(std::move(h));
        town.occupancies.push_back({household, static_cast<int>(f), "main", "ordinary", "2019-06-18", end});
        for (int k = 1; k <= 2; ++k) {
            person(household, k, random.between(30, 60));
            town.persons.back().left_on = end;
        }
    }
}

}  // namespace liangdi::sample
