// One rule for where a household lives: whoever counts families of a building counts the same.
#include <map>

#include "catch.hpp"
#include "sample_project.hpp"
#include "store/place_views.hpp"
#include "store/residence.hpp"
#include "tasks/building_board.hpp"
#include "tasks/household.hpp"
#include "tasks/info.hpp"
#include "tasks/ledger.hpp"
#include "tasks/sheet_building.hpp"
#include "tasks/statistics.hpp"
#include "tasks/two_places.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

land::Progress silent;
using Counts = std::map<std::string, std::int64_t>;  // name of the building -> households

Counts by_ledger(tasks::Project& project, const std::string& kind) {
    tasks::LedgerParams params;
    params.kind = kind;
    const auto made = tasks::ledger(project, params);
    Counts out;
    for (const auto& row : made.rows)
        if (const auto n = std::get<std::int64_t>(row[made.form.column("households")]); n != 0)
            out[std::get<std::string>(row[made.form.column("name")])] += n;
    return out;
}
Counts by_statistics(tasks::Project& project, land::StatisticsLevel level) {
    Counts out;
    for (const auto& place : tasks::statistics(project, level, silent).places)
        if (place.id != 0 && place.sums.households != 0) out[place.name] += place.sums.households;
    return out;
}
std::int64_t sum_of(const Counts& counts) {
    std::int64_t sum = 0;
    for (const auto& [name, n] : counts) sum += n;
    return sum;
}

/// Every count of families by building, all with the same answer.
void check_town(tasks::Project& project) {
    const auto ledger = by_ledger(project, "building");
    CHECK(by_statistics(project, land::StatisticsLevel::building) == ledger);
    CHECK(by_statistics(project, land::StatisticsLevel::grid) == by_ledger(project, "grid"));
    CHECK(by_statistics(project, land::StatisticsLevel::community) == by_ledger(project, "community"));
    const auto town = project.store->snapshot();
    const auto date = town->setting("reference_date");
    Counts sheets, flows, boards, tables, subjects;
    const auto residents = store::residents_by_building(town->db(), date);
    tasks::SheetBook book(project, {});
    for (const auto& place : store::named_places(town->db(), "building")) {
        const auto add = [&](Counts& counts, std::int64_t n) {
            if (n != 0) counts[place.name] += n;
        };
        add(sheets, residents.at(place.id).households);
        add(flows, tasks::two_places(project, {land::PlaceKind::building, place.id},
                                     land::FlowMeasure::households, silent)
                       .flows.total.households);
        const auto board = tasks::building_board(project, place.id, tasks::BoardEdition::staff);
        add(boards, board.counts[2].n.value());
        if (residents.at(place.id).flats == 0) continue;
        const auto page = tasks::building_sheet(book, place, 1, 1);
        add(tables, std::stoll(page.tables.at("flats").total[2]));
    }
    CHECK(sheets == ledger);
    CHECK(flows == ledger);
    CHECK(boards == ledger);
    CHECK(tables == ledger);
    for (const auto& community : store::named_places(town->db(), "community"))
        subjects[community.name] =
            static_cast<std::int64_t>(store::named_households(town->db(), date, community.id).size());
    CHECK(subjects == by_ledger(project, "community"));
}

}  // namespace

TEST_CASE("a household with two main flats lives in the first, whoever counts", "[home]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto before = by_ledger(project, "building");
    CHECK(sum_of(before) == tasks::info(project).figures.households);
    std::int64_t household = 0, flat = 0, other = 0;
    {
        const auto town = project.store->snapshot();
        // Somebody of the first building, and flats of two other communities.
        household = town->db().integer(
            "SELECT o.household FROM occupancy o JOIN flat f ON f.id=o.flat JOIN building b ON "
            "b.id=f.building WHERE b.name='1号楼' AND o.valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM "
            "occupancy x WHERE x.household=o.household AND x.id<>o.id) ORDER BY o.id LIMIT 1");
        const std::string free =
            "SELECT f.id FROM flat f JOIN building b ON b.id=f.building WHERE b.name='{}' ORDER BY f.id "
            "LIMIT "
            "1";
        flat = town->db().integer(fmt::format(fmt::runtime(free), "60号楼"));
        other = town->db().integer(fmt::format(fmt::runtime(free), "105号楼"));
    }
    const auto move_in = [&](std::int64_t into, const char* from) {
        return land::Insert{"occupancy",
                            {},
                            {{"household", household},
                             {"flat", into},
                             {"kind", std::string("main")},
                             {"valid_from", std::string(from)}}};
    };
    // A later row, even one that began earlier, and one that is not in force yet.
    project.store->apply(
        edit_by("clerk", "two main flats", {move_in(flat, "2010-01-01"), move_in(other, "2099-01-01")}));
    CHECK(by_ledger(project, "building") == before);
    check_town(project);

    const auto view = tasks::household_view(project, household).value();
    REQUIRE(view.homes.size() == 2);
    CHECK(view.homes[0].building_name == "1号楼");
    CHECK(view.homes[0].counted);
    CHECK_FALSE(view.homes[1].counted);
    const auto sheet = land::household_sheet(view, 2025, nullptr, land::Language::zh);
    CHECK_THAT(sheet.town.lines[1], Catch::Matchers::ContainsSubstring("户数不计在此"));
    // The sealed counts of groups go by the same home, for the household and for its people.
    const auto town = project.store->snapshot();
    const auto date = town->setting("reference_date");
    const auto all = store::communities_of_parties(town->db(), date);
    std::vector<std::int64_t> parties{household};
    for (const auto& member : view.members) parties.push_back(member.id);
    const auto some = store::communities_of_parties(town->db(), date, parties);
    for (const auto party : parties) {
        CHECK(some.at(party) == some.at(household));
        CHECK(all.at(party) == some.at(party));
    }
    // The chain of officers is the home's alone.
    for (const auto& duty : view.town_chain)
        if (duty.role == "building_head") CHECK(duty.scope == "1号楼");
}

TEST_CASE("a town with the faults of real life counts its families once, in one building each", "[home]") {
    auto project = open(messed_town());
    CHECK(project.store->snapshot()->db().integer(
              "SELECT count(*) FROM (SELECT household FROM occupancy WHERE kind='main' AND (valid_to IS NULL "
              "OR valid_to>='2025-11-25') GROUP BY household HAVING count(*)>1)") > 0);
    check_town(project);
}
