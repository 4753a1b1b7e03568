#include "store/ledger_queries.hpp"

#include <fmt/format.h>

#include <map>

#include "geo/error.hpp"
#include "store/home_flat.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

/// Common table expressions, each by its name; a query says which it needs. Parameter ?1 is the date.
std::string expression(std::string_view name) {
    const std::string relocated = relocated_in_force("h");
    if (name == "home")
        return fmt::format(
            "home AS (SELECT l.household, c.name AS community, g.name AS grid, b.name AS building, f.code AS "
            "flat FROM ({}) l LEFT JOIN flat f ON f.id=l.flat LEFT JOIN building b ON b.id=l.building LEFT "
            "JOIN grid g ON g.id=l.grid LEFT JOIN community c ON c.id=l.community)",
            homes());
    // Living members of relocated households; who is written into two counts in the first.
    if (name == "member")
        return fmt::format(
            "member AS (SELECT m.member AS person, min(m.party) AS household FROM household h JOIN "
            "party_member m ON "
            "m.party=h.id JOIN person p ON p.id=m.member WHERE {} AND {} AND (p.died_on IS NULL OR "
            "p.died_on>?1) GROUP "
            "BY m.member)",
            relocated, in_force("m"));
    // A labourer of each household; as in the town's figures.
    if (name == "work")
        return fmt::format(
            "work AS (SELECT m.party AS household, e.person, max(e.status='employed') AS employed FROM "
            "employment e "
            "JOIN party_member m ON m.member=e.person AND {} JOIN household h ON h.id=m.party WHERE {} AND "
            "{} GROUP BY "
            "m.party, e.person)",
            in_force("m"), in_force("e"), relocated);
    // The household of everybody at once, as family_of says it of one: relocated before others, then the
    // first.
    if (name == "family")
        return fmt::format(
            "family AS (SELECT m.member AS person, h.id AS household, min(CASE WHEN {} THEN 0 ELSE 1 END * "
            "4611686018427387904 + h.id % 4611686018427387904) FROM party_member m JOIN household h ON "
            "h.id=m.party "
            "WHERE {} GROUP BY m.member)",
            relocated, in_force("m"));
    // The last course of a person, and whether he works since one.
    if (name == "trained")
        return fmt::format(
            "trained AS (SELECT a.person, count(*) AS trainings, max(coalesce(t.held_to,t.held_from,'')) AS "
            "last, "
            "t.name AS course, t.skill, t.held_to, a.result, EXISTS (SELECT 1 FROM employment e JOIN "
            "training_attendance b ON b.person=e.person JOIN training u ON u.id=b.training WHERE "
            "e.person=a.person AND "
            "e.status='employed' AND {} AND e.valid_from>=coalesce(u.held_from,u.held_to)) AS after_training "
            "FROM "
            "training_attendance a JOIN training t ON t.id=a.training GROUP BY a.person)",
            in_force("e"));
    if (name == "homes_in")
        return fmt::format(
            "homes_in AS (SELECT building, count(*) AS households FROM ({}) WHERE building IS NOT NULL GROUP "
            "BY building)",
            homes(relocated));
    if (name == "flats_in")
        return "flats_in AS (SELECT f.building, count(*) AS flats FROM flat f JOIN building b ON "
               "b.id=f.building WHERE "
               "b.kind='residential' GROUP BY f.building)";
    throw Error("bad_ledger", "no such expression", std::string(name));
}

std::string with(std::initializer_list<std::string_view> names) {
    std::string out;
    for (const auto name : names) out += (out.empty() ? "WITH " : ", ") + expression(name);
    return out + " ";
}

const std::string holders_of_duty =
    "(SELECT group_concat(name, '、') FROM (SELECT DISTINCT w.name FROM duty d JOIN officer w ON "
    "w.id=d.officer WHERE "
    "d.{0}={1}.id AND d.role='{2}' AND " +
    in_force("d") + " ORDER BY w.code))";

std::string community_query() {
    // Counts of groups without a community, or of one that is gone, are a row of their own.
    const auto count = [](const char* group) {
        return fmt::format(
            "(SELECT coalesce(sum(n),0) FROM group_count k WHERE k.grp='{0}' AND k.community=c.id)", group);
    };
    const auto rest = [](const char* group) {
        return fmt::format(
            "(SELECT coalesce(sum(n),0) FROM group_count k WHERE k.grp='{0}' AND (k.community IS NULL OR "
            "k.community "
            "NOT IN (SELECT id FROM community)))",
            group);
    };
    constexpr const char* groups[] = {"left_behind_child", "empty_nest_elderly", "disabled",
                                      "urban_allowance_households", "urban_allowance_persons"};
    std::string counts, rests, any;
    for (const char* group : groups) {
        counts += ", " + count(group);
        rests += ", " + rest(group);
        any += (any.empty() ? "" : "+") + rest(group);
    }
    return with({"homes_in", "flats_in"}) +
           fmt::format(
               "SELECT c.code, c.name, 1, (SELECT count(*) FROM grid g WHERE g.community=c.id), (SELECT "
               "count(*) FROM "
               "building b JOIN grid g ON g.id=b.grid WHERE g.community=c.id AND b.kind='residential'), "
               "(SELECT "
               "coalesce(sum(n.flats),0) FROM flats_in n JOIN building b ON b.id=n.building JOIN grid g ON "
               "g.id=b.grid "
               "WHERE g.community=c.id), (SELECT coalesce(sum(n.households),0) FROM homes_in n JOIN building "
               "b ON "
               "b.id=n.building JOIN grid g ON g.id=b.grid WHERE g.community=c.id), (SELECT count(*) FROM "
               "party_group y "
               "WHERE y.community=c.id){0} FROM community c UNION ALL SELECT NULL, '（不在社区）', 0, 0, 0, "
               "0, 0, "
               "0{1} WHERE {2}>0 AND ?1 IS NOT NULL ORDER BY 3 DESC, 1",
               counts, rests, any);
}

std::string scope_words() {
    return "coalesce((SELECT name FROM community WHERE id=d.community), (SELECT name FROM grid WHERE "
           "id=d.grid), "
           "(SELECT name FROM building WHERE id=d.building), (SELECT "
           "coalesce(town,'')||coalesce(village,'')||coalesce(grp,'') FROM village WHERE id=d.village), "
           "(SELECT name "
           "FROM party_group WHERE id=d.party_group), (SELECT coalesce(p.code,'')||' '||coalesce(p.name,'') "
           "FROM party "
           "p WHERE p.id=d.household))";
}

std::map<std::string, std::string, std::less<>> make_queries() {
    const std::string relocated = relocated_in_force("h");
    std::map<std::string, std::string, std::less<>> q;
    q["community"] = community_query();
    q["grid"] = with({"homes_in", "flats_in"}) + "SELECT g.code, g.name, c.name, " +
                fmt::format(fmt::runtime(holders_of_duty), "grid", "g", "grid_worker") +
                ", (SELECT count(*) FROM building b WHERE b.grid=g.id AND b.kind='residential'), (SELECT "
                "coalesce(sum(n.flats),0) FROM flats_in n JOIN building b ON b.id=n.building WHERE "
                "b.grid=g.id), (SELECT "
                "coalesce(sum(n.households),0) FROM homes_in n JOIN building b ON b.id=n.building WHERE "
                "b.grid=g.id) FROM grid "
                "g LEFT JOIN community c ON c.id=g.community ORDER BY g.code, g.id";
    q["building"] =
        with({"homes_in", "flats_in"}) +
        "SELECT b.code, b.name, b.kind, g.name, c.name, b.floors, coalesce(k.flats,0), "
        "coalesce(n.households,0), " +
        fmt::format(fmt::runtime(holders_of_duty), "building", "b", "building_head") +
        ", b.built_on FROM building b LEFT JOIN grid g ON g.id=b.grid LEFT JOIN community c ON "
        "c.id=g.community LEFT JOIN flats_in k ON k.building=b.id LEFT JOIN homes_in n ON n.building=b.id "
        "ORDER BY b.code, b.id";
    q["facility"] =
        "SELECT s.code, s.name, s.kind, b.name, s.address FROM facility s LEFT JOIN building b ON "
        "b.id=s.building WHERE "
        "?1 IS NOT NULL ORDER BY s.code, s.id";
    q["flat"] = fmt::format(
        "SELECT f.code, f.unit_number, c.name, g.name, b.name, b.kind, f.number, f.floor, f.rooms, "
        "f.area_hundredths, "
        "(SELECT group_concat(p.code, '、') FROM occupancy o JOIN party p ON p.id=o.household WHERE "
        "o.flat=f.id AND "
        "{0}), (SELECT group_concat(p.name, '、') FROM occupancy o JOIN party p ON p.id=o.household WHERE "
        "o.flat=f.id "
        "AND {0}), (SELECT count(DISTINCT o.household) FROM occupancy o WHERE o.flat=f.id AND {0}), EXISTS "
        "(SELECT 1 "
        "FROM occupancy o WHERE o.flat=f.id AND o.allocation='ground_floor' AND {0}) FROM flat f LEFT JOIN "
        "building b "
        "ON b.id=f.building LEFT JOIN grid g ON g.id=b.grid LEFT JOIN community c ON c.id=g.community ORDER "
        "BY f.code, "
        "f.id",
        in_force("o"));
    q["household"] =
        with({"home", "member", "work"}) +
        fmt::format(
            ", persons AS (SELECT household, count(*) AS n FROM member GROUP BY household), labourer AS "
            "(SELECT "
            "person, min(household) AS household, max(employed) AS employed FROM work GROUP BY person), "
            "labour AS "
            "(SELECT household, count(*) AS n, sum(employed) AS employed FROM labourer GROUP BY household), "
            "works AS "
            "(SELECT household, max(employed) AS any_employed FROM work GROUP BY household) SELECT p.code, "
            "p.name, "
            "o.community, o.grid, o.building, o.flat, v.town, v.village, v.grp, h.moved_on, coalesce(n.n,0), "
            "coalesce(l.n,0), coalesce(l.employed,0), w.household IS NOT NULL, coalesce(w.any_employed=0,0) "
            "FROM "
            "household h JOIN party p ON p.id=h.id LEFT JOIN village v ON v.id=h.origin LEFT JOIN home o ON "
            "o.household=h.id LEFT JOIN persons n ON n.household=h.id LEFT JOIN labour l ON l.household=h.id "
            "LEFT JOIN "
            "works w ON w.household=h.id WHERE {} ORDER BY p.code, h.id",
            relocated);
    q["occupancy"] = fmt::format(
        "SELECT p.code, p.name, c.name, g.name, b.name, f.code, o.kind, o.allocation, o.valid_from, "
        "o.valid_to, "
        "f.area_hundredths FROM occupancy o JOIN party p ON p.id=o.household JOIN flat f ON f.id=o.flat LEFT "
        "JOIN "
        "building b ON b.id=f.building LEFT JOIN grid g ON g.id=b.grid LEFT JOIN community c ON "
        "c.id=g.community WHERE "
        "{} ORDER BY p.code, o.kind DESC, f.code, o.id",
        in_force("o"));
    // One row a person with an employment in force; of several the one that is an employment comes first.
    q["labour"] = with({"home", "work", "family", "trained"}) +
                  fmt::format(
                      ", labourer AS (SELECT person, max(employed) AS employed FROM work GROUP BY person), "
                      "job AS (SELECT e.*, "
                      "min((e.status<>'employed')*4611686018427387904 + e.id % 4611686018427387904), "
                      "sum(e.kind='special_post' AND e.status='employed') AS posts FROM employment e WHERE "
                      "{} GROUP BY e.person) "
                      "SELECT p.code, p.name, n.sex, n.birth_year, k.code, o.community, o.grid, o.building, "
                      "o.flat, e.status, "
                      "e.kind, e.employer, e.place, e.valid_from, coalesce(t.trainings,0), "
                      "coalesce(t.after_training,0), "
                      "l.person IS NOT NULL, coalesce(l.employed,0), coalesce(e.posts,0) FROM job e JOIN "
                      "party p ON p.id=e.person "
                      "LEFT JOIN person n ON n.id=e.person LEFT JOIN labourer l ON l.person=e.person LEFT "
                      "JOIN family y ON "
                      "y.person=e.person LEFT JOIN party k ON k.id=y.household LEFT JOIN home o ON "
                      "o.household=y.household LEFT "
                      "JOIN trained t ON t.person=e.person ORDER BY p.code, e.person",
                      in_force("e"));
    q["course"] = fmt::format(
        "SELECT t.code, t.name, t.skill, t.organiser, t.held_from, t.held_to, (SELECT count(*) FROM "
        "training_attendance a WHERE a.training=t.id), (SELECT count(DISTINCT a.person) FROM "
        "training_attendance a JOIN "
        "employment e ON e.person=a.person WHERE a.training=t.id AND e.status='employed' AND {} AND "
        "e.valid_from>=coalesce(t.held_from,t.held_to)) FROM training t ORDER BY t.held_from, t.code, t.id",
        in_force("e"));
    q["training"] =
        with({"family", "trained"}) +
        fmt::format(
            "SELECT p.code, p.name, k.code, t.trainings, t.course, t.skill, t.held_to, t.result, (SELECT "
            "CASE "
            "max(e.status='employed') WHEN 1 THEN 'employed' WHEN 0 THEN 'seeking' END FROM employment e "
            "WHERE "
            "e.person=t.person AND {}), t.after_training FROM trained t JOIN party p ON p.id=t.person LEFT "
            "JOIN family "
            "y ON y.person=t.person LEFT JOIN party k ON k.id=y.household ORDER BY p.code, t.person",
            in_force("e"));
    q["pupils"] =
        with({"home", "family"}) +
        fmt::format(
            ", pupil AS (SELECT e.*, min(e.id) FROM enrolment e WHERE {} GROUP BY e.person, e.stage) SELECT "
            "p.code, "
            "p.name, n.sex, n.birth_year, k.code, o.community, o.grid, o.building, o.flat, e.stage, e.grade, "
            "s.name, "
            "e.valid_from FROM pupil e JOIN party p ON p.id=e.person LEFT JOIN person n ON n.id=e.person "
            "LEFT JOIN "
            "facility s ON s.id=e.facility LEFT JOIN family y ON y.person=e.person LEFT JOIN party k ON "
            "k.id=y.household LEFT JOIN home o ON o.household=y.household ORDER BY CASE e.stage WHEN "
            "'kindergarten' "
            "THEN 0 WHEN 'primary' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END, p.code, e.id",
            in_force("e"));
    q["business"] = with({"family"}) + fmt::format(
                                           "SELECT b.code, b.name, b.kind, b.address, p.code, p.name, "
                                           "k.code, b.valid_from, n.id IS NOT NULL AND "
                                           "b.id=(SELECT min(x.id) FROM business x WHERE x.owner=b.owner AND "
                                           "{}) FROM business b LEFT JOIN party p ON "
                                           "p.id=b.owner LEFT JOIN person n ON n.id=b.owner LEFT JOIN family "
                                           "y ON y.person=b.owner LEFT JOIN party k "
                                           "ON k.id=y.household WHERE {} ORDER BY b.code, b.id",
                                           in_force("x"), in_force("b"));
    q["officer"] = fmt::format(
        "SELECT w.code, w.name, w.unit, w.post, d.role, {}, d.valid_from, row_number() OVER (PARTITION BY "
        "d.role, "
        "d.officer ORDER BY d.id)=1 FROM duty d LEFT JOIN officer w ON w.id=d.officer WHERE {} ORDER BY "
        "w.code, d.role, "
        "d.id",
        scope_words(), in_force("d"));
    q["party_group"] = fmt::format(
        "SELECT y.code, y.name, c.name, (SELECT count(DISTINCT d.officer) FROM duty d WHERE "
        "d.party_group=y.id AND "
        "d.role='party_member' AND {}) FROM party_group y LEFT JOIN community c ON c.id=y.community ORDER BY "
        "y.code, "
        "y.id",
        in_force("d"));
    q["cooperative"] = fmt::format(
        "SELECT k.code, k.name, p.code, p.name, m.role, m.share_hundredths, m.valid_from, m.role='farms' AND "
        "h.id IS "
        "NOT NULL AND row_number() OVER (PARTITION BY m.role, m.party ORDER BY m.id)=1 FROM membership m "
        "JOIN party k "
        "ON k.id=m.cooperative JOIN party p ON p.id=m.party LEFT JOIN household h ON h.id=m.party WHERE {} "
        "ORDER BY "
        "k.code, m.role, p.code, m.id",
        in_force("m"));
    q["payment"] =
        "SELECT a.contract_no, l.code, p.code, p.name, p.kind, m.kind, m.due_on, m.planned_hundredths, "
        "m.paid_on, m.paid_hundredths FROM payment m LEFT JOIN party p ON p.id=m.party LEFT JOIN "
        "use_agreement "
        "a ON a.id=m.agreement LEFT JOIN parcel l ON l.id=a.parcel WHERE ?1 IS NOT NULL ORDER BY m.due_on, "
        "a.contract_no, p.code, m.id";
    q["origin_house"] =
        "SELECT p.code, p.name, l.code, o.state, o.state_on, o.area_hundredths, o.compensation_hundredths "
        "FROM "
        "origin_house o LEFT JOIN party p ON p.id=o.household LEFT JOIN parcel l ON l.id=o.parcel WHERE ?1 "
        "IS "
        "NOT NULL ORDER BY p.code, l.code, o.id";
    q["allowance"] =
        with({"home"}) +
        "SELECT s.body, p.code, p.name, o.community, o.grid, o.building, o.flat FROM sealed s JOIN party "
        "p ON p.id=s.party LEFT JOIN home o ON o.household=s.party ORDER BY p.code, s.id";
    return q;
}

}  // namespace

const std::string& ledger_query(std::string_view kind) {
    static const auto queries = make_queries();
    const auto at = queries.find(kind);
    if (at == queries.end())
        throw Error("bad_ledger", "there is no query for this ledger", std::string(kind));
    return at->second;
}

}  // namespace liangdi::store
