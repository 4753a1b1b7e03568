#include "store/help_rows.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "store/home_flat.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

const std::string relocated = relocated_in_force("h");
const std::string living = "(n.died_on IS NULL OR n.died_on>?1)";

}  // namespace

std::vector<land::FamilyFacts> family_facts(const Database& db, const std::string& date) {
    std::vector<land::FamilyFacts> out;
    std::map<std::int64_t, std::size_t> at;
    auto rows =
        db.prepare("SELECT household, origin, building, grid, community FROM (" + homes(relocated) + ")");
    rows.bind(1, date);
    while (rows.step()) {
        at[rows.integer(0)] = out.size();
        land::FamilyFacts family;
        family.id = rows.integer(0);
        family.group = rows.integer(1);
        family.building = rows.integer(2);
        family.grid = rows.integer(3);
        family.community = rows.integer(4);
        out.push_back(std::move(family));
    }
    auto persons = db.prepare(fmt::format(
        "SELECT m.party, count(DISTINCT m.member) FROM household h JOIN party_member m ON m.party=h.id "
        "JOIN person n ON n.id=m.member WHERE {} AND {} AND {} GROUP BY m.party",
        relocated, in_force("m"), living));
    persons.bind(1, date);
    while (persons.step())
        if (const auto i = at.find(persons.integer(0)); i != at.end())
            out[i->second].persons = persons.integer(1);
    // As the figures of the town count labour: a person once, employed where one row in force says so.
    auto labour = db.prepare(fmt::format(
        "SELECT household, count(*), sum(employed) FROM (SELECT m.party AS household, e.person, "
        "max(e.status='employed') AS employed FROM employment e JOIN party_member m ON m.member=e.person AND "
        "{} "
        "JOIN household h ON h.id=m.party WHERE {} AND {} GROUP BY m.party, e.person) GROUP BY household",
        in_force("m"), in_force("e"), relocated));
    labour.bind(1, date);
    while (labour.step()) {
        const auto i = at.find(labour.integer(0));
        if (i == at.end()) continue;
        out[i->second].labourers = labour.integer(1);
        out[i->second].employed = labour.integer(2);
    }
    return out;
}

void each_sealed_member(const Database& db, const std::string& date, std::int64_t building,
                        const std::function<void(const SealedMember&)>& visit) {
    const std::string there =
        building == 0 ? std::string()
                      : fmt::format(" AND h.id IN (SELECT household FROM ({}))", homes_in_building());
    auto rows = db.prepare(fmt::format(
        "SELECT h.id, n.id, n.birth_year, (SELECT s.body FROM sealed s WHERE s.party=n.id ORDER BY "
        "s.id LIMIT 1) FROM household h JOIN party_member m ON m.party=h.id JOIN person n ON "
        "n.id=m.member WHERE {} AND {} AND {}{} ORDER BY h.id, n.id",
        relocated, in_force("m"), living, there));
    rows.bind(1, date);
    if (building != 0) rows.bind(2, building);
    while (rows.step()) {
        SealedMember member{rows.integer(0), rows.integer(1), rows.integer(2), {}};
        if (!rows.is_null(3)) {
            const auto body = rows.blob(3);
            member.body.assign(body.begin(), body.end());
        }
        visit(member);
    }
}

std::vector<land::FamilyHome> family_homes(const Database& db, const std::string& date) {
    auto rows = db.prepare(fmt::format(
        "SELECT o.household, min(f.floor), f.building, b.grid, g.community FROM household h JOIN occupancy o "
        "ON "
        "o.household=h.id JOIN flat f ON f.id=o.flat JOIN building b ON b.id=f.building LEFT JOIN grid g ON "
        "g.id=b.grid WHERE {} AND {} AND f.floor IS NOT NULL GROUP BY o.household ORDER BY o.household",
        relocated, in_force("o")));
    rows.bind(1, date);
    std::vector<land::FamilyHome> out;
    while (rows.step())
        out.push_back({rows.integer(0),
                       {rows.integer(2), rows.integer(3), rows.integer(4), 0, 0},
                       rows.integer(1),
                       {}});
    return out;
}

std::vector<land::FreeFlat> free_flats(const Database& db, const std::string& date) {
    auto rows = db.prepare(fmt::format(
        "SELECT f.id, f.floor, f.code, b.id, b.grid, g.community FROM flat f JOIN building b ON "
        "b.id=f.building "
        "LEFT JOIN grid g ON g.id=b.grid WHERE b.kind='residential' AND f.floor IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM occupancy o WHERE o.flat=f.id AND {}) ORDER BY f.id",
        in_force("o")));
    rows.bind(1, date);
    std::vector<land::FreeFlat> out;
    while (rows.step())
        out.push_back({rows.integer(0),
                       rows.integer(1),
                       text_of(rows, 2),
                       {rows.integer(3), rows.integer(4), rows.integer(5), 0, 0}});
    return out;
}

std::vector<land::Helper> helpers(const Database& db, const std::string& date) {
    auto rows =
        db.prepare(fmt::format("SELECT f.id, coalesce(min(coalesce(d.community, g.community)), 0), f.name "
                               "FROM officer f LEFT JOIN duty d "
                               "ON d.officer=f.id AND d.role='party_member' AND {} LEFT JOIN party_group g "
                               "ON g.id=d.party_group WHERE "
                               "d.id IS NOT NULL OR EXISTS (SELECT 1 FROM pairing k WHERE k.officer=f.id AND "
                               "{}) GROUP BY f.id ORDER BY "
                               "f.id",
                               in_force("d"), in_force("k")));
    rows.bind(1, date);
    std::vector<land::Helper> out;
    while (rows.step()) out.push_back({rows.integer(0), rows.integer(1), text_of(rows, 2)});
    return out;
}

std::vector<land::Pairing> pairings(const Database& db, const std::string& date) {
    auto rows = db.prepare(fmt::format(
        "SELECT k.id, k.officer, k.household, home.community, p.code FROM pairing k JOIN party p ON "
        "p.id=k.household LEFT JOIN ({}) home ON home.household=k.household WHERE {} ORDER BY k.id",
        homes(relocated), in_force("k")));
    rows.bind(1, date);
    std::vector<land::Pairing> out;
    while (rows.step())
        out.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), text_of(rows, 4)});
    return out;
}

namespace {

void read_flats(const Database& db, const std::string& date, std::int64_t building, BoardFacts& facts) {
    auto rows = db.prepare(fmt::format(
        "SELECT f.id, f.floor, f.number, e.code, f.code, o.household, p.name, o.kind, (SELECT count(*) FROM "
        "party_member m JOIN person n ON n.id=m.member WHERE m.party=o.household AND {} AND {}), o.id={} AND "
        "EXISTS (SELECT 1 FROM household h WHERE h.id=o.household AND {}) FROM flat f LEFT JOIN entrance e "
        "ON "
        "e.id=f.entrance LEFT JOIN occupancy o ON o.flat=f.id AND {} LEFT JOIN party p ON p.id=o.household "
        "WHERE f.building=?2 ORDER BY f.code, o.id",
        in_force("m"), living, home_of("o.household"), relocated, in_force("o")));
    rows.bind_all(date, building);
    while (rows.step()) {
        BoardFlat flat;
        flat.flat = rows.integer(0);
        flat.floor = rows.integer(1);
        flat.number = rows.text(2);
        flat.entrance = rows.text(3);
        flat.code = rows.text(4);
        flat.household = rows.integer(5);
        flat.household_name = rows.text(6);
        flat.kind = rows.text(7);
        flat.persons = rows.integer(8);
        flat.counted = rows.integer(9) != 0;
        facts.flats.push_back(std::move(flat));
    }
}

void read_officers(const Database& db, const std::string& date, std::int64_t building, BoardFacts& facts) {
    auto rows = db.prepare(fmt::format(
        "SELECT d.role, f.name FROM building b LEFT JOIN grid g ON g.id=b.grid JOIN duty d ON "
        "(d.building=b.id AND "
        "d.role='building_head') OR (d.grid=b.grid AND d.role='grid_worker') OR (d.community=g.community AND "
        "(d.role='contact_leader' OR d.role='cadre')) JOIN officer f ON f.id=d.officer WHERE b.id=?2 AND {} "
        "ORDER BY CASE d.role WHEN 'contact_leader' THEN 0 WHEN 'cadre' THEN 1 WHEN 'grid_worker' THEN 2 "
        "ELSE 3 "
        "END, f.id",
        in_force("d")));
    rows.bind_all(date, building);
    while (rows.step()) facts.officers.emplace_back(text_of(rows, 0), text_of(rows, 1));
}

}  // namespace

BoardFacts board_facts(const Database& db, const std::string& date, std::int64_t building) {
    BoardFacts facts;
    auto row = db.prepare(
        "SELECT coalesce(b.name, b.code), b.address, g.name, c.name, b.floors FROM building b LEFT JOIN grid "
        "g ON "
        "g.id=b.grid LEFT JOIN community c ON c.id=g.community WHERE b.id=?");
    row.bind(1, building);
    if (row.step()) {
        facts.name = row.text(0);
        facts.address = row.text(1);
        facts.grid = row.text(2);
        facts.community = row.text(3);
        facts.floors = row.integer(4);
    }
    read_flats(db, date, building, facts);
    read_officers(db, date, building, facts);
    // Families of the building are those whose home is there, as everywhere: each counts once.
    const std::string here =
        fmt::format("WITH here AS (SELECT household FROM ({})) ", homes_in_building(relocated));
    const std::string people = fmt::format(
        "here JOIN party_member m ON m.party=here.household AND {} JOIN person n ON n.id=m.member WHERE {}",
        in_force("m"), living);
    auto counts = db.prepare(
        here +
        fmt::format("SELECT (SELECT count(*) FROM here), count(*), sum(n.birth_year>substr(?1,1,4)-16), "
                    "sum(n.birth_year<=substr(?1,1,4)-60), sum(EXISTS (SELECT 1 FROM employment e WHERE "
                    "e.person=n.id AND {0})), sum(EXISTS (SELECT 1 FROM employment e WHERE e.person=n.id AND "
                    "e.status='employed' AND {0})), sum(EXISTS (SELECT 1 FROM enrolment l WHERE "
                    "l.person=n.id AND {1})) FROM {2}",
                    in_force("e"), in_force("l"), people));
    counts.bind_all(date, building);
    if (counts.step()) {
        facts.households = counts.integer(0);
        facts.persons = counts.integer(1);
        facts.children = counts.integer(2);
        facts.elderly = counts.integer(3);
        facts.labourers = counts.integer(4);
        facts.employed = counts.integer(5);
        facts.pupils = counts.integer(6);
    }
    return facts;
}

}  // namespace liangdi::store
