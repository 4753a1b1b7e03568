#include "sample/people.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "catch.hpp"
#include "land/date.hpp"
#include "land/id_number.hpp"
#include "towns.hpp"

using namespace liangdi;
using namespace liangdi::sample;

TEST_CASE("identity numbers are valid, fit birth and sex, and none occurs twice") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2)));
    std::set<std::string> seen;
    for (const Person& p : town.persons) {
        CAPTURE(p.code);
        REQUIRE(land::id_number_defect(p.id_number) == land::IdNumberDefect::none);
        CHECK(p.id_number.substr(0, 4) == "5299");  // an area code that does not exist
        CHECK(seen.insert(p.id_number).second);
        CHECK(land::is_male_by_id_number(p.id_number) == (p.sex == "male"));
        const auto birth = land::birth_date_of_id_number(p.id_number);
        REQUIRE(birth);
        CHECK(int(birth->year()) == p.birth_year);
        if (!p.phone.empty()) CHECK((p.phone.size() == 11 && p.phone.starts_with("100")));
    }
}

TEST_CASE("ages fit what the persons do") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3)));
    for (const Enrolment& e : town.enrolments) {
        if (!e.to.empty()) continue;
        const int age = age_of(town.persons[e.person]);
        if (e.stage == "kindergarten") CHECK((age >= 3 && age <= 5));
        if (e.stage == "primary") CHECK((age >= 6 && age <= 11));
        if (e.stage == "middle") CHECK((age >= 12 && age <= 14));
        CHECK(e.from <= town.reference_date);
    }
    for (const Employment& e : town.employments)
        CHECK((age_of(town.persons[e.person]) >= 18 && age_of(town.persons[e.person]) <= 60));
    for (const Marking& m : town.markings) {
        const int age = age_of(town.persons[m.person]);
        if (m.group == "left_behind_child") CHECK(age < 16);
        if (m.group == "empty_nest_elderly") CHECK(age >= 60);
    }
}

TEST_CASE("households have one head and one main flat, ground floors go to those who need them") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3)));
    const auto members = members_of(town);
    std::vector<int> main_flats(town.households.size()), taken(town.flats.size());
    std::set<int> disabled;
    for (const Marking& m : town.markings)
        if (m.group == "disabled") disabled.insert(m.person);
    for (const Occupancy& o : town.occupancies) {
        if (!o.to.empty()) continue;
        CHECK(++taken[o.flat] == 1);
        if (o.kind == "main") ++main_flats[o.household];
        if (o.kind == "additional") CHECK(members[o.household].size() >= 7);
        if (o.allocation != "ground_floor") continue;
        CHECK(town.flats[o.flat].floor == 1);
        CHECK(std::any_of(members[o.household].begin(), members[o.household].end(),
                          [&](int p) { return disabled.count(p) != 0 || age_of(town.persons[p]) >= 75; }));
    }
    for (std::size_t h = 0; h < town.households.size(); ++h) {
        const Household& household = town.households[h];
        if (!household.relocated || !household.registered_to.empty()) continue;
        CHECK(main_flats[h] == 1);
        CHECK(std::count_if(members[h].begin(), members[h].end(),
                            [&](int p) { return town.persons[p].relation == "02"; }) == 1);
    }
    for (const Allowance& a : town.allowances)
        CHECK((a.persons >= 1 && a.persons <= static_cast<int>(members[a.household].size())));
}

TEST_CASE("children are younger than the head of their household") {
    const SampleTown& town = tests::town_of_seed(1);
    const auto members = members_of(town);
    for (std::size_t h = 0; h < town.households.size(); ++h) {
        const int head = age_of(town.persons[members[h].front()]);
        for (int p : members[h]) {
            const Person& person = town.persons[p];
            if (person.relation == "20" || person.relation == "30") CHECK(age_of(person) <= head - 17);
            if (person.relation == "51" || person.relation == "52") CHECK(age_of(person) >= head + 15);
        }
    }
}

TEST_CASE("offices are filled as published") {
    const SampleTown& town = tests::town_of_seed(static_cast<std::uint64_t>(GENERATE(1, 2, 3, 4, 5)));
    std::map<int, std::set<std::string>> roles;
    std::map<int, int> grids_of, workers_of_grid, heads_of_building;
    for (const Duty& d : town.duties) {
        roles[d.officer].insert(d.role);
        if (d.role == "grid_worker") ++grids_of[d.officer], ++workers_of_grid[d.grid];
        if (d.role == "building_head") ++heads_of_building[d.building];
    }
    int heads = 0, cadres = 0;
    for (const auto& [officer, held] : roles) {
        if (held.count("party_member") + held.count("delegate") == 0) continue;
        heads += held.count("building_head") != 0;
        cadres += held.count("cadre") != 0;
    }
    CHECK(heads == 8);
    CHECK(cadres == 3);
    for (const auto& [officer, n] : grids_of) CHECK((n == 2 || n == 3));
    CHECK(workers_of_grid.size() == 35);
    for (const auto& [grid, n] : workers_of_grid) CHECK(n == 1);
    CHECK(heads_of_building.size() == 109);
    for (const auto& [building, n] : heads_of_building) {
        CHECK(n == 1);
        CHECK(town.buildings[building].kind == "residential");
    }
}
