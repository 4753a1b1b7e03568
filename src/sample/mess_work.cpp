#include <algorithm>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

/// A person of an untouched household for whom `fits` holds.
template <class Fits>
int person(Planter& plant, Fits fits) {
    int found = none;
    plant.household([&](int h) {
        for (const int p : plant.members[h])
            if (found == none && plant.town.persons[p].died_on.empty() && fits(p)) found = p;
        return found != none;
    });
    return found;
}

Employment* work_of(SampleTown& town, int person_index) {
    for (Employment& e : town.employments)
        if (e.person == person_index && e.status == "employed" && e.kind == "local" && e.to.empty())
            return &e;
    return nullptr;
}
Enrolment* school_of(SampleTown& town, int person_index, std::string_view stage) {
    for (Enrolment& e : town.enrolments)
        if (e.person == person_index && e.stage == stage && e.to.empty()) return &e;
    return nullptr;
}

void plant_labour(Planter& plant) {
    auto& town = plant.town;
    const auto works = [&](int p) { return work_of(town, p) != nullptr; };
    int p = person(plant, works);
    town.persons[p].died_on = "2024-03-01";
    plant.fault("dead_still_active", "person", town.persons[p].code, "died on 2024-03-01, still at work");

    p = person(plant, [&](int i) { return school_of(town, i, "primary") != nullptr; });
    Employment child = *std::find_if(
        town.employments.begin(), town.employments.end(),
        [](const Employment& e) { return e.status == "employed" && e.kind == "local" && e.to.empty(); });
    child.person = p;
    town.employments.push_back(child);
    plant.fault("labourer_too_young", "person", town.persons[p].code, "a pupil on the list of the employed");

    p = person(plant, works);
    Employment seeking;
    seeking.person = p;
    seeking.status = "seeking";
    seeking.from = "2025-02-01";
    town.employments.push_back(seeking);
    plant.fault("employed_and_seeking", "person", town.persons[p].code, "stands on both lists");
}

void plant_school(Planter& plant) {
    auto& town = plant.town;
    int p = person(plant, [&](int i) {
        return school_of(town, i, "primary") != nullptr && age_of(town.persons[i]) >= 10;
    });
    school_of(town, p, "primary")->stage = "kindergarten";
    plant.fault("pupil_age", "person", town.persons[p].code, "a pupil of ten put into the kindergarten");

    p = person(plant, [&](int i) {
        return school_of(town, i, "primary") != nullptr && age_of(town.persons[i]) >= 10;
    });
    Enrolment second = *school_of(town, p, "primary");
    second.stage = "middle";
    town.enrolments.push_back(second);
    plant.fault("pupil_twice", "person", town.persons[p].code, "at two schools at once");
}

void plant_offices(Planter& plant) {
    auto& town = plant.town;
    const auto worker = std::find_if(town.duties.begin(), town.duties.end(),
                                     [](const Duty& d) { return d.role == "grid_worker" && d.grid == 3; });
    Duty second;
    second.officer = worker->officer;
    second.role = "helping_officer";
    second.from = "2024-01-01";
    second.household = 700;
    town.duties.push_back(second);
    plant.fault("worker_two_duties", "officer", town.officers[second.officer].code,
                "a grid worker who helps a household as a county officer, too");
}

}  // namespace

void plant_work(Planter& plant) {
    plant_labour(plant);
    plant_school(plant);
    plant_offices(plant);
}

}  // namespace liangdi::sample
