#include "store/found_rows.hpp"

#include <fmt/format.h>

#include "geo/spatialite_blob.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

constexpr int places_shown = 500;  // of a cooperative's thousands of parcels, enough to go there

/// The caption and the detail of a row: one query for each kind, ?1 the row.
const char* words_of(FoundKind kind) {
    switch (kind) {
        case FoundKind::household:
        case FoundKind::contract_household:
        case FoundKind::organisation:
            return "SELECT p.name, p.code FROM party p WHERE p.id=?1";
        case FoundKind::person:
            return "SELECT p.name, (SELECT h.name FROM party_member m JOIN party h ON h.id=m.party WHERE "
                   "m.member=p.id AND h.kind='household' ORDER BY m.valid_to IS NULL DESC, m.id DESC LIMIT "
                   "1), "
                   "p.code FROM party p WHERE p.id=?1";
        case FoundKind::flat:
            return "SELECT f.code, coalesce(b.name,b.code), f.unit_number FROM flat f JOIN building b ON "
                   "b.id=f.building WHERE f.id=?1";
        case FoundKind::building:
            return "SELECT coalesce(name,code), code, address FROM building WHERE id=?1";
        case FoundKind::village:
            return "SELECT coalesce(town,'')||coalesce(village,'')||coalesce(grp,''), code FROM village "
                   "WHERE "
                   "id=?1";
        case FoundKind::parcel:
            return "SELECT p.code, coalesce(p.name,''), coalesce(v.village,'')||coalesce(v.grp,'') FROM "
                   "parcel p "
                   "LEFT JOIN village v ON v.id=p.village WHERE p.id=?1";
        case FoundKind::certificate:
            return "SELECT r.certificate, h.name, p.code FROM parcel_right r JOIN party h ON h.id=r.party "
                   "JOIN "
                   "parcel p ON p.id=r.parcel WHERE r.id=?1";
        case FoundKind::contract:
            return "SELECT a.contract_no, l.name, p.code FROM use_agreement a JOIN parcel p ON p.id=a.parcel "
                   "LEFT "
                   "JOIN party l ON l.id=coalesce(a.lessee,a.cooperative) WHERE a.id=?1";
        case FoundKind::cooperative:
            return "SELECT p.name, p.code, c.registration FROM cooperative c JOIN party p ON p.id=c.id WHERE "
                   "c.id=?1";
        case FoundKind::officer:
            return "SELECT name, unit, post FROM officer WHERE id=?1";
        case FoundKind::facility:
            return "SELECT name, code, address FROM facility WHERE id=?1";
        case FoundKind::business:
            return "SELECT name, code, address FROM business WHERE id=?1";
        case FoundKind::community:
            return "SELECT name, code FROM community WHERE id=?1";
        case FoundKind::grid:
            return "SELECT name, code FROM grid WHERE id=?1";
        case FoundKind::street:
            return "SELECT name, code FROM street WHERE id=?1";
    }
    return "";
}

/// The households that a row is about; ?1 the date, ?2 the row.
std::string household_of(FoundKind kind) {
    switch (kind) {
        case FoundKind::household:
            return "SELECT id FROM household WHERE id=?2";
        case FoundKind::person:
            return "SELECT m.party FROM party_member m JOIN household h ON h.id=m.party WHERE m.member=?2 "
                   "ORDER BY "
                   "(m.valid_to IS NULL OR m.valid_to>=?1) DESC, m.id DESC";
        case FoundKind::flat:
            return fmt::format("SELECT o.household FROM occupancy o WHERE o.flat=?2 AND {}", in_force("o"));
        case FoundKind::business:
            return "SELECT m.party FROM business b JOIN party_member m ON m.member=b.owner JOIN household h "
                   "ON "
                   "h.id=m.party WHERE b.id=?2 ORDER BY (m.valid_to IS NULL OR m.valid_to>=?1) DESC, m.id "
                   "DESC";
        default:
            return {};
    }
}

/// The features that show a row: layer, id, geometry; ?1 the date, ?2 the row.
std::string places_of(FoundKind kind) {
    const auto itself = [](std::string_view table) {
        return fmt::format("SELECT '{0}', id, geometry FROM {0} WHERE id=?2", table);
    };
    const std::string home = fmt::format(
        "SELECT 'building', b.id, b.geometry FROM occupancy o JOIN flat f ON f.id=o.flat JOIN building b ON "
        "b.id=f.building WHERE o.household=?2 AND {} ORDER BY o.kind='main' DESC",
        in_force("o"));
    switch (kind) {
        case FoundKind::household:
        case FoundKind::person:
        case FoundKind::business:
            return home;  // of the household
        case FoundKind::contract_household:
            return fmt::format(
                "SELECT p.kind, p.id, p.geometry FROM parcel_right r JOIN parcel p ON p.id=r.parcel WHERE "
                "r.party=?2 AND {}",
                in_force("r"));
        case FoundKind::flat:
            return "SELECT 'building', b.id, b.geometry FROM flat f JOIN building b ON b.id=f.building WHERE "
                   "f.id=?2";
        case FoundKind::parcel:
            return "SELECT kind, id, geometry FROM parcel WHERE id=?2";
        case FoundKind::certificate:
            return "SELECT p.kind, p.id, p.geometry FROM parcel_right r JOIN parcel p ON p.id=r.parcel WHERE "
                   "r.id=?2";
        case FoundKind::contract:
            return "SELECT p.kind, p.id, p.geometry FROM use_agreement a JOIN parcel p ON p.id=a.parcel "
                   "WHERE "
                   "a.id=?2";
        case FoundKind::cooperative:
            return "SELECT p.kind, p.id, p.geometry FROM use_agreement a JOIN parcel p ON p.id=a.parcel "
                   "WHERE "
                   "a.cooperative=?2";
        case FoundKind::organisation:
            return "SELECT p.kind, p.id, p.geometry FROM use_agreement a JOIN parcel p ON p.id=a.parcel "
                   "WHERE "
                   "a.lessee=?2";
        case FoundKind::officer:
            return fmt::format(
                "SELECT CASE WHEN d.building IS NOT NULL THEN 'building' WHEN d.grid IS NOT NULL THEN 'grid' "
                "WHEN d.community IS NOT NULL THEN 'community' ELSE 'village' END, "
                "coalesce(d.building,d.grid,d.community,d.village), "
                "coalesce(b.geometry,g.geometry,c.geometry,v.geometry) FROM duty d "
                "LEFT JOIN building b ON b.id=d.building LEFT JOIN grid g ON g.id=d.grid "
                "LEFT JOIN community c ON c.id=d.community LEFT JOIN village v ON v.id=d.village "
                "WHERE d.officer=?2 AND {} AND coalesce(d.building,d.grid,d.community,d.village) IS NOT NULL",
                in_force("d"));
        default:
            return itself(to_text(kind));
    }
}

/// Binds the date only where it is asked for: SQLite refuses a parameter that a statement does not have.
void bind_row(Statement& statement, const std::string& sql, const std::string& date, std::int64_t row) {
    if (sql.find("?1") != std::string::npos) statement.bind(1, date);
    statement.bind(2, row);
}

void add_places(const Snapshot& town, FoundKind kind, std::int64_t row, const std::string& date,
                FoundRow& found) {
    const std::string sql = places_of(kind);
    auto places = town.db().prepare(sql);
    bind_row(places, sql, date, row);
    while (found.on_map.size() < places_shown && places.step()) {
        const auto box = geo::box_of_spatialite_blob(places.blob(2));
        if (!box) continue;
        found.box.add(*box);
        found.on_map.push_back({std::string(places.text(0)), places.integer(1)});
    }
}

/// Families who stayed have no flat: their village group, then.
void add_origin(const Snapshot& town, std::int64_t household, FoundRow& found) {
    auto origin = town.db().prepare(
        "SELECT v.id, v.geometry FROM household h JOIN village v ON v.id=h.origin WHERE h.id=?");
    origin.bind(1, household);
    if (!origin.step()) return;
    if (const auto box = geo::box_of_spatialite_blob(origin.blob(1))) {
        found.box.add(*box);
        found.on_map.push_back({"village", origin.integer(0)});
    }
}

}  // namespace

std::optional<FoundRow> found_row(const Snapshot& town, const SearchHit& hit, const std::string& date) {
    FoundRow found;
    auto words = town.db().prepare(words_of(hit.kind));
    words.bind(1, hit.rows.front());
    if (!words.step()) return {};
    found.caption = words.text(0).empty() ? hit.text : std::string(words.text(0));
    for (int column = 1; column < words.column_count(); ++column) {
        if (words.text(column).empty() || words.text(column) == found.caption) continue;
        found.detail += found.detail.empty() ? "" : " · ";
        found.detail += words.text(column);
    }
    if (const std::string sql = household_of(hit.kind); !sql.empty()) {
        auto household = town.db().prepare(sql);
        bind_row(household, sql, date, hit.rows.front());
        if (household.step()) found.household = household.integer(0);
    }
    const bool through_household =
        hit.kind == FoundKind::household || hit.kind == FoundKind::person || hit.kind == FoundKind::business;
    if (through_household) {
        if (!found.household) return found;
        add_places(town, FoundKind::household, *found.household, date, found);
        if (found.on_map.empty()) add_origin(town, *found.household, found);
        return found;
    }
    for (const auto row : hit.rows) add_places(town, hit.kind, row, date, found);
    return found;
}

}  // namespace liangdi::store
