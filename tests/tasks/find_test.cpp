#include "tasks/find.hpp"

#include <set>

#include "catch.hpp"
#include "sample_project.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

/// The sample town, with one index for all cases.
struct Finder {
    tasks::Project project = open(loaded_town());
    std::vector<tasks::Found> operator()(const std::string& text, std::size_t limit = 20,
                                         std::vector<std::string> kinds = {}) {
        static const TownFolder cache;
        land::Progress silent;
        tasks::FindParams params{text, std::move(kinds), limit, false, cache / "index"};
        return tasks::find(project, params, silent).found;
    }
    std::vector<std::string> texts(const std::string& sql) {
        const auto town = project.store->snapshot();
        auto rows = town->db().prepare(sql);
        std::vector<std::string> out;
        while (rows.step()) out.emplace_back(rows.text(0));
        return out;
    }
    std::int64_t count(const std::string& sql) { return project.store->snapshot()->db().integer(sql); }
};

}  // namespace

TEST_CASE("each kind of thing is found by what people have of it, and has its place", "[find]") {
    Finder find;
    const std::map<std::string, std::string> one_of_each = {
        {"household", "SELECT name FROM party WHERE kind='household' ORDER BY id LIMIT 1 OFFSET 416"},
        {"person", "SELECT name FROM party WHERE kind='person' ORDER BY id LIMIT 1 OFFSET 1000"},
        {"contract_household", "SELECT code FROM party WHERE kind='contract_household' LIMIT 1"},
        {"flat", "SELECT unit_number FROM flat ORDER BY id LIMIT 1 OFFSET 2000"},
        {"building", "SELECT code FROM building ORDER BY id LIMIT 1 OFFSET 40"},
        {"village", "SELECT code FROM village LIMIT 1 OFFSET 5"},
        {"parcel", "SELECT code FROM parcel ORDER BY id LIMIT 1 OFFSET 7000"},
        {"certificate",
         "SELECT certificate FROM parcel_right WHERE certificate IS NOT NULL LIMIT 1 OFFSET 3000"},
        {"contract", "SELECT contract_no FROM use_agreement LIMIT 1 OFFSET 30"},
        {"cooperative", "SELECT name FROM party WHERE kind='cooperative' LIMIT 1"},
        {"organisation", "SELECT name FROM party WHERE kind='company' LIMIT 1"},
        {"officer",
         "SELECT code FROM officer WHERE id IN (SELECT officer FROM duty WHERE role='building_head') LIMIT "
         "1"},
        {"facility", "SELECT name FROM facility LIMIT 1"},
        {"business", "SELECT name FROM business LIMIT 1"},
        {"community", "SELECT code FROM community LIMIT 1"},
        {"grid", "SELECT code FROM grid LIMIT 1"},
    };
    for (const auto& [kind, sql] : one_of_each) {
        const std::string text = find.texts(sql).at(0);
        INFO(kind << ": " << text);
        const auto found = find(text, 20, {kind});
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().kind == kind);
        CHECK(found.front().by == "exact");
        CHECK(found.front().matched == text);
        CHECK_FALSE(found.front().caption.empty());
        CHECK_FALSE(found.front().on_map.empty());
        CHECK_FALSE(found.front().box.empty());
    }
}

TEST_CASE("one and two characters, part of a code, initials", "[find]") {
    Finder find;
    // Counted by SQLite, found by the index.
    CHECK(find("邻", 10000, {"household"}).size() ==
          static_cast<std::size_t>(
              find.count("SELECT count(*) FROM party WHERE kind='household' AND instr(name,'邻')")));
    CHECK(find("岩村", 10000, {"village"}).size() ==
          static_cast<std::size_t>(
              find.count("SELECT count(*) FROM village WHERE instr(town||village||grp,'岩村')")));
    CHECK(find("9-3", 10000, {"flat"}).size() ==
          static_cast<std::size_t>(find.count("SELECT count(*) FROM flat WHERE instr(code,'9-3')")));
    const auto zh = find("zh0417", 5);
    REQUIRE_FALSE(zh.empty());
    CHECK(zh.front().caption == "住户0417");
    CHECK(zh.front().by == "initials");
    // By building, entrance, floor and room.
    const auto room = find("B001-1-1-1", 5, {"flat"});
    REQUIRE_FALSE(room.empty());
    CHECK(room.front().caption == "B001-1-101");
}

TEST_CASE("whole texts before beginnings before parts, up to the limit", "[find]") {
    Finder find;
    const auto found = find("1号楼", 200);
    REQUIRE(found.size() == 200);
    const std::vector<std::string> order = {"exact", "prefix", "substring", "initials"};
    const auto rank = [&](const tasks::Found& f) {
        return std::find(order.begin(), order.end(), f.by) - order.begin();
    };
    for (std::size_t i = 1; i < found.size(); ++i) CHECK(rank(found[i - 1]) <= rank(found[i]));
    CHECK(found.front().caption == "1号楼");
    std::set<std::pair<std::string, std::int64_t>> once;
    for (const auto& f : found) CHECK(once.emplace(f.kind, f.id).second);
    CHECK(find("no such thing anywhere").empty());
    CHECK(find("   ").empty());
}

TEST_CASE("an identity number finds its person once the records are unlocked", "[find]") {
    const TownFolder folder;
    auto project = open_unlocked(town_copy(folder));
    std::string number, name;
    {
        const auto town = project.store->snapshot();
        auto rows = town->db().prepare(
            "SELECT s.body, p.name FROM sealed s JOIN party p ON p.id=s.party WHERE p.kind='person' LIMIT 1 "
            "OFFSET 77");
        REQUIRE(rows.step());
        const auto body = rows.blob(0);
        number = project.key->open(body).at("id_number");
        name = rows.text(1);
    }
    land::Progress silent;
    tasks::FindParams params;
    params.text = number;
    params.folder = std::filesystem::path();
    const auto unlocked = tasks::find(project, params, silent);
    REQUIRE(unlocked.found.size() == 1);
    CHECK(unlocked.found.front().caption == name);
    CHECK(unlocked.found.front().household);
    CHECK(unlocked.found.front().matched != number);
    project.key.reset();
    CHECK(tasks::find(project, params, silent).found.empty());
}

TEST_CASE("an identity number is not looked up while the records are locked, and a kind must exist",
          "[find]") {
    Finder find;
    land::Progress silent;
    tasks::FindParams params;
    params.text = "11010519491231002X";  // the standard's own example
    params.folder = std::filesystem::path();
    const auto result = tasks::find(find.project, params, silent);
    CHECK(result.found.empty());
    CHECK_FALSE(result.note.empty());
    CHECK(code_of([&] { find("x", 1, {"cat"}); }) == "bad_kind");
}
