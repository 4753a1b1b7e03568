#include "tasks/load.hpp"

#include "catch.hpp"
#include "exchange/load_plan.hpp"
#include "land/figures.hpp"
#include "sample/figures.hpp"
#include "sample_project.hpp"
#include "tasks/info.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

/// The town's published account (DESIGN, the reference town), to the digit.
const std::map<std::string, std::variant<std::int64_t, std::string>> published = {
    {"communities", 3},
    {"buildings", 109},
    {"flats", 5512},
    {"households", 4958},
    {"persons", 22438},
    {"grids", 35},
    {"grid_workers", 15},
    {"building_heads", 109},
    {"party_groups", 31},
    {"party_members", 122},
    {"delegates", 5},
    {"left_behind_children", 226},
    {"empty_nest_elderly", 114},
    {"disabled", 1045},
    {"ground_floor_flats_allocated", 406},
    {"homestead_revitalised_m2", "38220.41"},
    {"woodland_revitalised_mu", "3598.10"},
    {"farmland_revitalised_mu", "10098.27"},
    {"cooperative_households", 45},
    {"labour_households", 4426},
    {"labourers", 10354},
    {"employed", 8843},
    {"zero_employment_households", 0},
    {"training_courses", 36},
    {"persons_trained", 1935},
    {"urban_allowance_households", 1516},
    {"urban_allowance_persons", 5776},
    {"residents_in_business", 85},
    {"special_posts", 526},
    {"pupils_kindergarten", 860},
    {"pupils_primary", 2117},
    {"pupils_middle", 951},
    {"clinics", 2}};

void check_published(const land::Figures& figures) {
    const auto all = land::named(figures);
    CHECK(all.size() == published.size());
    for (const auto& figure : all) {
        INFO(figure.name);
        REQUIRE(published.contains(figure.name));
        CHECK(figure.value == published.at(figure.name));
    }
}

std::map<std::string, std::string> contents_of(const tasks::Project& project) {
    return contents(project.store->snapshot()->db());
}

tasks::LoadOutcome load_into(const std::filesystem::path& town, land::Progress& progress) {
    tasks::LoadParams params;
    params.town = town;
    params.folder = sample_folder();
    params.actor = "tester";
    return tasks::load(params, progress);
}

}  // namespace

TEST_CASE(
    "the loaded sample town has the published figures, and those that the generator counted, locked and "
    "unlocked") {
    auto project = open(loaded_town());
    const auto info = tasks::info(project);
    check_published(info.figures);
    CHECK(info.figures == sample::expected_figures(sample::generate({1, 1, 0})));
    CHECK(info.reference_date == "2025-11-25");
    CHECK(info.crs.find("EPSG") != std::string::npos);
    CHECK(info.name == "平远新城");
    CHECK(info.has_key);
    CHECK(fault_of(project.store->snapshot()->db()).empty());
    const TownFolder folder;
    auto unlocked = open_unlocked(town_copy(folder));
    CHECK(tasks::info(unlocked).figures == info.figures);
}

TEST_CASE("undo of the whole load, and redo after a restart: figures and every row as before") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    land::Progress silent;
    tasks::ReverseParams all;
    all.batch = true;
    std::map<std::string, std::string> full;
    {
        auto project = open(town);
        full = contents_of(project);
        const auto undone = tasks::undo(project, all, silent);
        CHECK(undone.roots.size() > 20);
        const auto now = tasks::info(project);
        CHECK(now.figures == land::Figures{});
        for (const auto& [table, n] : now.counts) {
            INFO(table << " " << n);
            CHECK(table == "setting");
        }
        CHECK(fault_of(project.store->snapshot()->db()).empty());
    }
    auto project = open(town);
    tasks::redo(project, all, silent);
    check_published(tasks::info(project).figures);
    CHECK(contents_of(project) == full);
    CHECK(fault_of(project.store->snapshot()->db()).empty());
}

TEST_CASE("a second load adds nothing") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    land::Progress silent;
    const auto before = contents(raw(town));
    const auto outcome = load_into(town, silent);
    CHECK_FALSE(outcome.created);
    for (const auto& source : outcome.sources) {
        INFO(source.file);
        CHECK(source.import.seq == 0);
        CHECK(source.import.report.added == 0);
        CHECK(source.import.report.changed == 0);
    }
    CHECK(contents(raw(town)) == before);
}

TEST_CASE("without a key the load leaves personal values out row by row with a finding, and takes the rest") {
    const TownFolder folder;
    const auto town = folder.town();  // made without a passphrase
    land::Progress silent;
    const auto outcome = load_into(town, silent);
    auto project = open(town);
    const auto info = tasks::info(project);
    CHECK_FALSE(info.has_key);
    CHECK(info.figures.persons == 22438);
    CHECK(info.figures.households == 4958);
    CHECK(info.figures.disabled == 0);
    CHECK(info.figures.urban_allowance_persons == 0);
    CHECK(project.store->snapshot()->count("sealed") == 0);
    std::int64_t left_out = 0;
    for (const auto& source : outcome.sources) {
        const auto& report = source.import.report;
        INFO(source.file);
        CHECK(report.findings_count == report.left_out_sealed);
        CHECK(report.rows_read == report.added + report.changed + report.unchanged + report.refused);
        for (const auto& finding : report.findings) {
            CHECK(finding.rule == "import.sealed_left_out");
            CHECK(finding.row > 0);
            CHECK(finding.value.empty());  // the personal value itself is not repeated
        }
        left_out += report.left_out_sealed;
    }
    CHECK(left_out > 22438);
}

TEST_CASE("a cancelled load leaves the town as it was, and no file where there was none") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    const auto full = contents(raw(town));
    {
        // Something to load again: what was loaded is taken out first.
        auto project = open(town);
        tasks::ReverseParams all;
        all.batch = true;
        land::Progress silent;
        tasks::undo(project, all, silent);
    }
    const auto empty = contents(raw(town));
    for (const int after : {1, 400, 30000}) {
        INFO("stopped after " << after);
        StopAfter stop(after);
        CHECK_THROWS_AS(load_into(town, stop), Cancelled);
        CHECK(contents(raw(town)) == empty);
        CHECK(fault_of(raw(town)).empty());
        StopAfter again(after);
        CHECK_THROWS_AS(load_into(folder / "new.sqlite", again), Cancelled);
        CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
    }
    CHECK(full != empty);
}

TEST_CASE(
    "a cancelled second load does not take back what an earlier load brought, whoever writes meanwhile") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    const auto before = tasks::info(*std::make_unique<tasks::Project>(open(town))).figures;
    store::Store other(town);
    // Somebody else writes while the load, which finds nothing new, is under way.
    class Meddler : public StopAfter {
      public:
        explicit Meddler(store::Store& store)
            : StopAfter(5000),
              store_(store),
              sources_(exchange::read_load_plan(sample_folder()).sources.size()) {}

      protected:
        void show(std::string_view what, std::int64_t done, std::int64_t total) override {
            // Between two sources, when the load holds no transaction.
            if (done == 2 && total == static_cast<std::int64_t>(sources_) && !std::exchange(written_, true)) {
                store_.apply(edit_by("other", "meanwhile", {new_marking("m")}));
            }
            StopAfter::show(what, done, total);
        }

      private:
        store::Store& store_;
        std::size_t sources_;
        bool written_ = false;
    } stop(other);
    CHECK_THROWS_AS(load_into(town, stop), Cancelled);
    auto project = open(town);
    CHECK(tasks::info(project).figures == before);
    CHECK(project.store->snapshot()->db().integer("SELECT count(*) FROM history WHERE kind='undo'") == 0);
    CHECK(project.store->snapshot()->db().integer("SELECT count(*) FROM marking WHERE code='m'") == 1);
}
