#include "sample/figures.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "land/date.hpp"

namespace liangdi::sample {

namespace {

class Counter {
  public:
    explicit Counter(const SampleTown& town) : town_(town) {}

    bool active(std::string_view from, std::string_view to) const {
        return land::is_active(from, to, town_.reference_date);
    }
    bool counted(const Household& h) const {
        return h.relocated && (h.registered_to.empty() || active("", h.registered_to));
    }
    bool member(const Person& p) const {
        const bool alive = p.died_on.empty() || p.died_on > town_.reference_date;
        return alive && active("", p.left_on) && counted(town_.households[p.household]);
    }
    int officers(std::string_view role) const {
        std::set<int> distinct;
        for (const Duty& d : town_.duties)
            if (d.role == role && active(d.from, d.to)) distinct.insert(d.officer);
        return static_cast<int>(distinct.size());
    }
    int marked(std::string_view group) const {
        std::set<int> distinct;
        for (const Marking& m : town_.markings)
            if (m.group == group && member(town_.persons[m.person])) distinct.insert(m.person);
        return static_cast<int>(distinct.size());
    }
    std::int64_t revitalised(std::string_view kind) const {
        std::set<int> parcels;
        for (const Agreement& a : town_.agreements)
            if (town_.parcels[a.parcel].kind == kind && active(a.from, a.to)) parcels.insert(a.parcel);
        std::int64_t sum = 0;
        for (int p : parcels) sum += town_.parcels[p].registered_hundredths;
        return sum;
    }
    int pupils(std::string_view stage) const {
        return static_cast<int>(
            std::count_if(town_.enrolments.begin(), town_.enrolments.end(),
                          [&](const Enrolment& e) { return e.stage == stage && active(e.from, e.to); }));
    }

  private:
    const SampleTown& town_;
};

void count_town(const SampleTown& town, const Counter& counter, land::Figures& f) {
    auto residential = [&](int b) { return town.buildings[b].kind == "residential"; };
    f.communities = static_cast<int>(town.communities.size());
    f.grids = static_cast<int>(town.grids.size());
    for (std::size_t b = 0; b < town.buildings.size(); ++b) f.buildings += residential(static_cast<int>(b));
    for (const Flat& flat : town.flats) f.flats += residential(flat.building);
    for (const Facility& facility : town.facilities) f.clinics += facility.kind == "clinic";
    std::set<int> ground;
    for (const Occupancy& o : town.occupancies)
        if (o.allocation == "ground_floor" && town.flats[o.flat].floor == 1 && counter.active(o.from, o.to))
            ground.insert(o.flat);
    f.ground_floor_flats_allocated = static_cast<int>(ground.size());
}

void count_people(const SampleTown& town, const Counter& counter, land::Figures& f) {
    for (const Household& h : town.households) f.households += counter.counted(h);
    for (const Person& p : town.persons) f.persons += counter.member(p);
    std::set<int> households, working, labourers, employed, trained, owners;
    for (const Employment& e : town.employments) {
        if (!counter.active(e.from, e.to)) continue;
        const int household = town.persons[e.person].household;
        labourers.insert(e.person);
        households.insert(household);
        f.special_posts += e.kind == "special_post";
        if (e.status != "employed") continue;
        employed.insert(e.person);
        working.insert(household);
    }
    f.labourers = static_cast<int>(labourers.size());
    f.employed = static_cast<int>(employed.size());
    f.labour_households = static_cast<int>(households.size());
    f.zero_employment_households = static_cast<int>(households.size() - working.size());
    for (const Attendance& a : town.attendances) trained.insert(a.person);
    for (const Business& b : town.businesses)
        if (counter.active(b.from, b.to)) owners.insert(b.owner);
    f.training_courses = static_cast<int>(town.courses.size());
    f.persons_trained = static_cast<int>(trained.size());
    f.residents_in_business = static_cast<int>(owners.size());
    for (const Allowance& a : town.allowances) {
        f.urban_allowance_households += a.persons > 0;
        f.urban_allowance_persons += a.persons;
    }
}

}  // namespace

land::Figures expected_figures(const SampleTown& town) {
    const Counter counter(town);
    land::Figures f;
    count_town(town, counter, f);
    count_people(town, counter, f);
    f.grid_workers = counter.officers("grid_worker");
    f.building_heads = counter.officers("building_head");
    f.party_members = counter.officers("party_member");
    f.delegates = counter.officers("delegate");
    f.party_groups = static_cast<int>(town.party_groups.size());
    f.left_behind_children = counter.marked("left_behind_child");
    f.empty_nest_elderly = counter.marked("empty_nest_elderly");
    f.disabled = counter.marked("disabled");
    f.homestead_revitalised_m2_hundredths = counter.revitalised("homestead");
    f.woodland_revitalised_mu_hundredths = counter.revitalised("woodland");
    f.farmland_revitalised_mu_hundredths = counter.revitalised("farmland");
    std::set<int> farming;
    for (const Membership& m : town.memberships)
        if (m.role == "farms" && counter.active(m.from, "")) farming.insert(m.household);
    f.cooperative_households = static_cast<int>(farming.size());
    f.pupils_kindergarten = counter.pupils("kindergarten");
    f.pupils_primary = counter.pupils("primary");
    f.pupils_middle = counter.pupils("middle");
    return f;
}

}  // namespace liangdi::sample
