#include <set>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

void plant_terms(Planter& plant) {
    auto& town = plant.town;
    int p = plant.parcel("woodland", true);
    Agreement* a = &plant.agreement_of(p);
    a->to = "2090-12-31";
    plant.fault("agreement_beyond_contract", "use_agreement", a->contract_no,
                "runs to 2090, the contract of its wood ends in 2078");
    p = plant.parcel("farmland", true);
    a = &plant.agreement_of(p);
    a->to = "2099-12-31";
    plant.fault("agreement_beyond_extension", "use_agreement", a->contract_no,
                "runs to 2099, beyond the contract and its 30 years' extension", "agreement_beyond_contract");

    p = plant.parcel("farmland", true);
    Agreement second = plant.agreement_of(p);
    const std::string first = second.contract_no;
    second.contract_no += "-2";
    second.organisation = 0, second.cooperative = none;
    town.agreements.push_back(second);
    plant.fault("agreement_twice", "use_agreement", second.contract_no,
                "the parcel of " + first + " let once more for the same years");

    p = plant.parcel("farmland", true);
    a = &plant.agreement_of(p);
    a->organisation = a->cooperative = none;
    plant.fault("agreement_without_taker", "use_agreement", a->contract_no, "neither lessee nor cooperative");

    p = plant.parcel("farmland", [&](int i) {
        return plant.agreed.count(i) != 0 && plant.agreement_of(i).kind == "lease" &&
               plant.agreement_of(i).to > town.reference_date;
    });
    a = &plant.agreement_of(p);
    a->rent_hundredths = 0;
    plant.fault("agreement_rent_missing", "use_agreement", a->contract_no, "a lease for no rent");

    const auto paid_for = [&](int i) -> Payment* {
        for (Payment& payment : town.payments)
            if (town.agreements[static_cast<std::size_t>(payment.agreement)].parcel == i &&
                payment.paid_hundredths > 0)
                return &payment;
        return nullptr;
    };
    p = plant.parcel("farmland", [&](int i) { return plant.agreed.count(i) != 0 && paid_for(i) != nullptr; });
    Payment* payment = paid_for(p);
    payment->paid_hundredths /= 2;
    plant.fault("payment_overdue", "use_agreement", plant.agreement_of(p).contract_no,
                "of what was due on " + payment->due_on + " half was paid");

    p = plant.parcel("farmland", true);
    a = &plant.agreement_of(p);
    a->area_mu_hundredths = town.parcels[p].registered_hundredths * 3 / 2;
    plant.fault("agreement_area_above_parcel", "use_agreement", a->contract_no,
                "half as much again as the parcel's registered area");
}

void plant_members(Planter& plant) {
    auto& town = plant.town;
    std::set<int> landed;
    for (const Membership& m : town.memberships) landed.insert(m.household);
    const int h = plant.household([&](int i) { return landed.count(i) == 0; });
    Membership member;
    member.cooperative = 0;
    member.household = h;
    member.role = "land";
    member.from = town.cooperatives[0].founded_on;
    member.share_hundredths = 350;
    town.memberships.push_back(member);
    plant.fault("member_without_land", "household", town.households[h].code,
                "put on the list of those who put land in, without any in the block");

    std::string& code = town.cooperatives[4].registration;
    std::swap(code[11], code[17]);
    if (code[11] == code[17]) code[17] = code[17] == '1' ? '2' : '1';
    plant.fault("cooperative_code", "cooperative", town.cooperatives[4].code, "the check character is wrong");
}

}  // namespace

void plant_agreements(Planter& plant) {
    plant_terms(plant);
    plant_members(plant);
}

}  // namespace liangdi::sample
