#include "store/held_land.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "land/flows.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

const std::string& holding_parties() {
    // A contract household is a group party (LADM LA_GroupParty): its members are persons, seldom households.
    static const std::string sql = fmt::format(
        "SELECT ?2 AS party UNION SELECT m.member FROM party_member m WHERE m.party=?2 AND {0} "
        "UNION SELECT c.party FROM party_member c JOIN party p ON p.id=c.party WHERE c.member=?2 AND "
        "p.kind='contract_household' AND {1} "
        "UNION SELECT c.party FROM party_member m JOIN party_member c ON c.member=m.member JOIN party p ON "
        "p.id=c.party WHERE m.party=?2 AND p.kind='contract_household' AND {0} AND {1}",
        in_force("m"), in_force("c"));
    return sql;
}

std::string family_of(std::string_view member) {
    return fmt::format(
        "coalesce((SELECT w.id FROM household w WHERE w.id={0}), (SELECT i.party FROM party_member i JOIN "
        "household w ON w.id=i.party WHERE i.member={0} AND {1} ORDER BY CASE WHEN {2} THEN 0 ELSE 1 END, "
        "i.party LIMIT 1))",
        member, in_force("i"), relocated_in_force("w"));
}

HeldLandReader::HeldLandReader(const Database& db, std::string date)
    : date_(std::move(date)),
      rights_of_(db.prepare(fmt::format("SELECT r.parcel FROM parcel_right r WHERE {} AND r.party IN ({})",
                                        in_force("r"), holding_parties()))),
      parcel_(db.prepare(
          fmt::format("SELECT p.village, p.kind, p.use_status, count(u.id), "
                      "coalesce(sum(u.cooperative IS NOT NULL),0), coalesce(sum(u.kind='reclaim'),0), "
                      "coalesce(sum(CASE WHEN u.area_hundredths IS NULL AND u.id IS NOT NULL THEN 1 ELSE 0 "
                      "END),0), coalesce(sum(CASE WHEN u.unit='m2' THEN u.area_hundredths END),0), "
                      "coalesce(sum(CASE WHEN u.unit='mu' THEN u.area_hundredths END),0) "
                      "FROM parcel p LEFT JOIN use_agreement u ON u.parcel=p.id AND {} WHERE p.id=?2 GROUP "
                      "BY p.id",
                      in_force("u")))),
      area_(db.prepare("SELECT unit, sum(value_hundredths) FROM area_record WHERE parcel=? AND "
                       "kind='registered' GROUP BY unit")),
      rights_on_(db.prepare(fmt::format("SELECT r.id, r.party, r.kind, r.share_num, r.share_den FROM "
                                        "parcel_right r WHERE r.parcel=?2 AND {} ORDER BY r.id",
                                        in_force("r")))),
      party_(db.prepare("SELECT p.kind, " + family_of("p.id") + " FROM party p WHERE p.id=?2 AND ?1=?1")),
      members_(db.prepare(fmt::format(
          "SELECT m.member, m.share_num, m.share_den, {} FROM party_member m LEFT JOIN person n ON "
          "n.id=m.member WHERE m.party=?2 AND {} AND (n.died_on IS NULL OR n.died_on>?1) ORDER BY m.id",
          family_of("m.member"), in_force("m")))) {}

void HeldLandReader::add_land_of(std::int64_t household) {
    rights_of_.bind_all(date_, household);
    std::vector<std::int64_t> found;
    while (rights_of_.step()) found.push_back(rights_of_.integer(0));
    rights_of_.reset();
    for (const auto parcel : found) add_parcel(parcel);
}

void HeldLandReader::add_parcel(std::int64_t id) {
    if (!parcels_.insert(id).second) return;
    parcel_.bind_all(date_, id);
    if (!parcel_.step()) {
        parcel_.reset();
        return;
    }
    land::HeldParcel parcel{id, parcel_.integer(0), std::string(parcel_.text(1)), {}, {}, 0};
    const std::int64_t agreements = parcel_.integer(3), reclaimed = parcel_.integer(5);
    parcel.status = land::status_of_land(parcel_.text(2), parcel_.integer(4) > 0, agreements > 0,
                                         reclaimed == agreements);
    const bool whole = parcel_.integer(6) > 0;
    const std::int64_t covered_m2 = parcel_.integer(7), covered_mu = parcel_.integer(8);
    parcel_.reset();
    read_area(parcel);
    const std::int64_t covered = parcel.registered.unit == land::AreaUnit::m2 ? covered_m2 : covered_mu;
    parcel.covered_hundredths =
        whole ? parcel.registered.hundredths : std::min(covered, parcel.registered.hundredths);
    land.parcels.push_back(std::move(parcel));
    add_rights_on(id);
}

/// The issued values of the kind's own unit, as the figures of the town count them; else of the other.
void HeldLandReader::read_area(land::HeldParcel& parcel) {
    const auto usual = parcel.kind == "homestead" ? land::AreaUnit::m2 : land::AreaUnit::mu;
    area_.bind(1, parcel.id);
    bool found = false;
    while (area_.step()) {
        const auto unit = land::area_unit(area_.text(0)).value_or(usual);
        if (found && unit != usual) continue;
        parcel.registered = {area_.integer(1), unit};
        found = true;
    }
    area_.reset();
    if (!found) parcel.registered.unit = usual;
}

void HeldLandReader::add_rights_on(std::int64_t parcel) {
    rights_on_.bind_all(date_, parcel);
    std::vector<std::int64_t> parties;
    while (rights_on_.step()) {
        land.rights.push_back({rights_on_.integer(0),
                               parcel,
                               rights_on_.integer(1),
                               std::string(rights_on_.text(2)),
                               {rights_on_.integer(3), rights_on_.integer(4)}});
        parties.push_back(rights_on_.integer(1));
    }
    rights_on_.reset();
    for (const auto party : parties) add_party(party);
}

void HeldLandReader::add_party(std::int64_t id) {
    if (!parties_.insert(id).second) return;
    party_.bind_all(date_, id);
    const bool known = party_.step();
    const std::string kind = known ? std::string(party_.text(0)) : std::string();
    const std::int64_t family = known && (kind == "household" || kind == "person") ? party_.integer(1) : 0;
    party_.reset();
    if (kind == "contract_household") {
        add_members(id);
    } else {
        land.parties.push_back({id, family, {1, 1}});
    }
}

/// The living members' own shares where all are registered; else each has as much as the others.
void HeldLandReader::add_members(std::int64_t party) {
    members_.bind_all(date_, party);
    std::vector<land::PartyPart> parts, even;
    std::set<std::int64_t> persons;
    bool shares = true;
    while (members_.step()) {
        shares = shares && !members_.is_null(1) && !members_.is_null(2);
        parts.push_back({party, members_.integer(3), {members_.integer(1), members_.integer(2)}});
        if (persons.insert(members_.integer(0)).second) even.push_back(parts.back());
    }
    members_.reset();
    if (even.empty()) even.push_back({party, 0, {1, 1}});
    for (auto& part : even) part.part = {1, static_cast<std::int64_t>(even.size())};
    const auto& counted = shares && even.size() > 1 ? parts : even;
    land.parties.insert(land.parties.end(), counted.begin(), counted.end());
}

}  // namespace liangdi::store
