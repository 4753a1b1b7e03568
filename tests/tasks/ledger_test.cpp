#include "tasks/ledger.hpp"

#include <map>
#include <set>

#include "catch.hpp"
#include "exchange/reader.hpp"
#include "land/area.hpp"
#include "sample_project.hpp"
#include "tasks/info.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

std::map<std::string, std::string> figures_of(tasks::Project& project) {
    std::map<std::string, std::string> out;
    for (const auto& figure : land::named(tasks::info(project).figures))
        out[figure.name] = std::visit([](const auto& v) { return fmt::format("{}", v); }, figure.value);
    return out;
}
tasks::LedgerParams kind(const std::string& name, const std::string& level = {}) {
    tasks::LedgerParams params;
    params.kind = name;
    params.level = level;
    params.reason = "test";
    return params;
}
std::vector<tasks::LedgerParams> all_ledgers() {
    std::vector<tasks::LedgerParams> out;
    for (const auto& name : tasks::ledger_kinds()) {
        if (name != "land") out.push_back(kind(name));
    }
    for (const auto& level : tasks::ledger_levels()) out.push_back(kind("land", level));
    return out;
}
/// Every figure that a ledger gives is info's, to the digit; the names of those that were compared.
std::set<std::string> compared(tasks::Project& project) {
    const auto info = figures_of(project);
    std::set<std::string> seen;
    for (const auto& params : all_ledgers()) {
        const auto made = tasks::ledger(project, params);
        for (const auto& figure : made.form.figures) {
            INFO(params.kind << " " << params.level << " " << figure.name);
            const auto value = land::figure_value(made, figure);
            CHECK(info.at(figure.name) ==
                  (land::is_area(made, figure) ? land::format_hundredths(value) : std::to_string(value)));
            seen.insert(figure.name);
        }
    }
    return seen;
}

}  // namespace

TEST_CASE(
    "every figure of info comes out of a ledger, to the digit: locked, unlocked, with faults, and empty") {
    auto locked = open(loaded_town());
    CHECK(compared(locked).size() == figures_of(locked).size());
    CHECK(figures_of(locked).at("farmland_revitalised_mu") == "10098.27");
    const TownFolder folder;
    auto unlocked = open_unlocked(town_copy(folder));
    CHECK(compared(unlocked).size() == figures_of(unlocked).size());
    auto messed = open(messed_town());
    CHECK(figures_of(messed) != figures_of(locked));
    compared(messed);
    const TownFolder other;
    auto empty = open(other.town());
    CHECK(compared(empty).size() == figures_of(empty).size());
}

TEST_CASE("a sealed ledger: counts while locked, families once unlocked, and the history says who saw them") {
    const TownFolder folder;
    const auto file = town_copy(folder);
    auto locked = open(file);
    const auto counts = tasks::ledger(locked, kind("allowance"));
    CHECK(counts.rows.size() == 3);
    CHECK(counts.notes.size() == 1);
    auto unlocked = open_unlocked(file);
    const auto before = unlocked.store->data_version();
    const auto named = tasks::ledger(unlocked, kind("allowance"));
    CHECK(named.rows.size() == 1516);
    CHECK(tasks::history(unlocked, 1).front().kind == "access");
    CHECK(unlocked.store->data_version() > before);
    auto without = kind("allowance");
    without.reason.clear();
    CHECK(code_of([&] { tasks::ledger(unlocked, without); }) == "no_reason");
}

TEST_CASE("a public edition names nobody and hides small counts") {
    auto project = open(loaded_town());
    const TownFolder folder;
    land::Progress silent;
    auto all = kind("all");
    all.public_edition = true;
    const auto written = tasks::write_ledgers(project, all, folder / "public", silent);
    std::set<std::string> kinds;
    for (const auto& one : written) kinds.insert(one.kind + one.level);
    CHECK(kinds == std::set<std::string>{"community", "grid", "building", "facility", "course", "allowance",
                                         "landgroup", "landvillage", "landtown"});
    auto families = kind("household");
    families.public_edition = true;
    std::string words;
    CHECK(code_of([&] { tasks::ledger(project, families); }, &words) == "not_public");
    CHECK_THAT(words, ContainsSubstring("public"));

    const TownFolder small;
    auto town = open(small.town());
    const auto community = [](std::int64_t n, const char* code) {
        return land::Insert{
            "community", land::NewId{n}, {{"code", std::string(code)}, {"name", std::string(code)}}};
    };
    const auto count = [](std::int64_t of, std::int64_t n) {
        return land::Insert{
            "group_count", {}, {{"community", land::NewId{of}}, {"grp", std::string("disabled")}, {"n", n}}};
    };
    town.store->apply(edit_by("maker", "counts",
                              {community(1, "C1"), community(2, "C2"), community(3, "C3"), count(1, 3),
                               count(2, 8), count(3, 40)}));
    auto communities = kind("community");
    communities.public_edition = true;
    const auto masked = tasks::ledger(town, communities);
    const auto column = masked.form.column("disabled");
    REQUIRE(masked.rows.size() == 4);
    CHECK(masked.rows[0][column].index() == 0);  // 3: hidden
    CHECK(masked.rows[1][column].index() == 0);  // 8: hidden with it, or the total would tell
    CHECK(std::get<std::int64_t>(masked.rows[2][column]) == 40);
    CHECK(land::column_total(masked, column) == 51);
}

TEST_CASE(
    "a workbook: codes are text, kept values of totals are the ledger's, and a refused one leaves nothing") {
    auto project = open(loaded_town());
    const TownFolder folder;
    land::Progress silent;
    const auto file = folder / "户室.xlsx";
    tasks::write_ledgers(project, kind("flat"), file, silent);
    const exchange::Reader reader(file);
    bool total = false;
    std::int64_t rows = 0;
    reader.each(reader.layer(), [&](const exchange::SourceRow& row) {
        ++rows;
        const auto text = [&](std::size_t i) {
            return i < row.cells.size() ? land::to_display(row.cells[i]) : "";
        };
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (text(i) == "520524700001GB00001F00010001") CHECK(text(1) == "B001-1-101");
        }
        if (text(0) == "合计") total = true;
        return true;
    });
    CHECK(rows > 5512);
    CHECK(total);
    CHECK(code_of([&] { tasks::write_ledgers(project, kind("flat"), folder / "a.doc", silent); }) ==
          "unknown_format");
    CHECK(code_of([&] { tasks::write_ledgers(project, kind("all"), folder / "a.xlsx", silent); }) ==
          "unknown_format");
    CHECK(code_of([&] { tasks::write_ledgers(project, kind("flat"), folder / "no" / "a.xlsx", silent); }) ==
          "not_writable");
    CHECK(folder.names() == std::vector<std::string>{"户室.xlsx"});
}
