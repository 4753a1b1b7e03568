#include "store/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "store/parcel_use.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

/// Relocated households in force.
const std::string relocated = relocated_in_force("h");

class Counter {
  public:
    Counter(const Database& db, std::string date) : db_(db), date_(std::move(date)) {}
    Statement statement(const std::string& sql) const {
        auto rows = db_.prepare(sql);
        if (sql.find("?1") != std::string::npos) rows.bind(1, date_);
        return rows;
    }
    std::int64_t operator()(const std::string& sql) const {
        auto rows = statement(sql);
        return rows.step() ? rows.integer(0) : 0;
    }
    std::int64_t duty_holders(std::string_view role) const {
        return (*this)(fmt::format("SELECT count(DISTINCT d.officer) FROM duty d WHERE d.role='{}' AND {}",
                                   role, in_force("d")));
    }
    std::int64_t distinct(const std::string& ids) const {
        auto rows = statement(ids);
        std::unordered_set<std::int64_t> found;
        while (rows.step()) found.insert(rows.integer(0));
        return std::ssize(found);
    }
    std::int64_t group(std::string_view name) const {
        return (*this)(fmt::format("SELECT coalesce(sum(n),0) FROM group_count WHERE grp='{}'", name));
    }
    std::int64_t pupils(std::string_view stage) const {
        return (*this)(
            fmt::format("SELECT count(DISTINCT e.person) FROM enrolment e WHERE e.stage='{}' AND {}", stage,
                        in_force("e")));
    }

  private:
    const Database& db_;
    std::string date_;
};

void add_revitalised(land::Figures& f, const Counter& count) {
    auto rows = count.statement(
        fmt::format("SELECT kind, coalesce(sum(hundredths),0) FROM ({}) GROUP BY kind", revitalised_areas()));
    while (rows.step()) {
        const auto area = rows.integer(1);
        if (rows.text(0) == "homestead") f.homestead_revitalised_m2_hundredths = area;
        if (rows.text(0) == "woodland") f.woodland_revitalised_mu_hundredths = area;
        if (rows.text(0) == "farmland") f.farmland_revitalised_mu_hundredths = area;
    }
}

/// A person counts once, as employed where one row in force says so. From the labourers to their households
/// (CROSS keeps the order), and put together here: SQLite's own sorting takes longer than the rows.
void add_labour(land::Figures& f, const Counter& count) {
    auto rows = count.statement(fmt::format(
        "SELECT m.party, e.person, e.status='employed' FROM employment e CROSS JOIN party_member m ON "
        "m.member=e.person AND {} CROSS JOIN household h ON h.id=m.party WHERE {} AND {}",
        in_force("m"), in_force("e"), relocated));
    std::unordered_map<std::int64_t, bool> households, persons;  // whether employed, one of them or they
    while (rows.step()) {
        const bool employed = rows.integer(2) != 0;
        households[rows.integer(0)] |= employed;
        persons[rows.integer(1)] |= employed;
    }
    const auto second = [](const auto& one) { return one.second; };
    f.labour_households = std::ssize(households);
    f.labourers = std::ssize(persons);
    f.employed = std::ranges::count_if(persons, second);
    f.zero_employment_households = f.labour_households - std::ranges::count_if(households, second);
}

}  // namespace

land::Figures figures_on(const Database& db, const std::string& date) {
    const Counter count(db, date);
    land::Figures f;
    f.communities = count("SELECT count(*) FROM community");
    f.buildings = count("SELECT count(*) FROM building WHERE kind='residential'");
    f.flats =
        count("SELECT count(*) FROM flat f JOIN building b ON b.id=f.building WHERE b.kind='residential'");
    f.households = count("SELECT count(*) FROM household h WHERE " + relocated);
    f.persons =
        count.distinct(fmt::format("SELECT m.member FROM household h JOIN party_member m ON "
                                   "m.party=h.id JOIN person p ON p.id=m.member "
                                   "WHERE {} AND {} AND (p.died_on IS NULL OR p.died_on>?1)",
                                   relocated, in_force("m")));
    f.grids = count("SELECT count(*) FROM grid");
    f.grid_workers = count.duty_holders("grid_worker");
    f.building_heads = count.duty_holders("building_head");
    f.party_groups = count("SELECT count(*) FROM party_group");
    f.party_members = count.duty_holders("party_member");
    f.delegates = count.duty_holders("delegate");
    f.left_behind_children = count.group("left_behind_child");
    f.empty_nest_elderly = count.group("empty_nest_elderly");
    f.disabled = count.group("disabled");
    f.ground_floor_flats_allocated = count(
        fmt::format("SELECT count(DISTINCT o.flat) FROM occupancy o WHERE o.allocation='ground_floor' AND {}",
                    in_force("o")));
    add_revitalised(f, count);
    f.cooperative_households =
        count(fmt::format("SELECT count(DISTINCT m.party) FROM membership m JOIN household h ON h.id=m.party "
                          "WHERE m.role='farms' AND {}",
                          in_force("m")));

    add_labour(f, count);
    f.special_posts = count(fmt::format(
        "SELECT count(*) FROM employment e WHERE e.kind='special_post' AND e.status='employed' AND {}",
        in_force("e")));

    f.training_courses = count("SELECT count(*) FROM training");
    f.persons_trained = count("SELECT count(DISTINCT person) FROM training_attendance");
    f.urban_allowance_households = count.group("urban_allowance_households");
    f.urban_allowance_persons = count.group("urban_allowance_persons");
    f.residents_in_business = count(
        fmt::format("SELECT count(DISTINCT b.owner) FROM business b JOIN person p ON p.id=b.owner WHERE {}",
                    in_force("b")));
    f.pupils_kindergarten = count.pupils("kindergarten");
    f.pupils_primary = count.pupils("primary");
    f.pupils_middle = count.pupils("middle");
    f.clinics = count("SELECT count(*) FROM facility WHERE kind='clinic'");
    return f;
}

}  // namespace liangdi::store
