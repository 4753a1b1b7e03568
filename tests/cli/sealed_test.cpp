// Issue C, sealed records: what any verb writes holds no sealed value; locked, everything else works.
#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <map>
#include <optional>
#include <regex>

#include "../store/town_file.hpp"
#include "catch.hpp"
#include "program.hpp"
#include "sealed_search.hpp"
#include "store/data_key.hpp"

using namespace liangdi;
using namespace liangdi::tests;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

/// An office: the sample's sources, a town loaded from them, folders for temporary files and the side cache.
struct Office {
    TownFolder folder;
    std::string sources = (folder / "sources").string(), town = (folder / "town.sqlite").string();
    std::string passphrase = (folder / "sources" / "passphrase.txt").string();
    std::string logs;  ///< all that was printed, but what was asked for unmasked
    int ran = 0;
    std::map<std::string, std::optional<std::string>> before;  ///< the other tests' environment
    Office() {
        for (const char* name :
             {"TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME", "SQLITE_TMPDIR", "CPL_TMPDIR"}) {
            const char* old = getenv(name);
            before[name] = old ? std::optional<std::string>(old) : std::nullopt;
            fs::create_directory(folder / name);
            setenv(name, (folder / name).c_str(), 1);
        }
        REQUIRE(::liangdi::tests::run({"sample", sources}).code == 0);
        say({"load", town, sources, "--actor", "loader"}, 0);
    }
    ~Office() {
        for (const auto& [name, old] : before)
            old ? setenv(name.c_str(), old->c_str(), 1) : unsetenv(name.c_str());
    }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        return (folder / name).string();
    }
    Ran say(const Words& words, int code) {
        const Ran ran_now = ::liangdi::tests::run(words);
        INFO(fmt::format("liangdi {}: {}{}", fmt::join(words, " "), ran_now.out.substr(0, 400), ran_now.err));
        CHECK(ran_now.code == code);
        logs += ran_now.out + ran_now.err;
        ++ran;
        return ran_now;
    }
};

/// Every value of every sealed record that is long enough to be recognised.
SealedSearch values_of(const std::string& town, std::string* an_id, std::string* code) {
    SealedSearch search;
    store::Store store(town);
    const auto key = store.unlock("liangdi sample town 2025", "tester", "to know what must not be seen");
    const auto snapshot = store.snapshot();
    auto rows = snapshot->db().prepare(
        "SELECT s.body, h.code FROM sealed s JOIN party_member m ON m.member=s.party JOIN party h ON "
        "h.id=m.party JOIN household k ON k.id=h.id ORDER BY s.id");
    while (rows.step()) {
        for (const auto& [field, value] : key.open(rows.blob(0))) {
            if (field != "id_number" && field != "phone" && field != "bank" && field != "health") continue;
            search.add(value);
            if (field == "id_number" && an_id->empty()) {
                *an_id = value;
                *code = rows.text(1);
            }
        }
    }
    return search;
}

}  // namespace

TEST_CASE("the search finds a value in every encoding, in a town's text and in its packed history") {
    SealedSearch search;
    search.add("520524198803121231");
    search.add("13812345678");
    search.add("罕见病测试四七");
    const auto utf16 = [](std::string_view text) {
        std::string out;
        for (const char c : text) (out += c) += '\0';
        return out;
    };
    CHECK(search.found_in("a,520524198803121231;").size() == 1);
    CHECK(search.found_in("00520524198803121231").size() == 1);
    CHECK(search.found_in("tel:13812345678\n").size() == 1);
    CHECK(search.found_in("138123456789").empty());
    CHECK(search.found_in(utf16("x13812345678,")).size() == 1);
    CHECK(search.found_in("y" + utf16("520524198803121231,")).size() == 1);
    CHECK(search.found_in("有罕见病测试四七吗").size() == 1);
    CHECK(search.found_in("\xBA\xB1\xBC\xFB\xB2\xA1\xB2\xE2\xCA\xD4\xCB\xC4\xC6\xDF").size() == 1);  // GBK
    CHECK(search.found_in("520524********1231 138****5678").empty());

    const TownFolder folder;
    const auto file = folder.town();
    {
        store::Store store(file);
        std::vector<land::Change> changes;  // enough of them that the changeset is packed
        for (int i = 0; i < 200; ++i)
            changes.push_back(new_marking("m" + std::to_string(i), "520524198803121231"));
        store.apply(edit_by("甲", "leak", std::move(changes)));
    }
    const auto found = search.found_under(folder.path, {});
    CHECK(
        std::any_of(found.begin(), found.end(), [](const auto& f) { return f.find("history 1") != f.npos; }));
    CHECK(std::any_of(found.begin(), found.end(), [](const auto& f) { return f.find("history") == f.npos; }));
}

TEST_CASE("no verb writes a sealed value in clear, locked or unlocked; figures are the same in both") {
    Office office;
    std::string an_id, household;
    SealedSearch search = values_of(office.town, &an_id, &household);
    CHECK(search.size() > 20000);
    REQUIRE_FALSE(an_id.empty());
    search.add("罕见病测试四七");
    search.add("6222021234567890123");
    search.add("liangdi sample town 2025");
    const Words open = {"--unlock", office.passphrase, "--reason", "家访"};
    const auto path = [&](const char* name) { return (office.folder / name).string(); };

    // A person with everything a record can hold, from a list as an office sends it; twice, then changed.
    const auto map = office.write("map.json",
                                  R"({"table":"sealed","key":["party"],"fields":[
        {"from":"人员编号","to":"party","find":"person.code"},{"from":"病","seal":"health"},
        {"from":"账号","seal":"bank"},{"from":"电话","seal":"phone"}]})");
    const std::string person =
        raw(office.town)
            .text("SELECT code FROM party WHERE kind='person' AND code IS NOT NULL ORDER BY id LIMIT 1");
    const auto list = office.write(
        "list.csv", "人员编号,病,账号,电话\n" + person + ",罕见病测试四七,6222021234567890123,13700000001\n");
    const auto changed = office.write("changed.csv", "人员编号,病,账号,电话\n" + person +
                                                         ",罕见病测试四七,6222021234567890123,13700000002\n");
    const auto wrong = office.write("wrong.csv",
                                    "人员编号,病,账号,电话\nnobody,罕见病测试四七,"
                                    "6222021234567890123,13700000003\n");
    const auto twice = office.write("twice.csv", "人员编号,病,账号,电话\n" + person + ",罕见病测试四七,,\n" +
                                                     person + ",另一种病,,13700000004\n");
    for (const char* phone : {"13700000001", "13700000002", "13700000003", "13700000004"}) search.add(phone);
    const auto passphrase_b = office.write("b.txt", "石桥 晒谷 风车 苞谷\n");
    const auto wrong_passphrase = office.write("no.txt", "nothing like the right one\n");
    search.add("石桥 晒谷 风车 苞谷");
    search.add("nothing like the right one");

    std::map<std::string, Words> tried;  // verb -> an example, to be held against --help
    const auto try_it = [&](Words words, bool unlocked, int code) {
        tried[words.front()] = words;
        if (unlocked) words.insert(words.end(), open.begin(), open.end());
        return office.say(words, code);
    };
    tried["sample"] = {};  // the source: it writes what an office receives, in clear
    tried["load"] = {};
    try_it({"create", path("new.sqlite"), "--passphrase-file", passphrase_b, "--json"}, false, 0);
    try_it({"formats"}, false, 0);
    std::string figures;
    for (const bool unlocked : {false, true}) {
        const auto info = try_it({"info", office.town, "--json"}, unlocked, 0).json();
        CHECK(info["figures"]["households"] == 4958);
        CHECK(info["figures"]["persons"] == 22438);
        CHECK(info["figures"]["disabled"] == 1045);
        CHECK(info["figures"]["urban_allowance_persons"] == 5776);
        if (!unlocked) figures = info["figures"].dump();
        CHECK(info["figures"].dump() == figures);  // all of DESIGN's table, locked as unlocked
        try_it({"info", office.town}, unlocked, 0);
        try_it({"check", office.town}, unlocked, 0);
        try_it({"check", office.town, "--json"}, unlocked, 0);
        try_it({"import", office.town, list, "--map", map, "--dry-run", "--json"}, unlocked, 0);
        try_it({"render", office.town, "--out", path(unlocked ? "u.pdf" : "l.pdf"), "--size", "640x480",
                "--household", household},
               unlocked, 0);
        try_it({"link", office.town, "--household", household, "--flat", "no such flat"}, unlocked, 1);
        try_it({"unlink", office.town, "--household", household, "--flat", "no such flat"}, unlocked, 1);
        try_it({"history", office.town, "--json"}, unlocked, 0);
        try_it({"export", office.town, "--all", "--out", path("all.gpkg"), "--overwrite", "--json"}, unlocked,
               0);
        try_it({"find", office.town, household, "--json"}, unlocked, 0);
        try_it({"find", office.town, "no such name"}, unlocked, 0);
        try_it({"card", office.town, household, "--json"}, unlocked, 0);
        try_it({"card", office.town, household, "--out", path("card.pdf")}, unlocked, 0);
        try_it({"ledger", office.town, "--kind", "household", "--out", path("h.xlsx"), "--json"}, unlocked,
               0);
        try_it({"ledger", office.town, "--kind", "allowance", "--public", "--out", path("p.csv")}, unlocked,
               0);
        try_it({"statistics", office.town, "--json"}, unlocked, 0);
        try_it({"board", office.town, "1号楼", "--json"}, unlocked, 0);
        try_it({"board", office.town, "1号楼", "--public", "--json"}, unlocked, 0);
        try_it({"pairing", office.town, "--json"}, unlocked, 0);
        try_it({"styles", office.town, "--json"}, unlocked, 0);
        try_it({"styles", office.town, "--layer", "farmland", "--save", path("farmland.sld")}, unlocked, 0);
        try_it({"atlas", office.town, "--of", "网格01", "--out", path("grid.pdf")}, unlocked, 0);
        try_it({"atlas", office.town, "--sheet", "building_board", "--of", "1号楼", "--edition", "public",
                "--out", path("board.pdf")},
               unlocked, 0);
    }
    try_it({"doctor", list, "--town", office.town}, false, 0);
    try_it({"doctor", office.sources + "/人员.xlsx", "--town", office.town, "--json"}, false, 0);
    CHECK(fs::exists(office.sources + "/人员.xlsx"));
    try_it({"import", office.town, list, "--map", map, "--json"}, true, 0);
    try_it({"import", office.town, list, "--map", map, "--json"}, true, 0);
    try_it({"import", office.town, changed, "--map", map, "--json"}, true, 0);
    try_it({"import", office.town, wrong, "--map", map, "--json"}, true, 1);
    try_it({"import", office.town, twice, "--map", map, "--json"}, true, 1);
    try_it({"import", office.town, changed, "--map", map}, false, 0);  // locked: left out, row by row
    const auto entries = run({"history", office.town, "--json"}).json();
    for (const auto& entry : entries)
        try_it({"history", office.town, "--entry", std::to_string(entry["entry"].get<int>()), "--limit", "5"},
               false, 0);
    try_it({"undo", office.town}, true, 0);
    try_it({"redo", office.town}, true, 0);
    try_it({"keys", office.town, "list", "--json"}, false, 0);
    try_it({"keys", office.town, "list"}, true, 0);
    try_it({"keys", office.town, "add", "--holder", "乙", "--new-passphrase", passphrase_b}, true, 0);
    try_it({"keys", office.town, "add", "--holder", "乙", "--new-passphrase", passphrase_b}, true, 1);
    try_it({"keys", office.town, "add", "--holder", "乙"}, true, 2);
    office.say({"keys", office.town, "change", "--new-passphrase", passphrase_b, "--unlock", passphrase_b,
                "--reason", "yearly"},
               0);
    try_it({"keys", office.town, "recovery-key"}, true, 0);
    try_it({"keys", office.town, "recover", "--holder", "乙", "--new-passphrase", passphrase_b}, true, 0);
    try_it({"keys", office.town, "remove", "--holder", "乙"}, true, 0);
    try_it({"keys", office.town, "remove", "--holder", "loader"}, true, 1);  // the last one
    try_it({"personal", office.town, household, "--json"}, true, 0);
    try_it({"personal", office.town, household}, false, 1);  // locked
    try_it({"personal", office.town, "nobody of that name"}, true, 1);
    try_it({"personal", office.town, "--unmasked", household}, false, 1);  // locked, however asked
    office.say({"personal", office.town, household, "--unlock", wrong_passphrase, "--reason", "try"}, 1);
    office.say({"personal", office.town, household, "--unlock", office.passphrase, "--reason", "查 " + an_id},
               1);
    // What was asked for unmasked is shown, and only there: the one output that is not searched.
    const auto shown = run({"personal", office.town, household, "--unmasked", "--unlock", office.passphrase,
                            "--reason", "家访核对", "--json"});
    CHECK(shown.code == 0);
    CHECK(shown.out.find(an_id) != std::string::npos);
    const auto last = run({"history", office.town, "--limit", "1", "--json"}).json().at(0);
    CHECK(last["kind"] == "access");
    CHECK(last["why"] == "shown unmasked, all personal values of " + household + ": 家访核对");
    try_it({"keys", office.town, "renew"}, true, 0);
    try_it({"check", office.town, "--rule", "sealed_group_counts", "--rule", "sealed_id_twice"}, true, 0);
    CHECK(run({"info", office.town, "--json"}).json()["figures"].dump() == figures);

    // A copy in other hands, without a passphrase.
    fs::copy_file(office.town, path("stolen.sqlite"));
    office.say({"info", path("stolen.sqlite")}, 0);
    office.say({"personal", path("stolen.sqlite"), household}, 1);
    office.say({"personal", path("stolen.sqlite"), household, "--unlock", wrong_passphrase, "--reason", "x"},
               1);
    office.say({"keys", path("stolen.sqlite"), "add", "--holder", "丙", "--new-passphrase", passphrase_b}, 1);

    try_it({"groundfloor", office.town}, false, 1);  // locked
    try_it({"match", office.town, path("no such list.csv")}, true, 1);
    // Every verb that there is; a new one has to be added above.
    const auto help = run({"--help"}).out;
    const auto verbs = help.substr(help.find("Subcommands:"));
    const std::regex line("\n  ([a-z]+) ");
    for (auto at = std::sregex_iterator(verbs.begin(), verbs.end(), line); at != std::sregex_iterator();
         ++at) {
        INFO("the verb '" << (*at)[1] << "' is not yet tried in this test");
        CHECK(tried.contains((*at)[1]));
    }
    CHECK(tried.size() > 10);

    office.write("logs.txt", office.logs);
    std::vector<fs::path> own = {office.sources, map,   list,         changed,
                                 wrong,          twice, passphrase_b, wrong_passphrase};
    const auto found = search.found_under(office.folder.path, own);
    CHECK(found.size() == 0);
    for (std::size_t i = 0; i < found.size() && i < 20; ++i) FAIL_CHECK(found[i]);
}
