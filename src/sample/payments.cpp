#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "land/land_deal.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

// Who is paid for a parcel: its holders by their shares, a contract household as one.
using Holders = std::vector<std::vector<const ParcelRight*>>;

Holders holders_of_parcels(const SampleTown& town) {
    Holders out(town.parcels.size());
    for (const ParcelRight& right : town.rights) out[right.parcel].push_back(&right);
    return out;
}

void pay(SampleTown& town, int agreement, const Holders& holders, const char* kind, int year, const char* due,
         Random& random) {
    const Agreement& a = town.agreements[agreement];
    const std::string due_on = fmt::format("{}-{}", year, due);
    if (due_on < a.from || due_on > a.to || a.rent_hundredths == 0) return;
    std::vector<land::Share> shares;
    for (const ParcelRight* right : holders[a.parcel]) shares.push_back({right->share_num, right->share_den});
    const auto parts = land::dealt(a.rent_hundredths, shares);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const ParcelRight& right = *holders[a.parcel][i];
        Payment p;
        p.agreement = agreement;
        p.household = right.household;
        p.contract_household = right.contract_household;
        p.kind = kind;
        p.planned_hundredths = parts[i];
        p.due_on = due_on;
        if (due_on <= target::reference_date) {  // what is due later is open
            p.paid_hundredths = parts[i];
            p.paid_on = fmt::format("{}-{:02d}", due_on.substr(0, 7), random.between(21, 28));
        }
        town.payments.push_back(std::move(p));
    }
}

}  // namespace

// One scan a taker and year holds the contracts that were signed together.
void add_documents(SampleTown& town) {
    std::map<std::string, int> known;
    for (Agreement& a : town.agreements) {
        const std::string taker = a.cooperative != none ? town.cooperatives[a.cooperative].name
                                                        : town.organisations[a.organisation].name;
        const std::string name =
            fmt::format("{}流转合同{}{}.pdf", taker, part_tag(town), a.from.substr(0, 4));
        const auto [at, fresh] = known.try_emplace(name, static_cast<int>(town.documents.size()));
        if (fresh) town.documents.push_back({name, "application/pdf", "合同扫描件（虚构）"});
        a.document = at->second;
    }
}

// The last two years: rents at the end of the year, dividends of a share in June, what was paid for a
// homestead once, in the year of its contract.
void add_payments(SampleTown& town) {
    Random random = stream(town, "payments");
    const Holders holders = holders_of_parcels(town);
    for (std::size_t i = 0; i < town.agreements.size(); ++i) {
        const int agreement = static_cast<int>(i);
        const std::string kind = town.agreements[i].kind;
        if (kind == "reclaim") {
            pay(town, agreement, holders, "compensation", std::stoi(town.agreements[i].from), "12-20",
                random);
            continue;
        }
        const bool dividend = kind == "share";
        for (int year = target::reference_year - 1; year <= target::reference_year; ++year)
            pay(town, agreement, holders, dividend ? "dividend" : "rent", year, dividend ? "06-20" : "12-20",
                random);
    }
}

// The house on the homestead that a family left: it stands, or it was taken down and paid for.
void add_origin_houses(SampleTown& town) {
    Random random = stream(town, "origin houses");
    std::vector<bool> lodging(town.parcels.size(), false);
    for (const Agreement& a : town.agreements)
        if (a.kind == "lodging" && a.to > town.reference_date) lodging[a.parcel] = true;
    for (const ParcelRight& right : town.rights) {
        const Parcel& parcel = town.parcels[right.parcel];
        if (parcel.kind != "homestead" || right.household == none) continue;
        if (!town.households[right.household].relocated) continue;
        OriginHouse house;
        house.parcel = right.parcel;
        house.household = right.household;
        house.area_hundredths = parcel.registered_hundredths * random.between(45, 75) / 100;
        house.state = lodging[right.parcel] || parcel.use_status == "idle" ? "standing"
                      : parcel.use_status == "reclaimed"                   ? "returned_to_farmland"
                                                                           : "demolished";
        const int year = house.state == "standing" ? 2019 : random.between(2020, 2022);
        house.state_on = fmt::format("{}-{:02d}-15", year, random.between(1, 12));
        const int yuan_a_m2 = random.between(38, 52) * 10;
        if (house.state != "standing") house.compensation_hundredths = house.area_hundredths * yuan_a_m2;
        town.origin_houses.push_back(std::move(house));
    }
}

}  // namespace liangdi::sample
