#include "store/residence.hpp"

#include <fmt/format.h>

#include "store/held_land.hpp"
#include "store/home_flat.hpp"
#include "store/household_land.hpp"
#include "store/household_parts.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

std::vector<std::int64_t> ids_of(Statement& rows) {
    std::vector<std::int64_t> ids;
    while (rows.step()) ids.push_back(rows.integer(0));
    return ids;
}

void read_members(const Database& db, const std::string& date, land::HouseholdView& view) {
    auto rows =
        db.prepare(fmt::format("SELECT p.id, p.code, p.name, m.relation, n.sex, n.birth_year FROM "
                               "party_member m JOIN party p ON p.id=m.member "
                               "JOIN person n ON n.id=p.id WHERE m.party=?2 AND {} AND (n.died_on IS NULL OR "
                               "n.died_on>?1) ORDER BY m.relation, p.code",
                               in_force("m")));
    rows.bind_all(date, view.id);
    while (rows.step()) {
        view.members.push_back({rows.integer(0), text_of(rows, 1), text_of(rows, 2), text_of(rows, 3),
                                text_of(rows, 4), static_cast<int>(rows.integer(5))});
    }
}

void read_homes(const Database& db, const std::string& date, land::HouseholdView& view) {
    auto rows =
        db.prepare(fmt::format("SELECT o.id, f.id, b.id, o.kind, f.code, b.name, g.name, c.name, "
                               "o.valid_from, o.id={1} FROM occupancy o JOIN flat f ON f.id=o.flat "
                               "JOIN building b ON b.id=f.building LEFT JOIN grid g ON g.id=b.grid LEFT JOIN "
                               "community c ON c.id=g.community "
                               "WHERE o.household=?2 AND {0} ORDER BY o.id={1} DESC, o.kind DESC, f.code",
                               in_force("o"), home_of("?2")));
    rows.bind_all(date, view.id);
    while (rows.step()) {
        view.homes.push_back({rows.integer(0), rows.integer(1), rows.integer(2), text_of(rows, 3),
                              text_of(rows, 4), text_of(rows, 5), text_of(rows, 6), text_of(rows, 7),
                              text_of(rows, 8), rows.integer(9) != 0});
    }
}

}  // namespace

std::unordered_map<std::int64_t, std::int64_t> communities_of_parties(const Database& db,
                                                                      const std::string& date) {
    auto rows =
        db.prepare(fmt::format("SELECT x.party, l.community FROM (SELECT h.id AS party, h.id AS household "
                               "FROM household h UNION ALL "
                               "SELECT n.id, {} FROM person n) x JOIN ({}) l ON l.household=x.household "
                               "WHERE l.community IS NOT NULL",
                               family_of("n.id"), homes()));
    rows.bind(1, date);
    std::unordered_map<std::int64_t, std::int64_t> out;
    while (rows.step()) out.emplace(rows.integer(0), rows.integer(1));
    return out;
}

std::unordered_map<std::int64_t, std::int64_t> communities_of_parties(
    const Database& db, const std::string& date, const std::vector<std::int64_t>& parties) {
    auto rows = db.prepare("SELECT community FROM (" + homes("h.id=" + family_of("?2")) +
                           ") WHERE community IS NOT NULL");
    std::unordered_map<std::int64_t, std::int64_t> out;
    for (const std::int64_t party : parties) {
        rows.bind_all(date, party);
        if (rows.step()) out.emplace(party, rows.integer(0));
        rows.reset();
    }
    return out;
}

std::vector<land::OccupancyRow> occupancies_of(const Database& db, std::int64_t household,
                                               std::int64_t flat) {
    auto rows = db.prepare(
        "SELECT o.id, o.household, o.flat, o.kind, o.valid_from, o.valid_to, p.name, f.code FROM occupancy o "
        "JOIN party "
        "p ON p.id=o.household JOIN flat f ON f.id=o.flat WHERE o.household=?1 OR o.flat=?2 ORDER BY o.id");
    rows.bind_all(household, flat);
    std::vector<land::OccupancyRow> out;
    while (rows.step()) {
        out.push_back({rows.integer(0), rows.integer(1), rows.integer(2), text_of(rows, 3), text_of(rows, 4),
                       text_of(rows, 5), text_of(rows, 6), text_of(rows, 7)});
    }
    return out;
}

std::vector<land::RightRow> rights_on(const Database& db, std::int64_t parcel) {
    auto rows = db.prepare(
        "SELECT r.id, r.parcel, r.party, r.kind, r.valid_from, r.valid_to, r.share_num, r.share_den, p.name "
        "FROM "
        "parcel_right r JOIN party p ON p.id=r.party WHERE r.parcel=?1 ORDER BY r.id");
    rows.bind(1, parcel);
    std::vector<land::RightRow> out;
    while (rows.step()) {
        out.push_back({rows.integer(0),
                       rows.integer(1),
                       rows.integer(2),
                       text_of(rows, 3),
                       text_of(rows, 4),
                       text_of(rows, 5),
                       {rows.integer(6), rows.integer(7)},
                       text_of(rows, 8)});
    }
    return out;
}

std::optional<land::HouseholdView> household_view(const Database& db, std::int64_t household,
                                                  const std::string& date) {
    auto rows = db.prepare(
        "SELECT p.code, p.name, coalesce(v.town,'')||coalesce(v.village,'')||coalesce(v.grp,''), h.moved_on, "
        "h.relocated "
        "FROM household h JOIN party p ON p.id=h.id LEFT JOIN village v ON v.id=h.origin WHERE h.id=?");
    rows.bind(1, household);
    if (!rows.step()) return {};
    land::HouseholdView view;
    view.id = household;
    view.code = rows.text(0);
    view.name = rows.text(1);
    view.origin = rows.text(2);
    view.moved_on = rows.text(3);
    view.relocated = rows.integer(4) != 0;
    read_members(db, date, view);
    read_homes(db, date, view);
    read_household_land(db, date, view);
    read_household_parts(db, date, view);
    return view;
}

std::vector<std::int64_t> households_in_building(const Database& db, std::int64_t building,
                                                 const std::string& date) {
    auto rows =
        db.prepare(fmt::format("SELECT DISTINCT o.household FROM flat f JOIN occupancy o ON o.flat=f.id JOIN "
                               "party p ON p.id=o.household "
                               "WHERE f.building=?2 AND {} ORDER BY p.code",
                               in_force("o")));
    rows.bind_all(date, building);
    return ids_of(rows);
}

std::vector<std::int64_t> households_of_parcel(const Database& db, std::int64_t parcel,
                                               const std::string& date) {
    auto rows = db.prepare(
        fmt::format("WITH holder AS (SELECT r.party FROM parcel_right r WHERE r.parcel=?2 AND {0}) "
                    "SELECT h.id FROM household h WHERE h.id IN (SELECT party FROM holder) "
                    "OR h.id IN (SELECT m.party FROM party_member m WHERE m.member IN (SELECT party FROM "
                    "holder) AND {1}) "
                    "OR h.id IN (SELECT c.member FROM party_member c WHERE c.party IN (SELECT party FROM "
                    "holder) AND {2}) "
                    "OR h.id IN (SELECT m.party FROM party_member c JOIN party_member m ON m.member=c.member "
                    "            WHERE c.party IN (SELECT party FROM holder) AND {1} AND {2}) ORDER BY h.id",
                    in_force("r"), in_force("m"), in_force("c")));
    rows.bind_all(date, parcel);
    return ids_of(rows);
}

}  // namespace liangdi::store
