// The sample town's boards, statistics, pairings and ground floors: sums are its figures, secrets stay
// sealed.
#include <algorithm>

#include "catch.hpp"
#include "geo/error.hpp"
#include "sample_project.hpp"
#include "tasks/building_board.hpp"
#include "tasks/ground_floor.hpp"
#include "tasks/info.hpp"
#include "tasks/pairing.hpp"
#include "tasks/past.hpp"
#include "tasks/statistics.hpp"
#include "tasks/two_places.hpp"

using namespace liangdi;
using land::StatisticsLevel;

namespace {

land::Progress silent;

std::int64_t count(tasks::Project& project, const std::string& sql) {
    return project.store->snapshot()->db().integer(sql);
}

std::optional<std::int64_t> of(const std::vector<tasks::BoardCount>& counts, const std::string& name) {
    const auto found = std::ranges::find(counts, name, &tasks::BoardCount::name);
    return found == counts.end() ? std::nullopt : found->n;
}

}  // namespace

TEST_CASE("statistics by whatever place add up to the figures of the town", "[tasks][help]") {
    auto project = tests::open_unlocked(tests::loaded_town());
    const auto figures = tasks::info(project).figures;
    const auto flows = tasks::two_places(project, {}, land::FlowMeasure::mu, silent).flows;
    for (const auto level : {StatisticsLevel::community, StatisticsLevel::grid, StatisticsLevel::building,
                             StatisticsLevel::group}) {
        INFO(land::to_text(level));
        const auto made = tasks::statistics(project, level, silent);
        CHECK(made.total.households == figures.households);
        CHECK(made.total.persons == figures.persons);
        CHECK(made.total.labour_households == figures.labour_households);
        CHECK(made.total.labourers == figures.labourers);
        CHECK(made.total.employed == figures.employed);
        REQUIRE(made.with_groups);
        CHECK(made.total.groups.at("disabled") == figures.disabled);
        CHECK(made.total.groups.at("left_behind_child") == figures.left_behind_children);
        CHECK(made.total.groups.at("empty_nest_elderly") == figures.empty_nest_elderly);
        std::int64_t mu = 0;
        land::PlaceSums sum;
        for (const auto& place : made.places) sum.add(place.sums);
        CHECK(sum == made.total);
        for (const auto& [kind, uses] : made.total.mu_hundredths)
            for (const auto& [use, hundredths] : uses) mu += hundredths;
        CHECK(mu == flows.total.mu_hundredths);
        CHECK(std::ranges::none_of(made.places, [](const auto& place) { return place.id == 0; }));
    }
    const auto buildings = tasks::statistics(project, StatisticsLevel::building, silent);
    CHECK(static_cast<std::int64_t>(buildings.places.size()) == figures.buildings);
    CHECK(buildings.places[1].name == "2号楼");
    CHECK(buildings.places[9].name == "10号楼");
    auto locked = tests::open(tests::loaded_town());
    const auto without = tasks::statistics(locked, StatisticsLevel::community, silent);
    CHECK_FALSE(without.with_groups);
    CHECK(without.total.groups.empty());
    CHECK(without.total.persons == figures.persons);
}

TEST_CASE("all boards together hold the town; the public one counts only", "[tasks][help]") {
    auto project = tests::open_unlocked(tests::loaded_town());
    const auto figures = tasks::info(project).figures;
    std::int64_t households = 0, persons = 0, flats = 0, labourers = 0, employed = 0, disabled = 0;
    auto rows = project.store->snapshot();
    std::vector<std::int64_t> buildings;
    {
        auto ids = rows->db().prepare("SELECT id FROM building WHERE kind='residential'");
        while (ids.step()) buildings.push_back(ids.integer(0));
    }
    for (const auto id : buildings) {
        const auto board = tasks::building_board(project, id, tasks::BoardEdition::staff);
        households += *of(board.counts, "households");
        persons += *of(board.counts, "persons");
        flats += *of(board.counts, "flats");
        labourers += *of(board.counts, "labourers");
        employed += *of(board.counts, "employed");
        disabled += of(board.groups, "disabled").value_or(0);
        CHECK(std::ranges::any_of(board.officers, [](const auto& o) { return o.first == "building_head"; }));
        CHECK(std::ranges::any_of(board.officers, [](const auto& o) { return o.first == "grid_worker"; }));

        const auto shown = tasks::building_board(project, id, tasks::BoardEdition::public_board);
        CHECK(shown.flats.empty());
        CHECK(shown.groups.empty());
        std::int64_t hidden = 0;
        for (const auto& one : shown.counts) {
            if (one.name == "flats" || one.name == "free_flats") continue;
            if (!one.n) ++hidden;
            CHECK((!one.n || *one.n == 0 || *one.n >= 5));
        }
        CHECK(hidden != 1);
    }
    CHECK(households == figures.households);
    CHECK(persons == figures.persons);
    CHECK(flats == figures.flats);
    CHECK(labourers == figures.labourers);
    CHECK(employed == figures.employed);
    CHECK(disabled == figures.disabled);
    auto locked = tests::open(tests::loaded_town());
    CHECK(tasks::building_board(locked, buildings.front(), tasks::BoardEdition::staff).locked);
    CHECK_THROWS_AS(tasks::building_board(locked, 1, tasks::BoardEdition::staff), Error);
}

TEST_CASE("1+X made even is one edit that can be taken back", "[tasks][help]") {
    const tests::TownFolder folder;
    auto project = tests::open(tests::town_copy(folder));
    const auto plan = tasks::pairing_plan(project);
    CHECK(plan.pairings == count(project, "SELECT count(*) FROM pairing"));
    std::int64_t all = 0;
    for (const auto& load : plan.loads) all += load.households;
    CHECK(all == plan.pairings);
    REQUIRE_FALSE(plan.handovers.empty());
    const auto spread = [](const std::vector<land::HelperLoad>& loads) {
        return loads.front().households - loads.back().households;
    };
    CHECK(spread(plan.balanced) < spread(plan.loads));
    const auto entry = tasks::balance_pairing(project);
    CHECK(entry > 0);
    const auto after = tasks::pairing_plan(project);
    CHECK(after.handovers.empty());
    CHECK(after.pairings == plan.pairings);
    CHECK(after.households == plan.households);
    CHECK(spread(after.loads) == spread(plan.balanced));
    CHECK(tasks::balance_pairing(project) == 0);
    tasks::undo(project, {}, silent);
    CHECK(tasks::pairing_plan(project).handovers.size() == plan.handovers.size());
}

TEST_CASE("families without a ground floor are told only unlocked, and the history says so",
          "[tasks][help]") {
    const tests::TownFolder folder;
    const auto file = tests::town_copy(folder);
    auto locked = tests::open(file);
    CHECK_THROWS_AS(tasks::ground_floor(locked, "核对", silent), Error);
    auto project = tests::open_unlocked(file);
    CHECK_THROWS_AS(tasks::ground_floor(project, "", silent), Error);
    const auto list = tasks::ground_floor(project, "核对底层", silent);
    CHECK(list.allocated == 406);
    CHECK(list.damaged == 0);
    CHECK(list.in_need == list.on_ground_floor + static_cast<std::int64_t>(list.lines.size()));
    // Whoever was given such a flat has a need (the sample's rule) and is on the ground floor.
    CHECK(list.on_ground_floor >= 406);
    for (const auto& line : list.lines) {
        CHECK(line.floor > 1);
        CHECK_FALSE(line.needs.empty());
        if (!line.flat.empty()) CHECK(line.flat_floor < line.floor);
    }
    const auto last = tasks::history(project, 1);
    REQUIRE(last.size() == 1);
    CHECK(last.front().kind == "access");
    CHECK(last.front().seq == list.entry);

    // A free ground-floor flat in the building of the first family is suggested to somebody there.
    const auto& first = list.lines.front();
    const auto flat = count(project,
                            "SELECT o.flat FROM occupancy o JOIN flat f ON f.id=o.flat WHERE f.floor=1 AND "
                            "o.valid_to IS NULL AND o.allocation='ordinary' AND f.building=" +
                                std::to_string(first.building));
    if (flat != 0) {
        const auto occupancy = count(
            project, "SELECT id FROM occupancy WHERE valid_to IS NULL AND flat=" + std::to_string(flat));
        project.store->apply(
            {project.head("ends"),
             {land::Update{
                 "occupancy", occupancy, {{"valid_to", land::Value{}, std::string("2025-01-01")}}}}});
        const auto again = tasks::ground_floor(project, "核对底层", silent);
        CHECK(std::ranges::any_of(again.lines, [](const auto& line) {
            return line.flat_floor == 1 && line.nearness == "building";
        }));
    }
}
