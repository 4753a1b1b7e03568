#include "store/place_views.hpp"

#include <fmt/format.h>

#include "store/home_flat.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

/// Names of who has this duty for the place; `column` is one of duty's.
std::vector<std::string> officers(const Database& db, const std::string& date, std::string_view role,
                                  std::string_view column, std::int64_t place) {
    auto rows = db.prepare(fmt::format(
        "SELECT DISTINCT f.name FROM duty d JOIN officer f ON f.id=d.officer WHERE d.role='{}' AND "
        "d.{}=?2 AND {} ORDER BY f.code",
        role, column, in_force("d")));
    rows.bind_all(date, place);
    std::vector<std::string> names;
    while (rows.step()) names.push_back(text_of(rows, 0));
    return names;
}

}  // namespace

std::vector<land::NamedRow> named_places(const Database& db, const std::string& table,
                                         std::optional<std::int64_t> community) {
    std::string where;
    if (community && table == "community") where = " WHERE t.id=?1";
    if (community && table == "grid") where = " WHERE t.community=?1";
    if (community && table == "building")
        where = " WHERE t.grid IN (SELECT g.id FROM grid g WHERE g.community=?1)";
    auto rows = db.prepare(
        fmt::format("SELECT t.id, t.code, t.name FROM {} t{} ORDER BY t.code, t.id", sql_name(table), where));
    if (!where.empty()) rows.bind(1, *community);
    std::vector<land::NamedRow> out;
    while (rows.step()) out.push_back({rows.integer(0), text_of(rows, 1), text_of(rows, 2)});
    return out;
}

std::vector<land::NamedRow> named_households(const Database& db, const std::string& date,
                                             std::optional<std::int64_t> community) {
    auto rows = db.prepare(fmt::format(
        "SELECT p.id, p.code, p.name FROM ({}) l JOIN party p ON p.id=l.household{} ORDER BY p.code, p.id",
        homes(relocated_in_force("h")), community ? " WHERE l.community=?2" : ""));
    rows.bind(1, date);
    if (community) rows.bind(2, *community);
    std::vector<land::NamedRow> out;
    while (rows.step()) out.push_back({rows.integer(0), text_of(rows, 1), text_of(rows, 2)});
    return out;
}

land::ResidentsByBuilding residents_by_building(const Database& db, const std::string& date) {
    land::ResidentsByBuilding out;
    auto flats =
        db.prepare("SELECT b.id, (SELECT count(*) FROM flat f WHERE f.building=b.id) FROM building b");
    while (flats.step()) out[flats.integer(0)].flats = flats.integer(1);
    const std::string lives = homes(relocated_in_force("h") + " AND f.building IS NOT NULL");
    auto households = db.prepare("SELECT building, count(*) FROM (" + lives + ") GROUP BY building");
    households.bind(1, date);
    while (households.step()) out[households.integer(0)].households = households.integer(1);
    auto persons = db.prepare(
        fmt::format("SELECT l.building, count(DISTINCT m.member) FROM ({}) l JOIN party_member m ON "
                    "m.party=l.household JOIN person p ON p.id=m.member WHERE {} AND (p.died_on IS NULL OR "
                    "p.died_on>?1) GROUP BY l.building",
                    lives, in_force("m")));
    persons.bind(1, date);
    while (persons.step()) out[persons.integer(0)].persons = persons.integer(1);
    return out;
}

std::optional<land::GridView> grid_view(const Database& db, std::int64_t grid, const std::string& date) {
    auto head = db.prepare(
        "SELECT g.code, g.name, c.id, c.name FROM grid g LEFT JOIN community c ON c.id=g.community WHERE "
        "g.id=?");
    head.bind(1, grid);
    if (!head.step()) return {};
    land::GridView view;
    view.id = grid;
    view.code = text_of(head, 0);
    view.name = text_of(head, 1);
    view.community = head.integer(2);
    view.community_name = text_of(head, 3);
    view.workers = officers(db, date, "grid_worker", "grid", grid);
    auto buildings = db.prepare(fmt::format(
        "SELECT b.id, b.code, b.name, b.kind, b.floors, (SELECT group_concat(f.name, '、') FROM duty d JOIN "
        "officer f ON f.id=d.officer WHERE d.role='building_head' AND d.building=b.id AND {}) "
        "FROM building b WHERE b.grid=?2 ORDER BY b.code, b.id",
        in_force("d")));
    buildings.bind_all(date, grid);
    while (buildings.step()) {
        view.buildings.push_back({buildings.integer(0), text_of(buildings, 1), text_of(buildings, 2),
                                  text_of(buildings, 3), buildings.integer(4), text_of(buildings, 5)});
    }
    return view;
}

std::optional<land::CommunityView> community_view(const Database& db, std::int64_t community,
                                                  const std::string& date) {
    for (const auto& row : named_places(db, "community", community)) {
        land::CommunityView view{row.id, row.code, row.name, {}, {}, {}};
        view.leaders = officers(db, date, "contact_leader", "community", community);
        view.cadres = officers(db, date, "cadre", "community", community);
        for (const auto& grid : named_places(db, "grid", community))
            view.grids.push_back(*grid_view(db, grid.id, date));
        return view;
    }
    return {};
}

}  // namespace liangdi::store
