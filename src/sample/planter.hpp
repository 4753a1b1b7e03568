#pragma once

#include <set>
#include <string>

#include "geo/geometry.hpp"
#include "sample/mess.hpp"
#include "sample/people.hpp"

namespace liangdi::sample {

/// Picks victims for faults so that no row suffers two, and writes down what was done.
class Planter {
  public:
    Planter(SampleTown& t, Mess& m) : town(t), mess(m), members(members_of(t)) {
        for (const Marking& mark : t.markings) touched_households.insert(t.persons[mark.person].household);
        for (const Allowance& a : t.allowances) touched_households.insert(a.household);
        for (const Officer& o : t.officers)
            if (o.person != none) touched_households.insert(t.persons[o.person].household);
        for (const Business& b : t.businesses) touched_households.insert(t.persons[b.owner].household);
        for (const Attendance& a : t.attendances) touched_households.insert(t.persons[a.person].household);
        for (const Agreement& a : t.agreements) agreed.insert(a.parcel);
    }

    /// A fault that `liangdi check` finds.
    void fault(const char* kind, const char* table, const std::string& code, std::string done,
               const char* rule = nullptr, const char* finder = "check") {
        mess.faults.push_back(
            {kind, table, code, std::move(done), finder, std::string("check.") + (rule ? rule : kind), {}});
    }

    /// The next parcel of a kind for which `fits(index)` holds.
    template <class Fits>
    int parcel(std::string_view kind, Fits fits) {
        for (std::size_t i = 37; i < town.parcels.size(); ++i) {
            const int index = static_cast<int>(i);
            if (town.parcels[i].kind != kind || touched_parcels.count(index) != 0 || !fits(index)) continue;
            touched_parcels.insert(index);
            return index;
        }
        return none;  // the town always has one; a test holds it
    }
    int parcel(std::string_view kind, bool with_agreement = false) {
        return parcel(kind, [&](int i) { return (agreed.count(i) != 0) == with_agreement; });
    }
    /// The next relocated household without marks, allowance, office, shop or course, for which `fits` holds.
    template <class Fits>
    int household(Fits fits) {
        for (std::size_t h = 60; h < town.households.size(); ++h) {
            const int index = static_cast<int>(h);
            if (!town.households[h].relocated || !town.households[h].registered_to.empty() ||
                touched_households.count(index) != 0 || !fits(index))
                continue;
            touched_households.insert(index);
            return index;
        }
        return none;
    }
    int household() {
        return household([](int) { return true; });
    }
    /// The right that stands first for a parcel.
    ParcelRight& right_of(int parcel_index) {
        for (ParcelRight& r : town.rights)
            if (r.parcel == parcel_index) return r;
        return town.rights.front();
    }
    Agreement& agreement_of(int parcel_index) {
        for (Agreement& a : town.agreements)
            if (a.parcel == parcel_index) return a;
        return town.agreements.front();
    }
    Occupancy& home_of(int household_index) {
        for (Occupancy& o : town.occupancies)
            if (o.household == household_index && o.kind == "main") return o;
        return town.occupancies.front();
    }

    SampleTown& town;
    Mess& mess;
    std::vector<std::vector<int>> members;
    std::set<int> touched_parcels, touched_households, agreed;
};

void plant_shapes(Planter& plant);      ///< overlaps, gaps, slivers, parcels elsewhere
void plant_land(Planter& plant);        ///< codes, areas, rights
void plant_agreements(Planter& plant);  ///< agreements, cooperatives
void plant_town(Planter& plant);        ///< buildings, grids, flats
void plant_people(Planter& plant);      ///< households, persons, sealed values
void plant_work(Planter& plant);        ///< work, school, offices
void plant_lists(Planter& plant);       ///< rows of lists kept by hand
void plant_foreign(Planter& plant);     ///< shapes written by another program
void plant_sources(Planter& plant);     ///< rows that the import refuses

}  // namespace liangdi::sample
