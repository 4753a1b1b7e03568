#include <filesystem>
#include <fstream>

#include "../store/town_file.hpp"
#include "catch.hpp"
#include "program.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string head =
    "-- caption.zh: 测试\n-- caption.en: a test\n-- mend.zh: 改\n-- mend.en: mend it\n-- severity: "
    "warning\n\n";

struct Office {
    TownFolder folder;
    std::string town = folder.town().string();
    std::string rules = (folder / "规则 rules").string();
    Office() { std::filesystem::create_directory(rules); }
    void write(const std::string& name, const std::string& sql) const {
        std::ofstream(std::filesystem::path(rules) / name) << head << sql;
    }
};

}  // namespace

TEST_CASE("check lists its rules without a town, and asks for one to run them") {
    const auto list = run({"check", "--list", "--lang", "zh"});
    CHECK(list.code == 0);
    CHECK_THAT(list.out, ContainsSubstring("parcel_overlap") && ContainsSubstring("两块地重叠") &&
                             ContainsSubstring("sealed_id_number"));
    const auto rules = run({"check", "--list", "--json"}).json()["rules"];
    CHECK(rules.size() >= 60);
    for (const auto& rule : rules) {
        CHECK(rule["caption"]["zh"].get<std::string>().size() > 3);
        CHECK(rule.contains("file") != rule["needs_unlock"].get<bool>());
    }
    const auto none = run({"check"});
    CHECK(none.code == 2);
    CHECK(none.one_line());
    CHECK(run({"check", "--list", "--rule", "nowhere"}).code == 1);
}

TEST_CASE("check: findings, their severity and the exit status") {
    const Office office;
    office.write("named.sql", "SELECT 'setting', id, NULL, name, NULL FROM setting WHERE name = 'crs'");
    const std::vector<std::string> all = {"check", office.town, "--rules", office.rules, "--lang", "en"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), all.begin(), all.end());
        return run(more);
    };
    CHECK(with({}).code == 0);  // a warning, and --fail-on is error unless said
    CHECK(with({"--fail-on", "warning"}).code == 1);
    CHECK(with({"--fail-on", "never"}).code == 0);
    CHECK_THAT(with({}).out, ContainsSubstring("a test: crs") && ContainsSubstring("mend it"));
    const auto json = with({"--json", "--rule", "named"}).json();
    CHECK(json["findings_count"] == 1);
    CHECK(json["findings"][0]["rule"] == "check.named");
    CHECK(json["findings"][0]["table"] == "setting");
    CHECK(json["rules"].size() == 1);
    CHECK(run({"check", office.town, "--rules", office.rules, "--lang", "zh"}).out.find("测试：crs") !=
          std::string::npos);
}

TEST_CASE("check refuses a faulty or hostile rule in one line with file and line, and touches nothing") {
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"DELETE FROM setting", "bad.sql:7"},
        {"ATTACH '/tmp/x' AS x", "bad.sql:7"},
        {"SELECT 'parcel', 1, NULL, load_extension('x'), NULL", "bad.sql:7"},
        {"PRAGMA writable_schema=1", "bad.sql:7"},
        {"SELECT 'parcel', id,, NULL FROM parcel", "bad.sql:7"},
    };
    for (const auto& [sql, where] : hostile) {
        INFO(sql);
        const Office office;
        const auto before = bytes_of(office.town);
        office.write("bad.sql", sql);
        const auto ran = run({"check", office.town, "--rules", office.rules});
        CHECK(ran.code == 1);
        CHECK(ran.one_line());
        CHECK_THAT(ran.err, ContainsSubstring(where));
        CHECK(bytes_of(office.town) == before);
    }
}

TEST_CASE("a rule that would fill the memory is stopped in the program itself, and the others go on") {
    const Office office;
    // Each row is 4 MB, so that memory grows faster than SQLite counts steps.
    office.write("hungry.sql",
                 "WITH RECURSIVE n(i, t) AS (SELECT 1, printf('%.*c', 4000000, 'x') UNION ALL\n"
                 "  SELECT i + 1, t FROM n)\n"
                 "SELECT 'setting', NULL, NULL, t, NULL FROM n ORDER BY t || i");
    office.write("named.sql", "SELECT 'setting', id, NULL, name, NULL FROM setting WHERE name = 'crs'");
    const auto ran = run({"check", office.town, "--rules", office.rules, "--rule", "hungry", "--rule",
                          "named", "--lang", "en", "--json"});
    CHECK(ran.code == 1);
    const auto findings = ran.json()["findings"];
    REQUIRE(findings.size() == 2);
    CHECK(findings[0]["rule"] == "check.rule_stopped");
    CHECK_THAT(findings[0]["reason"].get<std::string>(), ContainsSubstring("memory"));
    CHECK_THAT(findings[0]["source"].get<std::string>(), ContainsSubstring("hungry.sql"));
    CHECK(findings[1]["rule"] == "check.named");
}

TEST_CASE("a shape that is not valid is a finding, and nothing beside it on stderr") {
    const Office office;
    raw(office.town)
        .run(
            "INSERT INTO parcel (kind, code, geometry) VALUES ('farmland', 'BOW', "
            "GeomFromText('MULTIPOLYGON(((0 0, 10 10, 10 0, 0 10, 0 0)))', 4544))");
    const auto ran = run({"check", office.town, "--rule", "parcel_invalid_shape", "--lang", "en"});
    CHECK(ran.code == 1);
    CHECK_THAT(ran.out, ContainsSubstring("BOW"));
    CHECK(ran.err.empty());
}
