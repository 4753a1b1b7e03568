#include <algorithm>

#include "land/id_number.hpp"
#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

/// The household's people stop working on that day, so that only the planted fault is one.
void end_work(Planter& plant, int household, const std::string& on) {
    for (Employment& e : plant.town.employments)
        if (plant.town.persons[e.person].household == household && e.to.empty()) e.to = std::max(on, e.from);
    std::erase_if(plant.town.enrolments,
                  [&](const Enrolment& e) { return plant.town.persons[e.person].household == household; });
}

void plant_homes(Planter& plant) {
    auto& town = plant.town;
    std::vector<bool> used(town.flats.size(), false);
    for (const Occupancy& o : town.occupancies) used[o.flat] = true;
    int empty = none;
    for (std::size_t f = 0; f < used.size(); ++f)
        if (!used[f] && f > 700) empty = static_cast<int>(f);
    int h = plant.household();
    town.occupancies.push_back({h, empty, "main", "ordinary", "2021-05-01", ""});
    plant.fault("household_two_main_flats", "household", town.households[h].code,
                "a second main flat, " + town.flats[empty].code);

    h = plant.household();
    const int other = plant.household();
    const int flat = plant.home_of(other).flat;
    plant.home_of(h).flat = flat;
    plant.fault("flat_two_households", "flat", town.flats[flat].code,
                town.households[h].code + " written into the flat of " + town.households[other].code);

    h = plant.household();
    std::erase_if(town.occupancies, [&](const Occupancy& o) { return o.household == h; });
    plant.fault("household_without_flat", "household", town.households[h].code, "its occupancy was left out");

    h = plant.household();
    for (Person& p : town.persons)
        if (p.household == h) p.left_on = "2024-12-31";
    end_work(plant, h, "2024-12-31");
    plant.fault("household_without_members", "household", town.households[h].code,
                "every member written off in 2024, the household kept");

    h = plant.household([&](int i) {
        return std::any_of(town.pairings.begin(), town.pairings.end(),
                           [&](const Pairing& k) { return k.household == i; });
    });
    town.households[h].registered_to = "2024-01-31";
    end_work(plant, h, "2024-01-31");
    plant.fault("occupancy_after_close", "household", town.households[h].code,
                "closed on 2024-01-31, the flat never given back");
    plant.fault("pairing_of_gone", "household", town.households[h].code,
                "the same household is still paired");

    h = plant.household();
    town.households[h].origin = none;
    plant.fault("household_without_origin", "household", town.households[h].code,
                "its village group was left empty");

    h = plant.household();
    const int twin = plant.household();
    town.households[h].code = town.households[twin].code;
    town.households[h].code[town.households[h].code.find('A')] = 'a';
    plant.fault("party_code_twice", "household", town.households[h].code,
                "the code of another household, in a small letter");
}

void plant_persons(Planter& plant) {
    auto& town = plant.town;
    const auto living = [&](int i) { return plant.members[i].size() >= 2; };
    int h = plant.household(living);
    town.persons[plant.members[h][1]].relation = "02";
    plant.fault("household_head", "household", town.households[h].code, "two heads");

    h = plant.household(living);
    const Person& moved = town.persons[plant.members[h][1]];
    const int second = plant.household();
    plant.mess.rows.push_back({"承包方成员.csv",
                               "承包方成员",
                               {{"承包方编码", town.households[second].code}, {"人员编号", moved.code}},
                               {}});
    plant.fault("person_in_two_households", "person", moved.code,
                "a member of " + town.households[h].code + " and of " + town.households[second].code);

    for (Person& p : town.persons) {
        if (p.died_on.empty()) continue;
        if (plant.touched_households.insert(p.household).second && p.code != town.persons.back().code) {
            p.died_on = "1931-05-02";
            plant.fault("person_years", "person", p.code,
                        "died in 1931, born in " + std::to_string(p.birth_year));
            break;
        }
    }
}

void plant_sealed(Planter& plant) {
    auto& town = plant.town;
    const auto adult = [&](int i) { return plant.members[i].size() >= 3; };
    int h = plant.household(adult);
    Person* p = &town.persons[plant.members[h][0]];
    p->id_number.back() = p->id_number.back() == '7' ? '3' : '7';
    plant.fault("sealed_id_number", "person", p->code, "the check character is wrong", nullptr,
                "check --unlock");

    h = plant.household(adult);
    p = &town.persons[plant.members[h][0]];
    p->id_number = town.persons[plant.members[h][1]].id_number;
    plant.fault("sealed_id_twice", "person", p->code, "the number of another member of the family", nullptr,
                "check --unlock");

    h = plant.household(adult);
    p = &town.persons[plant.members[h][0]];
    p->sex = p->sex == "male" ? "female" : "male";
    plant.fault("sealed_id_person", "person", p->code, "the sex does not go with the number", nullptr,
                "check --unlock");
}

}  // namespace

void plant_people(Planter& plant) {
    plant_homes(plant);
    plant_persons(plant);
    plant_sealed(plant);
}

}  // namespace liangdi::sample
