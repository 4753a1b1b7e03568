#include "tasks/table_page.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "sample_project.hpp"
#include "tasks/edit_cell.hpp"
#include "tasks/past.hpp"
#include "tasks/row_place.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

land::Progress silent;

std::vector<std::int64_t> ids_by(tasks::Project& project, const std::string& sql) {
    const auto town = project.store->snapshot();
    auto rows = town->db().prepare(sql);
    std::vector<std::int64_t> out;
    while (rows.step()) out.push_back(rows.integer(0));
    return out;
}

tasks::TownTable table(tasks::Project& project, const std::string& name) {
    for (auto& one : tasks::town_tables(project))
        if (one.name == name) return one;
    FAIL("no table " << name);
    return {};
}

std::string cell(tasks::Project& project, const std::string& name, std::int64_t id,
                 const std::string& column) {
    const auto shape = table(project, name);
    const std::int64_t ids[] = {id};
    const auto line = tasks::table_lines(project, shape, ids).front();
    for (std::size_t i = 0; i < shape.columns.size(); ++i)
        if (shape.columns[i].shape.name == column) return line.cells.at(i);
    FAIL("no column " << column);
    return {};
}

std::string name_in(tasks::Project& project, const std::string& name, std::int64_t id,
                    const std::string& column) {
    const auto shape = table(project, name);
    const std::int64_t ids[] = {id};
    const auto line = tasks::table_lines(project, shape, ids).front();
    for (std::size_t i = 0; i < shape.columns.size(); ++i)
        if (shape.columns[i].shape.name == column) return line.names.at(i);
    FAIL("no column " << column);
    return {};
}

}  // namespace

TEST_CASE("every table's ids come whole and in each order that is asked for", "[tables]") {
    auto project = open(loaded_town());
    for (const auto& one : tasks::town_tables(project)) {
        INFO(one.name);
        CHECK(tasks::table_caption(one.name).zh != one.name);
        const auto ids = tasks::table_ids(project, {one.name}, silent);
        CHECK(std::ranges::is_sorted(ids));
        for (const auto& column : one.columns) {
            INFO(column.shape.name);
            if (column.sealed) continue;
            tasks::TableOrder order{one.name};
            order.sort = column.shape.name;
            auto sorted = tasks::table_ids(project, order, silent);
            std::ranges::sort(sorted);
            CHECK(sorted == ids);
        }
    }
    const auto by_code = ids_by(project, "SELECT id FROM parcel ORDER BY code DESC NULLS LAST, id");
    tasks::TableOrder order{"parcel"};
    order.sort = "code";
    order.descending = true;
    CHECK(tasks::table_ids(project, order, silent) == by_code);
    order.limit = 50;
    CHECK(tasks::table_ids(project, order, silent) ==
          std::vector<std::int64_t>(by_code.begin(), by_code.begin() + 50));
    CHECK(code_of([&] { tasks::table_ids(project, {"no_such"}, silent); }) == "no_table");
    order.sort = "no_such";
    CHECK(code_of([&] { tasks::table_ids(project, order, silent); }) == "no_column");
}

TEST_CASE("names are sorted by pinyin, codes by their signs", "[tables]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto facilities = tasks::table_ids(project, {"facility"}, silent);
    const std::vector<std::string> in_order{"安居小区", "北环路", "惠民社区", "恒大中学"};
    // Heng before Hui: not the order of the characters' numbers.
    const std::vector<std::string> names{in_order[1], in_order[2], in_order[0], in_order[3]};
    for (std::size_t i = 0; i < names.size(); ++i)
        tasks::edit_cell(project, {"facility", facilities[i], "name",
                                   cell(project, "facility", facilities[i], "name"), names[i]});
    tasks::TableOrder order{"facility"};
    order.sort = "name";
    std::vector<std::string> sorted;
    for (const auto id : tasks::table_ids(project, order, silent)) {
        const auto name = cell(project, "facility", id, "name");
        if (std::ranges::find(names, name) != names.end()) sorted.push_back(name);
    }
    CHECK(sorted == std::vector<std::string>{"安居小区", "北环路", "恒大中学", "惠民社区"});
}

TEST_CASE("a filter finds what any cell holds, takes signs as text, and hundredths as they are read",
          "[tables]") {
    auto project = open(loaded_town());
    const auto filtered = [&](const std::string& name, const std::string& text) {
        tasks::TableOrder order{name};
        order.filter = text;
        return tasks::table_ids(project, order, silent);
    };
    const std::string one =
        cell(project, "parcel", tasks::table_ids(project, {"parcel"}, silent).at(77), "code");
    CHECK(filtered("parcel", one).size() == 1);
    CHECK(filtered("parcel", "%").empty());
    CHECK(filtered("parcel", "_").empty());
    // A reference is found by the code that is shown for it.
    const std::string building =
        cell(project, "flat", 0 + tasks::table_ids(project, {"flat"}, silent).at(5), "building");
    CHECK(filtered("flat", building).size() >=
          ids_by(project,
                 "SELECT f.id FROM flat f JOIN building b ON b.id=f.building WHERE b.code='" + building + "'")
              .size());
    const auto area =
        ids_by(project, "SELECT id FROM area_record WHERE value_hundredths>10000 LIMIT 1").front();
    const auto found = filtered("area_record", cell(project, "area_record", area, "value_hundredths"));
    CHECK(std::ranges::find(found, area) != found.end());
    tasks::TableOrder caption{"parcel"};
    caption.filter = "闲置";
    CHECK(tasks::table_ids(project, caption, silent).empty());
    caption.or_equal = {{"use_status", "idle"}};
    CHECK(tasks::table_ids(project, caption, silent) ==
          ids_by(project, "SELECT id FROM parcel WHERE use_status='idle' ORDER BY id"));
}

TEST_CASE("a filter that finds nothing can be stopped", "[tables]") {
    auto project = open(loaded_town());
    std::stop_source source;
    land::Progress stopped(source.get_token());
    source.request_stop();
    tasks::TableOrder order{"person"};
    order.filter = "nobody bears this";
    CHECK_THROWS_AS(tasks::table_ids(project, order, stopped), Cancelled);
}

TEST_CASE("no table shows a sealed value, and none is typed over", "[tables]") {
    auto project = open_unlocked(loaded_town());
    std::set<std::string> names;
    for (const auto& one : tasks::town_tables(project)) {
        names.insert(one.name);
        for (const auto& column : one.columns)
            if (column.sealed) CHECK_FALSE(column.read_only.empty());
    }
    CHECK_FALSE(names.contains("sealed"));
    CHECK_FALSE(names.contains("document"));
    CHECK(names.contains("parcel"));
}

TEST_CASE("a cell is typed over as an edit that can be undone, and not over somebody else's", "[tables]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto building = ids_by(project, "SELECT id FROM building WHERE floors IS NOT NULL LIMIT 1").front();
    const std::string floors = cell(project, "building", building, "floors");
    CHECK(tasks::edit_cell(project, {"building", building, "floors", floors, "33"}) > 0);
    CHECK(cell(project, "building", building, "floors") == "33");
    CHECK(tasks::edit_cell(project, {"building", building, "floors", "33", " 33 "}) == 0);
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"building", building, "floors", floors, "5"});
          }) == "changed");
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"building", building, "floors", "33", "many"});
          }) == "bad_value");
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"building", building, "kind", "residential", "castle"});
          }) == "bad_value");
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"building", building, "built_on",
                                         cell(project, "building", building, "built_on"), "2019-02-30"});
          }) == "bad_value");
    tasks::undo(project, {}, silent);
    CHECK(cell(project, "building", building, "floors") == floors);

    // A reference by its code; a column of the table that the household extends.
    const std::string grid = cell(project, "building", building, "grid");
    const auto other = ids_by(project, "SELECT id FROM grid ORDER BY id DESC LIMIT 1").front();
    const std::string other_code = cell(project, "grid", other, "code");
    CHECK(tasks::edit_cell(project, {"building", building, "grid", grid, other_code}) > 0);
    CHECK(ids_by(project, "SELECT grid FROM building WHERE id=" + std::to_string(building)).front() == other);
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"building", building, "grid", other_code, "no such"});
          }) == "not_found");
    const auto household = ids_by(project, "SELECT id FROM household LIMIT 1").front();
    CHECK(tasks::edit_cell(project, {"household", household, "name",
                                     cell(project, "household", household, "name"), "某某"}) > 0);
    CHECK(cell(project, "household", household, "name") == "某某");
    const auto parcel = ids_by(project, "SELECT id FROM parcel WHERE kind='farmland' LIMIT 1").front();
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"parcel", parcel, "kind", "farmland", "woodland"});
          }) == "read_only");
    CHECK(code_of([&] { tasks::edit_cell(project, {"sealed", 1, "body", "", "x"}); }) == "no_table");
}

TEST_CASE("a row's place is its own, or that of what it belongs to", "[tables]") {
    auto project = open(loaded_town());
    const auto parcel = ids_by(project, "SELECT id FROM parcel WHERE kind='woodland' LIMIT 1").front();
    CHECK(tasks::row_place(project, "parcel", parcel).on_map.ids.at("woodland").front() == parcel);
    CHECK_FALSE(tasks::row_place(project, "parcel", parcel).box.empty());
    const auto flat = ids_by(project, "SELECT id FROM flat LIMIT 1").front();
    const auto building = ids_by(project, "SELECT building FROM flat LIMIT 1").front();
    CHECK(tasks::row_place(project, "flat", flat).on_map.ids.at("building").front() == building);
    const auto right = ids_by(project, "SELECT id FROM parcel_right LIMIT 1").front();
    CHECK_FALSE(tasks::row_place(project, "parcel_right", right).box.empty());
    const auto person = ids_by(project,
                               "SELECT member FROM party_member WHERE party IN (SELECT id FROM household "
                               "WHERE relocated) LIMIT 1")
                            .front();
    const auto place = tasks::row_place(project, "person", person);
    REQUIRE(place.household);
    CHECK(place.on_map.ids.contains("building"));
    CHECK(tasks::row_place(project, "household", *place.household).household == place.household);
    CHECK(tasks::row_place(project, "parcel", 0).on_map.empty());
    CHECK(tasks::row_place(project, "group_count", 1).box.empty());
}

TEST_CASE("references are shown by the names of their rows, sorted and found by them", "[tables]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    // Of every reference in every table: its row's words, never a bare number.
    for (const auto& one : tasks::town_tables(project)) {
        const auto ids = tasks::table_ids(project, {one.name}, silent);
        const auto some = std::span(ids).first(std::min<std::size_t>(ids.size(), 20));
        for (const auto& line : tasks::table_lines(project, one, some))
            for (std::size_t i = 0; i < one.columns.size(); ++i) {
                INFO(one.name << "." << one.columns[i].shape.name);
                if (one.columns[i].shape.references.empty())
                    CHECK(line.names[i].empty());
                else
                    CHECK(line.names[i].empty() == line.cells[i].empty());
            }
    }
    const auto household =
        ids_by(project, "SELECT id FROM household WHERE origin IS NOT NULL LIMIT 1").front();
    const auto town = project.store->snapshot();
    auto village = town->db().prepare(
        "SELECT v.village||v.grp FROM household h JOIN village v ON v.id=h.origin WHERE h.id=" +
        std::to_string(household));
    REQUIRE(village.step());
    CHECK(name_in(project, "household", household, "origin") == land::to_display(village.value(0)));
    const auto occupancy = ids_by(project, "SELECT id FROM occupancy LIMIT 1").front();
    const std::string holder = cell(project, "occupancy", occupancy, "household");
    CHECK_THAT(name_in(project, "occupancy", occupancy, "household"),
               Catch::Matchers::EndsWith(" · " + holder));

    tasks::TableOrder order{"building"};
    order.filter =
        name_in(project, "building", ids_by(project, "SELECT id FROM building LIMIT 1").front(), "grid");
    for (const auto id : tasks::table_ids(project, order, silent))
        CHECK(name_in(project, "building", id, "grid").find(order.filter) != std::string::npos);
    CHECK(tasks::table_ids(project, order, silent) ==
          ids_by(project, "SELECT b.id FROM building b JOIN grid g ON g.id=b.grid WHERE g.name LIKE '%" +
                              order.filter + "%' ORDER BY b.id"));
    order.filter.clear();
    order.sort = "grid";
    for (const bool descending : {false, true}) {
        order.descending = descending;
        order.limit = 0;
        const auto sorted = tasks::table_ids(project, order, silent);
        CHECK(sorted ==
              ids_by(project, std::string("SELECT b.id FROM building b LEFT JOIN grid g ON g.id=b.grid "
                                          "ORDER BY g.name COLLATE names ") +
                                  (descending ? "DESC" : "ASC") + " NULLS LAST, b.id"));
        order.limit = 7;
        CHECK(tasks::table_ids(project, order, silent) ==
              std::vector<std::int64_t>(sorted.begin(), sorted.begin() + 7));
    }
    // A filter and an order of a reference at once.
    order = {"flat"};
    order.filter = "101";
    order.sort = "building";
    CHECK(tasks::table_ids(project, order, silent).size() == [&] {
        order.sort.clear();
        return tasks::table_ids(project, order, silent).size();
    }());
}

TEST_CASE("rows to refer to are found while one types, and a cell takes a name", "[tables]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto all = tasks::row_choices(project, "grid", "", 5);
    CHECK(all.size() == 5);
    const auto one = tasks::row_choices(project, "building", "1");
    REQUIRE(one.size() > 2);
    CHECK(one.front().words.starts_with("1"));  // those that begin with it first
    CHECK(tasks::row_choices(project, "building", one.front().code).size() >= 1);
    CHECK(tasks::row_choices(project, "household", "%").empty());
    CHECK(tasks::row_choices(project, "building", "1", 3).size() == 3);

    const auto building = ids_by(project, "SELECT id FROM building WHERE grid IS NOT NULL LIMIT 1").front();
    const auto grid = tasks::row_choices(project, "grid", "", 50).back();
    CHECK(tasks::edit_cell(project, {"building", building, "grid",
                                     cell(project, "building", building, "grid"), grid.words}) > 0);
    CHECK(cell(project, "building", building, "grid") == grid.code);
    CHECK(name_in(project, "building", building, "grid") == grid.words);
    // A name that several bear is not guessed.
    const auto persons = ids_by(project, "SELECT id FROM person LIMIT 2");
    for (const auto id : persons)
        tasks::edit_cell(project, {"person", id, "name", cell(project, "person", id, "name"), "同名"});
    const auto officer = ids_by(project, "SELECT id FROM officer WHERE person IS NOT NULL LIMIT 1").front();
    CHECK(code_of([&] {
              tasks::edit_cell(project, {"officer", officer, "person",
                                         cell(project, "officer", officer, "person"), "同名"});
          }) == "ambiguous");
    CHECK(
        tasks::edit_cell(project, {"officer", officer, "person", cell(project, "officer", officer, "person"),
                                   "同名 · " + cell(project, "person", persons[1], "code")}) > 0);
}
