#include <fmt/format.h>
#include <signal.h>

#include <fstream>
#include <set>

#include "../store/town_file.hpp"
#include "catch.hpp"
#include "program.hpp"
#include "store/database.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const TownFolder& shared() {
    static const TownFolder folder;
    return folder;
}
/// The sample town's sources, written once by the program.
const std::string& sources() {
    static const std::string folder = [] {
        const auto path = (shared() / "样本 sources").string();
        REQUIRE(run({"sample", path}).code == 0);
        return path;
    }();
    return folder;
}
/// Loaded once by the program; what it said.
const Ran& loaded(std::string* town = nullptr) {
    static const std::string path = (shared() / "loaded.sqlite").string();
    static const Ran ran = run({"load", path, sources(), "--actor", "loader", "--json"});
    if (town) *town = path;
    return ran;
}
std::string copy_of_loaded(const TownFolder& folder) {
    std::string town;
    REQUIRE(loaded(&town).code == 0);
    std::filesystem::copy_file(town, folder / "town.sqlite");
    return (folder / "town.sqlite").string();
}

}  // namespace

TEST_CASE("sample, load and info: the figures as JSON, counts as integers and areas as text") {
    std::string town;
    const auto& ran = loaded(&town);
    REQUIRE(ran.code == 0);
    CHECK(ran.json()["recovery_key"].get<std::string>().size() == 39);
    const auto sources = ran.json()["sources"];
    for (const auto& source : sources) {
        INFO(source["source"]);
        CHECK(source["findings_count"] == 0);
        CHECK(source["added"].get<int>() + source["changed"].get<int>() + source["unchanged"].get<int>() ==
              source["rows_read"].get<int>());
    }
    const auto info = run({"info", town, "--json"});
    CHECK(info.code == 0);
    const auto figures = info.json()["figures"];
    CHECK(figures["flats"] == 5512);
    CHECK(figures["flats"].is_number_integer());
    CHECK(figures["homestead_revitalised_m2"] == "38220.41");
    CHECK(figures["woodland_revitalised_mu"] == "3598.10");
    CHECK(figures["farmland_revitalised_mu"] == "10098.27");
    CHECK(figures.size() == 33);
    for (const auto& [key, value] : figures.items()) {
        INFO(key);
        CHECK((value.is_number_integer() || value.is_string()));
    }
    const auto words = run({"info", town}).out;
    CHECK_THAT(words,
               ContainsSubstring("22438") && ContainsSubstring("3598.10") && ContainsSubstring("平远新城"));
}

TEST_CASE("ledgers, a card and a matched list from the command line") {
    const TownFolder folder;
    const auto town = copy_of_loaded(folder);
    const auto figures = run({"info", town, "--json"}).json()["figures"];
    const auto all = run({"ledger", town, "--kind", "all", "--out", (folder / "台账").string(), "--json"});
    REQUIRE(all.code == 0);
    std::set<std::string> seen;
    const auto report = all.json();
    for (const auto& ledger : report["ledgers"]) {
        CHECK(std::filesystem::exists(ledger["file"].get<std::string>()));
        for (const auto& [name, value] : ledger["figures"].items()) {
            INFO(name);
            CHECK(value == figures[name]);
            seen.insert(name);
        }
    }
    CHECK(seen.size() == figures.size());
    CHECK(run({"ledger", town, "--kind", "pupils", "--public", "--out", (folder / "a.xlsx").string()}).code ==
          1);
    CHECK(run({"ledger", town, "--kind", "nothing", "--out", (folder / "a.xlsx").string()}).code == 2);
    CHECK(
        run({"ledger", town, "--kind", "flat", "--by", "town", "--out", (folder / "a.xlsx").string()}).code ==
        2);

    const auto card = run({"card", town, "520524-A-0010", "--json"});
    REQUIRE(card.code == 0);
    CHECK(card.json()["sections"]["members"]["rows"].size() == 4);
    CHECK(card.json()["unlocked"] == false);
    CHECK_THAT(run({"card", town, "520524-A-0010"}).out,
               ContainsSubstring("城里责任链") && ContainsSubstring("网格员"));
    CHECK_THAT(run({"card", town, "520524-A-0010", "--lang", "en"}).out, ContainsSubstring("grid worker"));
    CHECK(run({"card", town, "520524-A-9999"}).code == 1);
    CHECK(run({"card", town, "520524-A-0010", "--unmasked"}).code == 1);  // locked

    const auto list = (folder / "名单.csv").string();
    std::ofstream(list)
        << "户号,户名,房号\n520524-A-0010,住户0010,B001-2-302\n520524-A-0011,住户0010,B001-2-302\n";
    const auto match = run({"match", town, list, "--json", "--review", (folder / "审核.csv").string()});
    REQUIRE(match.code == 0);
    CHECK(match.json()["certain"] == 1);
    CHECK(match.json()["probable"] == 1);
    CHECK(match.json()["linked_already"] == 1);
    CHECK_THAT(bytes_of(folder / "审核.csv"), ContainsSubstring("也可能是"));
    CHECK(run({"match", town, list, "--apply", "certain"}).code == 0);
    std::ofstream(folder / "无.csv") << "甲,乙\n1,2\n";
    CHECK(run({"match", town, (folder / "无.csv").string()}).code == 2);
}

TEST_CASE("render writes a picture and says what is on it") {
    const TownFolder folder;
    std::string town;
    REQUIRE(loaded(&town).code == 0);
    for (const char* name : {"图 map.png", "map.svg", "map.pdf", "map.jpg"}) {
        INFO(name);
        const auto out = (folder / name).string();
        const auto ran =
            run({"render", town, "--out", out, "--size", "640x480", "--title", "平远新城", "--json"});
        CHECK(ran.code == 0);
        CHECK(ran.json()["features"] > 100);
        CHECK(ran.json()["unreadable"] == 0);
        CHECK(std::filesystem::file_size(out) > 5000);
    }
    CHECK(run({"render", town, "--out", (folder / "m.bmp").string()}).code == 1);
    CHECK(run({"render", town, "--out", (folder / "m.png").string(), "--layer", "nothing"}).code == 2);
    CHECK(run({"render", town, "--out", (folder / "no" / "m.png").string()}).code == 1);
    CHECK(folder.names().size() == 4);
}

TEST_CASE("undo --batch and redo --batch of the whole load, each in a process of its own") {
    const TownFolder folder;
    const auto town = copy_of_loaded(folder);
    const auto full = contents(raw(town));
    const auto figures = run({"info", town, "--json"}).json()["figures"];
    CHECK(run({"undo", town, "--batch", "--actor", "loader"}).code == 0);
    const auto empty = run({"info", town, "--json"}).json()["figures"];
    CHECK(empty["flats"] == 0);
    CHECK(empty["farmland_revitalised_mu"] == "0.00");
    CHECK(run({"redo", town, "--batch", "--actor", "loader"}).code == 0);
    CHECK(run({"info", town, "--json"}).json()["figures"] == figures);
    CHECK(contents(raw(town)) == full);
}

TEST_CASE("Ctrl+C during a load: exit 3, and the town is as it was") {
    const TownFolder folder;
    const auto town = copy_of_loaded(folder);
    REQUIRE(run({"undo", town, "--batch", "--actor", "loader"}).code == 0);
    const auto before = contents(raw(town));
    // Once it has written two sources: seen from outside, in the history.
    const auto written = [&](const std::string& file, std::int64_t than) {
        try {
            const store::Database db(file, store::Database::Access::read);
            return db.integer("SELECT count(*) FROM history WHERE kind='edit'") >= than;
        } catch (const Error&) {
            return false;  // not there yet, or just being put in place
        }
    };
    const auto edits = raw(town).integer("SELECT count(*) FROM history WHERE kind='edit'");
    const auto stopped = run({"load", town, sources(), "--actor", "loader"},
                             [&](pid_t pid) { return written(town, edits + 2) && kill(pid, SIGINT) == 0; });
    CHECK(stopped.code == 3);
    CHECK(stopped.one_line());
    CHECK_THAT(stopped.err, ContainsSubstring("cancelled"));
    CHECK(contents(raw(town)) == before);
    CHECK(fault_of(raw(town)).empty());

    const auto fresh = (folder / "new.sqlite").string();
    // A new town grows hidden beside its place (store::partial_for), where nobody else can read it: some
    // sources are in it when it is larger than an empty one.
    constexpr std::uintmax_t grown = 4u << 20;
    const auto early = run({"load", fresh, sources()}, [&](pid_t pid) {
        std::error_code not_there_yet;
        const auto size =
            std::filesystem::file_size(folder / fmt::format(".new.sqlite.{}.partial", pid), not_there_yet);
        return !not_there_yet && size >= grown && kill(pid, SIGINT) == 0;
    });
    CHECK(early.code == 3);
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}

TEST_CASE("two programs on one town: the second writer is told, one may read meanwhile") {
    const TownFolder folder;
    const auto town = folder.town().string();
    std::ofstream(folder / "b.csv") << "code,name\n1,one\n";
    const std::vector<std::string> import = {"import", town, (folder / "b.csv").string(), "--as", "building"};
    {
        auto other = raw(town);
        const store::Transaction held(other);
        CHECK(run({"info", town}).code == 0);
        const auto busy = run(import);
        CHECK(busy.code == 1);
        CHECK(busy.one_line());
        CHECK_THAT(busy.err, ContainsSubstring("another program") && ContainsSubstring(town));
    }
    CHECK(run(import).code == 0);
    CHECK(raw(town).integer("SELECT count(*) FROM building") == 1);
}

TEST_CASE("two places as a picture and as numbers; statistics, board, pairing and ground floors",
          "[cli][help]") {
    const TownFolder folder;
    const std::string town = copy_of_loaded(folder);
    const auto figures = run({"info", town, "--json"}).json()["figures"];
    const std::string picture = (folder / "two.png").string();
    const Ran two = run({"render", town, "--out", picture, "--two-places", "--from", "building:47", "--size",
                         "900x560", "--json"});
    REQUIRE(two.code == 0);
    CHECK(std::filesystem::file_size(picture) > 10000);
    const auto flows = two.json();
    CHECK(flows["from"] == "building");
    std::int64_t households = 0;
    for (const auto& flow : flows["flows"]) households += flow["households"].get<std::int64_t>();
    CHECK(households == flows["total"]["households"].get<std::int64_t>());
    CHECK(run({"render", town, "--out", picture, "--two-places", "--from", "lane:47"}).code == 2);
    CHECK(run({"render", town, "--out", picture, "--two-places", "--from", "building:4711"}).code == 1);
    CHECK(run({"render", town, "--out", picture, "--from", "building:47"}).code == 2);

    for (const char* by : {"community", "grid", "building", "group"}) {
        const auto made = run({"statistics", town, "--by", by, "--json"}).json();
        CHECK(made["total"]["households"] == figures["households"]);
        CHECK(made["total"]["persons"] == figures["persons"]);
        CHECK(made["total"]["employed"] == figures["employed"]);
        CHECK_FALSE(made["total"].contains("groups"));
    }
    const Ran board = run({"board", town, "47", "--json"}),
              shown = run({"board", town, "47", "--public", "--json"});
    REQUIRE(board.code == 0);
    CHECK(board.json()["flats"].size() > 20);
    CHECK(board.json()["groups"].is_null());
    CHECK_FALSE(shown.json().contains("flats"));
    CHECK_THAT(shown.out, !ContainsSubstring("住户"));

    const auto before = run({"pairing", town, "--json"}).json();
    REQUIRE(before["handovers"].size() > 0);
    CHECK(run({"pairing", town, "--balance", "--json"}).json()["entry"].get<std::int64_t>() > 0);
    CHECK(run({"pairing", town, "--json"}).json()["handovers"].empty());
    CHECK(run({"undo", town}).code == 0);
    CHECK(run({"pairing", town, "--json"}).json() == before);

    const Ran locked = run({"groundfloor", town});
    CHECK(locked.code == 1);
    CHECK(locked.one_line());
    const Ran open = run(
        {"groundfloor", town, "--unlock", sources() + "/passphrase.txt", "--reason", "核对底层", "--json"});
    REQUIRE(open.code == 0);
    CHECK(open.json()["allocated"] == figures["ground_floor_flats_allocated"]);
    CHECK_THAT(run({"history", town}).out, ContainsSubstring("ground floor"));
}
