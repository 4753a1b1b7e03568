#include "store/household_parts.hpp"

#include <fmt/format.h>

#include "store/held_land.hpp"
#include "store/home_flat.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

using land::HouseholdView;

Statement of_household(const Database& db, const std::string& sql, const std::string& date,
                       const HouseholdView& view) {
    auto rows = db.prepare(sql);
    rows.bind_all(date, view.id);
    return rows;
}

/// Calls `take` for each row of `sql`, whose ?2 is a member, for each member.
template <class Take>
void of_members(const Database& db, const std::string& sql, const std::string& date,
                const HouseholdView& view, Take take) {
    auto rows = db.prepare(sql);
    for (const auto& member : view.members) {
        rows.reset();
        rows.bind_all(date, member.id);
        while (rows.step()) take(member.name, rows);
    }
}

void read_people(const Database& db, const std::string& date, HouseholdView& view) {
    of_members(
        db,
        fmt::format("SELECT status, kind, employer, place, valid_from, valid_to FROM employment e WHERE "
                    "e.person=?2 AND {} ORDER BY e.status, e.valid_from DESC, e.id",
                    in_force("e")),
        date, view, [&](const std::string& name, const Statement& row) {
            view.works.push_back({name, text_of(row, 0), text_of(row, 1), text_of(row, 2), text_of(row, 3),
                                  text_of(row, 4), text_of(row, 5)});
        });
    of_members(
        db,
        "SELECT t.name, t.skill, coalesce(t.held_to,t.held_from), a.result FROM training_attendance a JOIN "
        "training t ON t.id=a.training WHERE a.person=?2 AND ?1 IS NOT NULL ORDER BY 3 DESC, a.id",
        date, view, [&](const std::string& name, const Statement& row) {
            view.trainings.push_back(
                {name, text_of(row, 0), text_of(row, 1), text_of(row, 2), text_of(row, 3)});
        });
    of_members(
        db,
        fmt::format("SELECT e.stage, e.grade, f.name, e.valid_from FROM enrolment e LEFT JOIN facility f ON "
                    "f.id=e.facility WHERE e.person=?2 AND {} ORDER BY e.id",
                    in_force("e")),
        date, view, [&](const std::string& name, const Statement& row) {
            view.pupils.push_back({name, text_of(row, 0), text_of(row, 1), text_of(row, 2), text_of(row, 3)});
        });
    const std::string businesses = fmt::format(
        "SELECT b.name, b.kind, b.address, b.valid_from FROM business b WHERE b.owner=?2 AND {} ORDER BY "
        "b.code, b.id",
        in_force("b"));
    const auto take = [&](const std::string& name, const Statement& row) {
        view.businesses.push_back({text_of(row, 0), text_of(row, 1), name, text_of(row, 2), text_of(row, 3)});
    };
    of_members(db, businesses, date, view, take);
    auto own = of_household(db, businesses, date, view);
    while (own.step()) take(view.name, own);
}

void read_property(const Database& db, const std::string& date, HouseholdView& view) {
    auto member_of = of_household(
        db,
        fmt::format(
            "SELECT p.name, m.role, m.valid_from, m.share_hundredths FROM membership m JOIN party p ON "
            "p.id=m.cooperative WHERE m.party IN ({}) AND {} ORDER BY p.code, m.role, m.id",
            holding_parties(), in_force("m")),
        date, view);
    while (member_of.step())
        view.memberships.push_back(
            {text_of(member_of, 0), text_of(member_of, 1), text_of(member_of, 2), number_of(member_of, 3)});
    auto houses =
        of_household(db,
                     "SELECT p.code, o.state, o.state_on, o.area_hundredths, o.compensation_hundredths FROM "
                     "origin_house o LEFT "
                     "JOIN parcel p ON p.id=o.parcel WHERE o.household=?2 AND ?1 IS NOT NULL ORDER BY o.id",
                     date, view);
    while (houses.step())
        view.houses.push_back({text_of(houses, 0), text_of(houses, 1), text_of(houses, 2),
                               number_of(houses, 3), number_of(houses, 4)});
}

void read_chains(const Database& db, const std::string& date, HouseholdView& view) {
    const std::string in = in_force("d");
    const std::string rank =
        "CASE d.role WHEN 'contact_leader' THEN 0 WHEN 'county_office' THEN 0 WHEN 'cadre' THEN 1 WHEN "
        "'origin_town' "
        "THEN 1 WHEN 'grid_worker' THEN 2 WHEN 'origin_village' THEN 2 ELSE 3 END";
    // Each branch goes by the index of its scope.
    const auto duties = [&](const char* scope, const std::string& where, const char* roles,
                            const char* words) {
        return fmt::format(
            "SELECT d.role, w.name, w.unit, w.post, {3}, {4}, d.id FROM duty d JOIN officer w ON "
            "w.id=d.officer WHERE d.{0} IN ({1}) AND d.role IN ({2}) AND {5}",
            scope, where, roles, words, rank, in);
    };
    const std::string home = fmt::format(
        " FROM occupancy o JOIN flat f ON f.id=o.flat JOIN building b ON b.id=f.building LEFT JOIN grid g ON "
        "g.id=b.grid WHERE o.id={}",
        home_of("?2"));
    const char* across = "'contact_leader','cadre','grid_worker','building_head'";
    const char* down = "'county_office','origin_town','origin_village','helping_officer'";
    const auto read = [&](const std::string& sql, std::vector<HouseholdView::Duty>& into) {
        auto rows = of_household(db, sql + " ORDER BY 6, 7", date, view);
        while (rows.step())
            into.push_back(
                {text_of(rows, 0), text_of(rows, 1), text_of(rows, 2), text_of(rows, 3), text_of(rows, 4)});
    };
    const std::string also = " UNION ALL ";
    read(duties("community", "SELECT g.community" + home, across,
                "(SELECT name FROM community WHERE id=d.community)") +
             also +
             duties("grid", "SELECT b.grid" + home, across, "(SELECT name FROM grid WHERE id=d.grid)") +
             also +
             duties("building", "SELECT f.building" + home, across,
                    "(SELECT name FROM building WHERE id=d.building)") +
             also + duties("household", "?2", across, "NULL"),
         view.town_chain);
    read(duties("village", "SELECT origin FROM household WHERE id=?2", down,
                "(SELECT coalesce(town,'')||coalesce(village,'')||coalesce(grp,'') FROM village WHERE "
                "id=d.village)") +
             also + duties("household", "?2", down, "NULL") +
             fmt::format(
                 " UNION ALL SELECT 'pairing', w.name, w.unit, w.post, NULL, 4, d.id FROM pairing d JOIN "
                 "officer w ON w.id=d.officer WHERE d.household=?2 AND {}",
                 in),
         view.origin_chain);
}

/// Edits, undos and redos of the rows that make the household up. What gave a row its id is found by the
/// blocks of ids, what changed it later by the touches.
void read_history(const Database& db, HouseholdView& view) {
    auto rows = db.prepare(
        "WITH mine(tab, id) AS (SELECT 'party', ?1 UNION ALL SELECT 'household', ?1 "
        "UNION ALL SELECT 'party', member FROM party_member WHERE party=?1 "
        "UNION ALL SELECT 'person', member FROM party_member WHERE party=?1 "
        "UNION ALL SELECT 'party_member', id FROM party_member WHERE party=?1 "
        "UNION ALL SELECT 'occupancy', id FROM occupancy WHERE household=?1 "
        "UNION ALL SELECT 'parcel_right', id FROM parcel_right WHERE party=?1 "
        "UNION ALL SELECT 'payment', id FROM payment WHERE party=?1 "
        "UNION ALL SELECT 'membership', id FROM membership WHERE party=?1), "
        "root(seq) AS (SELECT t.seq FROM mine m JOIN touch t ON t.tab=m.tab AND t.pk=m.id "
        "UNION SELECT h.seq FROM history h WHERE h.kind='edit' AND h.id_first>0 AND EXISTS (SELECT 1 FROM "
        "mine m "
        "WHERE m.id BETWEEN h.id_first AND h.id_last)) "
        "SELECT h.seq, h.at, h.actor, h.why, h.kind FROM root r JOIN history h ON h.root=r.seq ORDER BY "
        "h.seq DESC "
        "LIMIT 50");
    rows.bind(1, view.id);
    while (rows.step())
        view.history.push_back(
            {rows.integer(0), text_of(rows, 1), text_of(rows, 2), text_of(rows, 3), text_of(rows, 4)});
}

}  // namespace

void read_household_parts(const Database& db, const std::string& date, HouseholdView& view) {
    read_people(db, date, view);
    read_property(db, date, view);
    read_chains(db, date, view);
    read_history(db, view);
}

}  // namespace liangdi::store
