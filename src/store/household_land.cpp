#include "store/household_land.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "store/held_land.hpp"
#include "store/parcel_use.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

using land::HouseholdView;

/// The parcels of one family with the way that each is dealt.
class FamilyLand {
  public:
    FamilyLand(const Database& db, const std::string& date, std::int64_t household) : household_(household) {
        HeldLandReader reader(db, date);
        reader.add_land_of(household);
        deals_ = land::deals_of(reader.land);
        for (auto& parcel : reader.land.parcels) parcels_.emplace(parcel.id, std::move(parcel));
    }

    /// What of the right in `land` is counted for the family, and why.
    void count(HouseholdView::Land& land) const {
        const land::HeldParcel& parcel = parcels_.at(land.parcel);
        const land::LandDeal& deal = deals_.at(land.parcel);
        land.registered_hundredths = parcel.registered.hundredths;
        land.unit = land::to_text(parcel.registered.unit);
        const auto holder = std::ranges::find(deal.holders, land.right, &land::LandDeal::Holder::right);
        if (holder == deal.holders.end()) {
            land.count = land::LandCount::derived;
            return;
        }
        land.families = static_cast<std::int64_t>(holder->families.size());
        const auto family =
            std::ranges::find(holder->families, household_, &land::LandDeal::Family::household);
        land.count = family == holder->families.end() ? land::LandCount::elsewhere
                     : land.families > 1              ? land::LandCount::part
                                                      : land::LandCount::whole;
        if (family != holder->families.end()) land.part = family->part;
        for (const auto& part : dealt_parts(parcel.registered.hundredths, deal)) {
            if (part.right != land.right) continue;
            land.holder_hundredths += part.hundredths;
            if (part.household == household_) land.own_hundredths += part.hundredths;
        }
        for (const auto& part : dealt_parts(parcel.covered_hundredths, deal))
            if (part.right == land.right && part.household == household_)
                land.revitalised_hundredths += part.hundredths;
    }

    /// Of a sum that a whole parcel brings, what is counted for the family.
    std::int64_t own_of(std::int64_t parcel, std::int64_t total) const {
        std::int64_t own = 0;
        for (const auto& part : dealt_parts(total, deals_.at(parcel)))
            if (part.household == household_) own += part.hundredths;
        return own;
    }

  private:
    std::int64_t household_;
    std::unordered_map<std::int64_t, land::HeldParcel> parcels_;
    std::unordered_map<std::int64_t, land::LandDeal> deals_;
};

void read_lands(const Database& db, const std::string& date, const FamilyLand& family, HouseholdView& view) {
    auto rows = db.prepare(fmt::format(
        "SELECT r.id, p.id, p.kind, p.code, coalesce(v.village,'')||coalesce(v.grp,''), r.kind, "
        "r.certificate, {1}, CASE WHEN r.party<>?2 THEN h.name END, r.share_num, r.share_den, "
        "EXISTS (SELECT 1 FROM area_record a WHERE a.parcel=p.id AND a.kind='registered') "
        "FROM parcel_right r JOIN parcel p ON p.id=r.parcel JOIN party h ON h.id=r.party LEFT JOIN village v "
        "ON v.id=p.village WHERE r.party IN ({0}) AND {2} ORDER BY CASE p.kind WHEN 'homestead' THEN 0 WHEN "
        "'woodland' THEN 1 ELSE 2 END, p.code, r.id",
        holding_parties(), status_of_parcel("p"), in_force("r")));
    rows.bind_all(date, view.id);
    while (rows.step()) {
        HouseholdView::Land land;
        land.right = rows.integer(0);
        land.parcel = rows.integer(1);
        land.kind = rows.text(2);
        land.code = rows.text(3);
        land.village = rows.text(4);
        land.right_kind = rows.text(5);
        land.certificate = rows.text(6);
        land.status = rows.text(7);
        land.holder = rows.text(8);
        land.share = {rows.integer(9), rows.integer(10)};
        family.count(land);
        if (rows.integer(11) == 0) land.unit.clear();
        view.lands.push_back(std::move(land));
    }
}

void read_agreements(const Database& db, const std::string& date, const FamilyLand& family,
                     HouseholdView& view) {
    auto rows = db.prepare(fmt::format(
        "SELECT a.id, a.kind, a.contract_no, l.name, a.valid_from, a.valid_to, a.area_hundredths, a.unit, "
        "a.rent_hundredths, {}, d.name, d.media_type, d.personal, d.note FROM use_agreement a LEFT JOIN "
        "party l ON l.id=coalesce(a.lessee,a.cooperative) LEFT JOIN document d ON d.id=a.document WHERE "
        "a.parcel=?2 ORDER BY a.valid_from DESC, a.id",
        in_force("a")));
    std::vector<std::int64_t> seen;
    for (const auto& land : view.lands) {
        if (std::ranges::find(seen, land.parcel) != seen.end()) continue;  // held by two kinds of right
        seen.push_back(land.parcel);
        rows.reset();
        rows.bind_all(date, land.parcel);
        while (rows.step()) {
            HouseholdView::Agreement agreement{rows.integer(0),     land.parcel,
                                               land.kind,           land.code,
                                               text_of(rows, 1),    text_of(rows, 2),
                                               text_of(rows, 3),    text_of(rows, 4),
                                               text_of(rows, 5),    text_of(rows, 10),
                                               number_of(rows, 6),  text_of(rows, 7),
                                               number_of(rows, 8),  {},
                                               rows.integer(9) != 0};
            if (agreement.rent_hundredths)
                agreement.own_rent_hundredths = family.own_of(land.parcel, *agreement.rent_hundredths);
            view.agreements.push_back(std::move(agreement));
            if (!rows.is_null(10))
                view.documents.push_back({text_of(rows, 10), text_of(rows, 11), text_of(rows, 2),
                                          text_of(rows, 13), rows.integer(12) != 0});
        }
    }
}

void read_payments(const Database& db, const std::string& date, HouseholdView& view) {
    // A contract household of several families: it has a member who is counted in another one.
    auto rows = db.prepare(fmt::format(
        "SELECT m.kind, a.contract_no, CASE WHEN m.party<>?2 THEN p.name END, m.due_on, m.paid_on, m.note, "
        "m.planned_hundredths, m.paid_hundredths, p.kind='contract_household' AND EXISTS (SELECT 1 FROM "
        "party_member c LEFT JOIN person n ON n.id=c.member WHERE c.party=p.id AND {1} AND (n.died_on IS "
        "NULL OR "
        "n.died_on>?1) AND {2} IS NOT ?2) FROM payment m JOIN party p ON "
        "p.id=m.party LEFT JOIN use_agreement a ON a.id=m.agreement WHERE m.party IN ({0}) ORDER BY "
        "coalesce(m.due_on,m.paid_on) DESC, m.id DESC",
        holding_parties(), in_force("c"), family_of("c.member")));
    rows.bind_all(date, view.id);
    while (rows.step())
        view.payments.push_back({text_of(rows, 0), text_of(rows, 1), text_of(rows, 2), text_of(rows, 3),
                                 text_of(rows, 4), text_of(rows, 5), number_of(rows, 6), number_of(rows, 7),
                                 rows.integer(8) != 0});
}

}  // namespace

void read_household_land(const Database& db, const std::string& date, HouseholdView& view) {
    const FamilyLand family(db, date, view.id);
    read_lands(db, date, family, view);
    read_agreements(db, date, family, view);
    read_payments(db, date, view);
}

}  // namespace liangdi::store
