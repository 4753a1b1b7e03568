#include <algorithm>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

void plant_codes(Planter& plant) {
    auto& parcels = plant.town.parcels;
    int a = plant.parcel("homestead");
    const int b = plant.parcel("homestead");
    parcels[b].code = parcels[a].code;
    parcels[b].code.replace(12, 2, "jc");
    plant.fault("parcel_code_twice", "parcel", parcels[b].code, "the code of another plot, in small letters");

    a = plant.parcel("farmland");
    parcels[a].code.pop_back();
    plant.fault("parcel_code_form", "parcel", parcels[a].code, "the last digit is lost");

    a = plant.parcel("farmland");
    parcels[a].land_class = "0301";
    plant.fault("land_class_against_kind", "parcel", parcels[a].code, "contracted farmland classed as wood");
    a = plant.parcel("homestead");
    parcels[a].land_class = "0103";
    plant.fault("land_class_against_kind", "parcel", parcels[a].code, "a homestead classed as dry land");

    auto& village = plant.town.villages[33];
    village.code.pop_back();
    plant.fault("village_code_form", "village", village.code, "13 digits instead of 14");
}

// The first two change a published total: the parcels are under agreements.
void plant_areas(Planter& plant) {
    auto& parcels = plant.town.parcels;
    int a = plant.parcel("farmland", true);
    parcels[a].registered_hundredths *= 10;
    plant.fault("area_far_from_measured", "parcel", parcels[a].code,
                "the decimal point slipped: ten times too large");
    a = plant.parcel("woodland", true);
    parcels[a].registered_hundredths = parcels[a].registered_hundredths * 2000 / 3;
    plant.fault("area_in_wrong_unit", "parcel", parcels[a].code, "m2 written into the column of mu");
    a = plant.parcel("farmland");
    parcels[a].registered_hundredths = 0;
    plant.fault("parcel_without_area", "parcel", parcels[a].code, "0 where the certificate was not at hand");
}

void plant_shares(Planter& plant) {
    auto& town = plant.town;
    const auto shared = [&](int i) {
        const auto rights = std::count_if(town.rights.begin(), town.rights.end(),
                                          [&](const ParcelRight& r) { return r.parcel == i; });
        return rights >= 2;
    };
    int a = plant.parcel("woodland", shared);
    plant.right_of(a).share_den *= 3;
    plant.fault("shares_not_one", "parcel", town.parcels[a].code, "the first share divided by three");
    a = plant.parcel("woodland", shared);
    plant.right_of(a).share_num = 1, plant.right_of(a).share_den = 1;
    plant.fault("shares_above_one", "parcel", town.parcels[a].code, "one of several holders has the whole",
                "shares_not_one");

    a = plant.parcel("farmland");
    std::erase_if(town.rights, [&](const ParcelRight& r) { return r.parcel == a; });
    plant.fault("parcel_without_right", "parcel", town.parcels[a].code, "its right was left out");
}

void plant_holders(Planter& plant) {
    auto& town = plant.town;
    const int a = plant.parcel("homestead"), b = plant.parcel("homestead", [&](int i) {
        return plant.right_of(i).household != plant.right_of(a).household && plant.agreed.count(i) == 0;
    });
    plant.right_of(b).certificate = plant.right_of(a).certificate;
    plant.fault(
        "certificate_twice", "parcel_right", plant.right_of(a).certificate,
        "the certificate of " + town.parcels[a].code + " stands with " + town.parcels[b].code + ", too");

    int gone = none, dead = none;
    for (std::size_t h = 0; h < town.households.size(); ++h)
        if (!town.households[h].registered_to.empty()) gone = static_cast<int>(h);
    for (std::size_t p = 0; p < town.persons.size() && dead == none; ++p)
        if (!town.persons[p].died_on.empty()) dead = static_cast<int>(p);
    int c = plant.parcel("farmland");
    plant.right_of(c).household = none, plant.right_of(c).contract_household = none;
    plant.right_of(c).person = dead;
    plant.fault("holder_dead", "parcel", town.parcels[c].code,
                "held by " + town.persons[dead].code + ", who has died");
    c = plant.parcel(
        "farmland", [&](int i) { return plant.right_of(i).household != none && plant.agreed.count(i) == 0; });
    plant.right_of(c).household = gone;
    plant.fault(
        "holder_gone", "parcel", town.parcels[c].code,
        "held by " + town.households[gone].code + ", closed on " + town.households[gone].registered_to);
    c = plant.parcel(
        "farmland", [&](int i) { return plant.right_of(i).household != none && plant.agreed.count(i) == 0; });
    plant.right_of(c).household = gone;
    plant.right_of(c).from = "2024-09-01";
    plant.fault(
        "right_before_holder", "parcel", town.parcels[c].code,
        "the right begins on 2024-09-01, its holder was closed on " + town.households[gone].registered_to);
}

}  // namespace

void plant_land(Planter& plant) {
    plant_codes(plant);
    plant_areas(plant);
    plant_shares(plant);
    plant_holders(plant);
}

}  // namespace liangdi::sample
