#include <fstream>

#include "catch.hpp"
#include "store/rule_guard.hpp"
#include "store/rule_run.hpp"
#include "store/rule_text.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Five lines of head, so that the SQL begins on line 6.
land::CheckRule rule(const std::string& sql) {
    return land::parse_check_rule(
        "hostile", "hostile.sql",
        "-- caption.zh: 测试\n-- mend.zh: 改\n-- severity: error\n-- free words\n\n" + sql);
}

struct Town {
    TownFolder folder;
    std::filesystem::path file = folder.town();
    std::unique_ptr<store::Store> town;
    Town() {
        town = std::make_unique<store::Store>(file);
        town->apply(edit_by("甲", "parcels",
                            {new_parcel("P1", {500000, 2950000, 500010, 2950010}),
                             new_parcel("P2", {500005, 2950000, 500015, 2950010})}));
    }
    store::RuleResult run(const std::string& sql, const store::RuleLimits& limits = {}) const {
        const auto snapshot = town->snapshot();
        store::RuleSession session(*snapshot, limits);
        land::Progress silent;
        return session.run(rule(sql), "2025-11-25", silent);
    }
    /// What is said when it is refused.
    std::string refusal(const std::string& sql, const store::RuleLimits& limits = {}) const {
        std::string message;
        INFO(sql);
        CHECK(code_of([&] { run(sql, limits); }, &message) == "bad_rule");
        return message;
    }
};

const std::string good = "SELECT 'parcel', id, NULL, code, geometry FROM parcel";

}  // namespace

TEST_CASE("a rule returns findings with table, id, severity, message and place") {
    const Town town;
    auto found = town.run(good + " ORDER BY id");
    REQUIRE(found.findings.size() == 2);
    CHECK(found.count == 2);
    const auto& first = found.findings[0];
    CHECK(first.rule == "check.hostile");
    CHECK(first.table == "parcel");
    CHECK(first.id > 0);
    CHECK(first.severity == land::Severity::error);
    CHECK(first.reason == "P1");
    REQUIRE(first.at);
    CHECK(first.at->x == Approx(500005));
    CHECK(first.at->y == Approx(2950005));
    // SpatiaLite's functions and the R*Tree work; the row's own severity counts.
    found = town.run(
        "SELECT 'parcel', a.id, 'note', :date || printf(' %.1f', ST_Area(ST_Intersection(a.geometry, "
        "b.geometry))), NULL "
        "FROM parcel a JOIN idx_parcel_geometry i ON i.xmin <= ST_MaxX(a.geometry) AND i.xmax >= "
        "ST_MinX(a.geometry) "
        "JOIN parcel b ON b.id = i.pkid AND b.id > a.id");
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].reason == "2025-11-25 50.0");
    CHECK(found.findings[0].severity == land::Severity::note);
    CHECK_FALSE(found.findings[0].at);
    // WITH clauses, also such of which no column is used.
    CHECK(town.run("WITH a(n) AS (SELECT 1 UNION ALL SELECT 2), b AS (SELECT count(*) AS n FROM a, a AS c) "
                   "SELECT 'parcel', NULL, NULL, 'x', NULL FROM a, b")
              .count == 2);
}

TEST_CASE("a rule that writes or reaches out is refused with its file and line, and changes nothing") {
    const Town town;
    const std::string before = bytes_of(town.file);
    const auto names = town.folder.names();
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"DELETE FROM parcel", "hostile.sql:6"},
        {"\n\nDELETE FROM parcel", "hostile.sql:8"},
        {"UPDATE parcel SET code='x'", "hostile.sql:6"},
        {"INSERT INTO marking(code,name) VALUES('x','y')", "hostile.sql:6"},
        {"REPLACE INTO marking(id,code,name) VALUES(1,'x','y')", "hostile.sql:6"},
        {"DROP TABLE parcel", "hostile.sql:6"},
        {"CREATE TEMP TABLE x(a)", "hostile.sql:6"},
        {"ATTACH '/tmp/x.sqlite' AS x", "hostile.sql:6"},
        {"DETACH main", "hostile.sql:6"},
        {"PRAGMA writable_schema=1", "hostile.sql:6"},
        {"PRAGMA journal_mode=DELETE", "hostile.sql:6"},
        {"VACUUM INTO '/tmp/x.sqlite'", "hostile.sql:6"},
        {"BEGIN", "hostile.sql:6"},
        {"SAVEPOINT x", "hostile.sql:6"},
        {"ANALYZE", "hostile.sql:6"},
        {"REINDEX", "hostile.sql:6"},
        {"EXPLAIN " + good, "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL,\n load_extension('x'), NULL", "hostile.sql:7"},
        {"SELECT 'parcel', 1, NULL,\n\n BlobToFile(geometry, '/tmp/x'), NULL FROM parcel", "hostile.sql:8"},
        {"SELECT 'parcel', 1, NULL, hex(BlobFromFile('/etc/passwd')), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, ImportDBF('x','y','UTF-8'), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, ExportGeoJSON2('parcel','geometry','/tmp/x'), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, DropTable(NULL,'parcel'), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, CheckSpatialIndex('parcel','geometry'), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, fts3_tokenizer('x'), NULL", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, hex(body), NULL\nFROM sealed", "hostile.sql:7"},
        {"SELECT 'parcel', 1, NULL, count(*), NULL\nFROM\nsealed", "hostile.sql:8"},
        {"SELECT 'parcel', 1, NULL, hex(wrapped), NULL FROM key_wrap", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, why, NULL FROM history", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, hex(changeset), NULL FROM main.history", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, sql, NULL FROM sqlite_master", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, name, NULL FROM pragma_database_list", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, hex(data), NULL FROM sqlite_dbpage", "hostile.sql:6"},
        {"SELECT 'parcel', 1, NULL, hex(data), NULL FROM idx_parcel_geometry_node", "hostile.sql:6"},
        {good + ";\n\nDELETE FROM parcel", "hostile.sql:8"},
        {good + ";\n" + good, "hostile.sql:7"},
    };
    for (const auto& [sql, where] : hostile) {
        INFO(sql);
        CHECK_THAT(town.refusal(sql), ContainsSubstring(where));
    }
    CHECK(bytes_of(town.file) == before);
    CHECK(town.folder.names() == names);
    CHECK(town.run(good).count == 2);  // and afterwards all is as it was
}

TEST_CASE("a mistyped rule is refused with the line of the mistake") {
    const Town town;
    CHECK_THAT(town.refusal("SELECT 'parcel', id, NULL,\n       code geometry, FROM parcel"),
               ContainsSubstring("hostile.sql:7"));  // a syntax error on line 7
    CHECK_THAT(town.refusal("SELECT 'parcel', id,\nNULL,\nno_column, geometry FROM parcel"),
               ContainsSubstring("hostile.sql:8"));
    CHECK_THAT(town.refusal("SELECT 'parcel', id, NULL, 'open, NULL"), ContainsSubstring("hostile.sql:6"));
    CHECK_THAT(town.refusal("SELECT 'parcel', id FROM parcel"), ContainsSubstring("2 columns"));
    CHECK_THAT(town.refusal("SELECT 'parcel', id, NULL,\n:town, NULL FROM parcel"),
               ContainsSubstring("hostile.sql:7") && ContainsSubstring(":town"));
    CHECK_THAT(town.refusal("-- nothing but words"), ContainsSubstring("no SELECT"));
    CHECK_THAT(town.refusal("SELECT 'no_table', 1, NULL, 'x', NULL"), ContainsSubstring("no_table"));
    CHECK_THAT(town.refusal("SELECT 'sealed', 1, NULL, 'x', NULL"), ContainsSubstring("sealed"));
    CHECK_THAT(town.refusal("SELECT 'parcel', 1, 'fatal', 'x', NULL"), ContainsSubstring("fatal"));
    CHECK_THAT(town.refusal("SELECT 'parcel', 'one', NULL, 'x', NULL"), ContainsSubstring("id"));
    CHECK_THAT(town.refusal("SELECT 'parcel', 1, NULL, 'x', x'00'"), ContainsSubstring("geometry"));
}

TEST_CASE("a rule that does not end or fills the memory is stopped") {
    const Town town;
    store::RuleLimits limits;
    limits.steps = 5'000'000;
    const std::string endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c)\n";
    CHECK_THAT(town.refusal(endless + "SELECT 'parcel', count(*), NULL, 'x', NULL FROM c", limits),
               ContainsSubstring("hostile.sql:6") && ContainsSubstring("end"));
    // Rows without end count too; only the first thousand are kept meanwhile.
    CHECK_THAT(town.refusal(endless + "SELECT 'parcel', x, NULL, 'x', NULL FROM c", limits),
               ContainsSubstring("hostile.sql:6"));
    store::RuleLimits memory;
    memory.memory_bytes = 20 << 20;
    CHECK_THAT(town.refusal("WITH RECURSIVE c(x) AS (SELECT 1 UNION SELECT x+1 FROM c)\n"
                            "SELECT 'parcel', count(*), NULL, 'x', NULL FROM c ORDER BY x",
                            memory),
               ContainsSubstring("memory"));
    CHECK_THAT(town.refusal("WITH RECURSIVE d(t) AS (SELECT 'x' UNION ALL SELECT t || t FROM d LIMIT 40)\n"
                            "SELECT 'parcel', 1, NULL, max(t), NULL FROM d"),
               ContainsSubstring("hostile.sql:6"));
    CHECK_THAT(town.refusal("SELECT 'parcel', 1, NULL, 'x', NULL WHERE " + std::string(300, '(') + "1" +
                            std::string(300, ')')),
               ContainsSubstring("hostile.sql:6"));
}

TEST_CASE("a rule can be cancelled while it computes") {
    const Town town;
    const auto snapshot = town.town->snapshot();
    store::RuleSession session(*snapshot);
    std::stop_source stop;
    stop.request_stop();
    land::Progress progress(stop.get_token());
    CHECK_THROWS_AS(session.run(rule("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) "
                                     "SELECT 'parcel', count(*), NULL, 'x', NULL FROM c"),
                                "2025-11-25", progress),
                    Cancelled);
}

TEST_CASE("on a network share rules run on the writer's own connection, which writes again afterwards") {
    const TownFolder folder;
    const auto file = folder.town();
    store::StoreOptions share;
    share.file_system = store::FileSystem::network;
    store::Store town(file, share);
    town.apply(edit_by("甲", "parcel", {new_parcel("P1", {500000, 2950000, 500010, 2950010})}));
    for (int i = 0; i < 2; ++i) {
        {
            const auto snapshot = town.snapshot();
            store::RuleSession session(*snapshot);
            land::Progress silent;
            CHECK(session.run(rule(good), "2025-11-25", silent).count == 1 + i);
            CHECK(code_of([&] { session.compile(rule("DELETE FROM parcel")); }) == "bad_rule");
        }
        town.apply(edit_by("甲", "parcel", {new_parcel("P2", {500000, 2950000, 500010, 2950010})}));
    }
}

TEST_CASE("a message is one short line, whatever a cell holds") {
    const Town town;
    const auto found = town.run(
        "SELECT 'parcel', 1, NULL, 'a' || char(10,27) || replace(printf('%600s', ''), ' ', '界'), NULL");
    REQUIRE(found.findings.size() == 1);
    const std::string& said = found.findings[0].reason;
    CHECK(said.starts_with("a  界"));
    CHECK(said.ends_with("界…"));
    CHECK(said.size() < 410);
}

TEST_CASE("lines and words of a rule's text") {
    using namespace liangdi::store;
    const std::string sql = "-- delete\n/* delete\n*/ SELECT deleted,\n delete FROM x";
    CHECK(line_of(sql, 0) == 1);
    CHECK(line_of(sql, sql.size() + 99) == 4);
    CHECK(begin_of_statement(sql, 0) == sql.find("SELECT"));
    CHECK(begin_of_statement(" ; -- x", 0) == 7);
    CHECK(line_of(sql, find_word(sql, 0, "DELETE")) == 4);
    CHECK(find_word(sql, 3, "nowhere") == 3);
}

TEST_CASE("only functions that compute are allowed") {
    for (const char* name : {"ST_Area", "st_intersection", "Area", "count", "json_each"})
        CHECK(store::is_computing_function(name));
    for (const char* name :
         {"load_extension", "BlobToFile", "ST_", "CreateSpatialIndex", "eval", "randomblob", "ImportSHP",
          "XB_LoadXML", "PROJ_SetDatabasePath", "InitSpatialMetadata", ""})
        CHECK_FALSE(store::is_computing_function(name));
}
