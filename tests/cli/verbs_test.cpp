#include <fmt/format.h>

#include <fstream>

#include "../store/town_file.hpp"
#include "catch.hpp"
#include "program.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::vector<std::string> verbs = {
    "sample", "create", "load",    "import", "info",   "link",  "unlink", "history",  "undo", "redo",
    "render", "doctor", "formats", "styles", "export", "check", "keys",   "personal", "find"};

/// A town made by the program, in a folder whose name is Chinese and has blanks.
struct Office {
    TownFolder folder;
    std::filesystem::path here = folder / "平远 新城 资料";
    std::string town = (here / "我们的 镇.sqlite").string();
    Office() {
        std::filesystem::create_directory(here);
        REQUIRE(run({"create", town, "--name", "平远新城", "--reference-date", "2025-11-25"}).code == 0);
        write("楼 栋.csv", "code,name\n1,一号楼\n2,二号楼\n");
    }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(here / name, std::ios::binary) << text;
        return (here / name).string();
    }
    std::string csv() const { return (here / "楼 栋.csv").string(); }
    Ran import(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"import", town, csv(), "--as", "building"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    std::int64_t buildings() const {
        const auto counts = run({"info", town, "--json"}).json().at("counts");
        return counts.value("building", std::int64_t{0});
    }
};

}  // namespace

TEST_CASE("every verb has its help; the program has help and a version") {
    const auto all = run({"--help"});
    CHECK(all.code == 0);
    CHECK(all.err.empty());
    for (const auto& verb : verbs) {
        INFO(verb);
        CHECK_THAT(all.out, ContainsSubstring(verb));
        const auto help = run({verb, "--help"});
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        CHECK_THAT(help.out, ContainsSubstring("--help") && ContainsSubstring(verb));
    }
    CHECK(run({"--version"}).out.starts_with("liangdi "));
}

TEST_CASE("wrong usage: exit 2 and one line on stderr") {
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"frobnicate"},
        {"info"},
        {"info", "a", "b"},
        {"info", "a", "--no-such"},
        {"create"},
        {"load", "a"},
        {"export", "a"},
        {"export", "a", "--out", "b.gpkg"},
        {"export", "a", "--out", "b.gpkg", "--all", "--table", "parcel"},
        {"export", "a", "--out", "b.gpkg", "--all", "--names", "no"},
        {"render", "a"},
        {"link", "a"},
        {"link", "a", "--household", "h", "--flat", "f", "--parcel", "p"},
        {"history", "a", "--limit", "many"},
        {"import", "a", "b", "--fail-on", "sometimes"},
        {"sample", "a", "--scale", "1000"},
        {"render", "a", "--out", "b.png", "--dpi", "1"}};
    for (const auto& words : wrong) {
        INFO(fmt::format("liangdi {}", fmt::join(words, " ")));
        const auto ran = run(words);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        INFO(ran.err);
        CHECK(ran.one_line());
    }
}

TEST_CASE("words of the command that cannot be right: exit 2 as well") {
    const Office office;
    const auto unknown = office.write("未知.csv", "甲,乙\nB1,一号楼\n");
    const auto picture = (office.here / "a.png").string();
    const std::vector<std::vector<std::string>> wrong = {
        {"import", office.town, unknown},
        {"import", office.town, office.csv(), "--as", "no_such_table"},
        {"import", office.town, office.csv(), "--as", "building", "--layer", "没有"},
        {"import", office.town, office.csv(), "--as", "building", "--crs", "EPSG:0"},
        {"import", office.town, office.csv(), "--as", "building", "--encoding", "no-such"},
        {"render", office.town, "--out", picture, "--size", "big"},
        {"render", office.town, "--out", picture, "--size", "1x1"},
        {"render", office.town, "--out", picture, "--box", "2", "2", "1", "1"}};
    for (const auto& words : wrong) {
        INFO(fmt::format("liangdi {}", fmt::join(words, " ")));
        const auto ran = run(words);
        CHECK(ran.code == 2);
        INFO(ran.err);
        CHECK(ran.one_line());
    }
    CHECK(office.buildings() == 0);
}

TEST_CASE("a guessed mapping is shown before the rows, and serves the next month's list") {
    const Office office;
    const auto rows = [&](const char* name, const char* more) {
        return office.write(name, std::string("户号,户名,类别\nH1,测试甲,搬迁户\n") + more);
    };
    const auto first = run({"import", office.town, rows("十一月.csv", "")});
    CHECK(first.code == 0);
    CHECK(first.out.find("guessed mapping") < first.out.find("1 added"));
    const auto second = run({"import", office.town, rows("十二月.csv", "H2,测试乙,搬迁户\n")});
    CHECK_THAT(second.out,
               ContainsSubstring("last import of the same columns") && ContainsSubstring("1 added"));
    CHECK(run({"import", office.town, rows("再来.csv", ""), "--json"}).json()["mapping_from"] == "kept");
}

TEST_CASE("what is refused: exit 1 and one line on stderr that names the file") {
    const TownFolder folder;
    const auto missing = (folder / "没有.sqlite").string(), other = (folder / "other.sqlite").string(),
               newer = folder.town("newer.sqlite").string();
    raw(other).run("CREATE TABLE t (a)");
    raw(newer).run("PRAGMA user_version=99");
    const auto text = (folder / "text.sqlite").string();
    std::ofstream(text) << "this is no database, however long one looks at it" << std::string(2000, '.');
    for (const auto& file : {missing, other, newer, text}) {
        for (const std::vector<std::string>& rest : {std::vector<std::string>{"info"},
                                                     {"history"},
                                                     {"undo"},
                                                     {"redo"},
                                                     {"render", "--out", (folder / "m.png").string()},
                                                     {"link", "--household", "h", "--flat", "f"},
                                                     {"unlink", "--household", "h", "--parcel", "p"}}) {
            std::vector<std::string> words = rest;
            words.insert(words.begin() + 1, file);
            INFO(fmt::format("liangdi {}", fmt::join(words, " ")));
            const auto ran = run(words);
            CHECK(ran.code == 1);
            CHECK(ran.out.empty());
            INFO(ran.err);
            CHECK(ran.one_line());
            CHECK_THAT(ran.err, ContainsSubstring(file));
        }
    }
    const auto town = folder.town().string();
    CHECK_THAT(run({"create", town}).err, ContainsSubstring(town));
    CHECK_THAT(run({"import", town, (folder / "no.csv").string(), "--as", "building"}).err,
               ContainsSubstring("no.csv"));
    CHECK_THAT(run({"load", town, folder.path.string()}).err, ContainsSubstring("load.json"));
    CHECK_THAT(run({"sample", folder.path.string()}).err, ContainsSubstring(folder.path.string()));
    CHECK_THAT(run({"info", town, "--unlock", (folder / "no.txt").string(), "--reason", "r"}).err,
               ContainsSubstring("no.txt"));
    for (const auto& name : folder.names()) CHECK(name.find("-wal") == std::string::npos);
}

TEST_CASE("create prints the recovery key once, import and info report, in words and as JSON") {
    const TownFolder folder;
    std::ofstream(folder / "pass.txt") << "a long passphrase\n";
    const auto town = (folder / "t.sqlite").string();
    const auto made = run({"create", town, "--passphrase-file", (folder / "pass.txt").string(), "--json"});
    CHECK(made.code == 0);
    const std::string key = made.json().at("recovery_key");
    CHECK(key.size() == 39);
    CHECK(bytes_of(town).find(key) == std::string::npos);
    std::ofstream(folder / "recovery.txt") << key << "\r\n";
    CHECK(run({"info", town, "--unlock", (folder / "recovery.txt").string(), "--reason", "lost"}).code == 0);
    std::ofstream(folder / "wrong.txt") << "a wrong passphrase\n";
    const auto wrong = run({"info", town, "--unlock", (folder / "wrong.txt").string(), "--reason", "try"});
    CHECK(wrong.code == 1);
    CHECK(wrong.one_line());
    CHECK(wrong.err.find("wrong passphrase") == std::string::npos);
    CHECK(run({"info", town, "--unlock", (folder / "pass.txt").string()}).code == 1);  // no reason
    const auto entries = run({"history", town, "--json"}).json();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0]["kind"] == "access");
    CHECK(entries[0]["why"] == "unlock with the recovery key: lost");
}

TEST_CASE("Chinese paths and blanks; import, dry run, second import, history, undo, redo over processes") {
    const Office office;
    const auto before = bytes_of(office.town);
    const auto dry = office.import({"--dry-run", "--json"});
    CHECK(dry.code == 0);
    CHECK(dry.json()["added"] == 2);
    CHECK(dry.json()["entry"] == 0);
    CHECK(bytes_of(office.town) == before);

    CHECK(office.import({"--json", "--actor", "张三"}).json()["added"] == 2);
    CHECK(office.buildings() == 2);
    const auto again = office.import({"--json"});
    CHECK(again.json()["added"] == 0);
    CHECK(again.json()["unchanged"] == 2);

    const auto entries = run({"history", office.town, "--json"}).json();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0]["actor"] == "张三");
    CHECK(entries[0]["changes"] == 2);
    CHECK_THAT(entries[0]["why"].get<std::string>(), ContainsSubstring("楼 栋.csv"));
    const auto rows = run({"history", office.town, "--entry", "1", "--json"}).json();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["table"] == "building");
    CHECK(rows[0]["cells"]["name"] == nlohmann::json({"", "一号楼"}));

    const auto nobody = run({"undo", office.town, "--actor", "李四"});
    CHECK(nobody.code == 1);
    CHECK_THAT(nobody.err, ContainsSubstring("李四"));
    CHECK(run({"undo", office.town, "--actor", "张三", "--json"}).json()["entries"] == nlohmann::json({1}));
    CHECK(office.buildings() == 0);
    CHECK_THAT(run({"history", office.town}).out, ContainsSubstring("undone"));
    CHECK(run({"redo", office.town, "--actor", "张三", "--json"}).json()["entries"] == nlohmann::json({1}));
    CHECK(office.buildings() == 2);
    CHECK(run({"redo", office.town, "--actor", "张三"}).code == 1);
    CHECK(run({"undo", office.town, "--entry", "1", "--actor", "李四"}).code == 0);
    CHECK(office.buildings() == 0);
    CHECK(std::filesystem::exists(office.town + "-wal") == false);
}

TEST_CASE("an undo that others' edits forbid: exit 1, one line with who and why") {
    const Office office;
    office.import({"--actor", "张三"});
    office.write("楼 栋.csv", "code,name\n1,改名楼\n2,二号楼\n");
    CHECK(office.import({"--actor", "李四", "--json"}).json()["changed"] == 1);
    const auto refused = run({"undo", office.town, "--actor", "张三"});
    CHECK(refused.code == 1);
    INFO(refused.err);
    CHECK(refused.one_line());
    CHECK_THAT(refused.err, ContainsSubstring("李四") && ContainsSubstring("entry 2"));
    CHECK(office.buildings() == 2);
}

TEST_CASE("findings decide the exit code as --fail-on says") {
    const Office office;
    office.write("楼 栋.csv", "code,name,floors\n1,一号楼,六\n2,二号楼,6\n");
    const auto ran = office.import({"--json"});
    CHECK(ran.code == 1);
    CHECK(ran.json()["refused"] == 1);
    CHECK(ran.json()["added"] == 1);
    REQUIRE(ran.json()["findings"].size() == 1);
    CHECK(ran.json()["findings"][0]["field"] == "floors");
    CHECK(office.import({"--json", "--fail-on", "never"}).code == 0);
}

TEST_CASE("link and unlink, in words and as JSON") {
    const Office office;
    const auto csv = [&](const char* name, const char* text, const char* map) {
        const auto file = office.write(name, text), mapping = office.write(std::string(name) + ".json", map);
        const auto ran = run({"import", office.town, file, "--map", mapping});
        INFO(ran.out << ran.err);
        CHECK(ran.code == 0);
    };
    office.import();
    csv("flats.csv", "code,building\n1-101,1\n",
        R"({"table":"flat","key":["code"],"fields":[{"from":"code","to":"code"},{"from":"building","to":"building","find":"building.code"}]})");
    csv("families.csv", "code,name\nH1,测试甲\n",
        R"({"table":"household","key":["code"],"fields":[{"from":"code","to":"code"},{"from":"name","to":"name"}]})");
    csv("parcels.csv", "code,kind\nP1,farmland\n",
        R"({"table":"parcel","key":["code"],"fields":[{"from":"code","to":"code"},{"from":"kind","to":"kind"}]})");
    CHECK(run({"link", office.town, "--household", "测试甲", "--flat", "1-101", "--json"}).json()["entry"] ==
          5);
    const auto third =
        run({"link", office.town, "--household", "H1", "--parcel", "P1", "--share", "1/3", "--json"});
    CHECK(third.code == 0);
    REQUIRE(third.json()["findings"].size() == 1);
    CHECK(third.json()["findings"][0]["rule"] == "parcel_right.shares_below_whole");
    CHECK(run({"link", office.town, "--household", "H1", "--parcel", "P1", "--share", "1/3", "--fail-on",
               "note"})
              .code == 0);  // there already
    CHECK(run({"unlink", office.town, "--household", "H1", "--flat", "1-101", "--on", "2025-11-24", "--json"})
              .json()["entry"] == 7);
    CHECK(run({"unlink", office.town, "--household", "H1", "--flat", "1-101"}).code == 1);
    CHECK(run({"unlink", office.town, "--household", "H1", "--parcel", "P1", "--mistake"}).code == 0);
    const auto missing = run({"link", office.town, "--household", "H7", "--flat", "1-101"});
    CHECK(missing.code == 1);
    CHECK(missing.one_line());
    CHECK_THAT(missing.err, ContainsSubstring("H7"));
}

TEST_CASE("find prints what and where, and JSON for programs") {
    const Office office;
    REQUIRE(office.import().code == 0);
    const auto found = run({"find", office.town, "号楼", "--json"});
    REQUIRE(found.code == 0);
    const auto json = found.json();
    REQUIRE(json.at("found").size() == 2);
    CHECK(json.at("found").at(0).at("kind") == "building");
    CHECK(json.at("found").at(0).at("caption") == "一号楼");
    CHECK(json.at("found").at(0).at("by") == "substring");
    CHECK_THAT(run({"find", office.town, "yhl"}).out, ContainsSubstring("一号楼"));
    CHECK(run({"find", office.town, "号楼", "--limit", "1", "--json"}).json().at("found").size() == 1);
    const auto none = run({"find", office.town, "三号楼"});
    CHECK(none.code == 0);
    CHECK(none.out.empty());
    CHECK(run({"find", office.town, "一", "--kind", "cat"}).code == 2);
}

TEST_CASE("export and load again: the same rows, and the report says so") {
    const Office office;
    REQUIRE(office.import().code == 0);
    const auto out = (office.here / "交出去").string();
    const auto first = run({"export", office.town, "--table", "building", "--format", "ESRI Shapefile",
                            "--names", "chinese", "--encoding", "GBK", "--out", out, "--json"});
    CHECK(first.code == 0);
    CHECK(first.err.empty());
    const auto tables = first.json().at("tables");
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].at("table") == "building");
    CHECK(tables[0].at("rows") == 2);
    CHECK(tables[0].at("comes_back") == true);
    CHECK(tables[0].at("findings_count") == 0);
    CHECK(std::filesystem::exists(std::filesystem::path(out) / "楼栋.shp"));
    const std::vector<std::string> all{"export",         office.town, "--all", "--format",
                                       "ESRI Shapefile", "--out",     out};
    CHECK(run(all).code == 0);
    const auto again = (office.here / "新 镇.sqlite").string();
    CHECK(run({"load", again, out}).code == 0);
    CHECK(run({"info", again, "--json"}).json().at("counts").at("building") == 2);
    const auto refused = run(all);
    CHECK(refused.code == 1);
    CHECK(refused.one_line());
    for (const auto& format : run({"formats", "--json"}).json().at("formats"))
        if (format.at("driver") == "OpenFileGDB") CHECK(format.at("written") == ".gdb");
}

TEST_CASE("styles: a layer's own are saved, loaded, listed and taken back") {
    const Office office;
    setenv("LIANGDI_OWN_STYLES", (office.here / "own").c_str(), 1);
    const auto own = [&] {
        return run({"styles", office.town, "--layer", "farmland", "--json"})
            .json()
            .at("styles")
            .at(0)
            .at("own")
            .get<std::string>();
    };
    CHECK(own().empty());
    const std::string file = (office.here / "fields.sld").string();
    REQUIRE(run({"styles", office.town, "--layer", "farmland", "--save", file}).code == 0);
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find("#FCDD90");
    REQUIRE(at != std::string::npos);
    text.replace(at, 7, "#2060A0");
    std::ofstream(file) << text;
    CHECK(run({"styles", office.town, "--layer", "farmland", "--load", file}).code == 0);
    CHECK(std::filesystem::exists(own()));
    // Another layer has no such columns; a layer that is none; a file that is none.
    CHECK_THAT(run({"styles", office.town, "--layer", "building", "--load", file}).err,
               ContainsSubstring("land_class"));
    CHECK(run({"styles", office.town, "--layer", "moat", "--house"}).code == 2);
    CHECK(run({"styles", office.town, "--load", file}).code == 2);
    // One that somebody has spoilt is said, and does not stand in the way of a map.
    std::ofstream(own()) << "<sld:";
    const auto spoilt = run({"styles", office.town});
    CHECK(spoilt.code == 1);
    CHECK_THAT(spoilt.err, ContainsSubstring("farmland.sld"));
    CHECK(run({"styles", office.town, "--layer", "farmland", "--house"}).code == 0);
    CHECK(own().empty());
    unsetenv("LIANGDI_OWN_STYLES");
}
