#include "catch.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using land::Value;

namespace {

const char* const persons =
    R"({"table": "person", "key": ["code"], "fields": [{"from": "编号", "to": "code"}, {"from": "姓名", "to": "name"},
    {"from": "出生日期", "to": "birth_year", "as": "year"}, {"from": "出生日期", "seal": "birth_day", "as": "month_day"},
    {"from": "证件", "seal": "id_number"}, {"from": "人群", "seal": "markings", "values": {"残疾人": "disabled", "空巢老人": "empty_nest"}}]})";

const char* const groups =
    R"({"table": "sealed", "key": ["party"], "fields": [{"from": "编号", "to": "party", "find": "party.code"},
    {"from": "类别", "seal": "markings"}, {"from": "低保", "seal": "benefit.urban_allowance"}]})";

const char* const persons_csv =
    "编号,姓名,出生日期,证件,人群\nP1,测试甲,1950-02-03,99999919500203001X,残疾人、空巢老人\nP2,测试乙,1980-"
    "01-01,,\n";

land::SealedFields sealed_of(MemoryTown& town, const std::string& code) {
    const auto ids = town.children("sealed", "party", town.id("party", code));
    return ids.size() == 1
               ? PlainSealer{}.open(std::get<land::Bytes>(town.cell("sealed", ids.front(), "body")))
               : land::SealedFields{};
}

}  // namespace

TEST_CASE("locked, an import leaves personal values out row by row and takes the rest") {
    const Scratch scratch;
    MemoryTown town;
    const Imported locked = import_file(town, scratch.write("p.csv", persons_csv), persons);
    CHECK(locked.report.added == 2);
    CHECK(locked.report.left_out_sealed == 2);  // both have a birthday
    CHECK(locked.report.findings_count == 2);
    CHECK(locked.report.refused == 0);
    const land::Finding* finding = locked.finding("import.sealed_left_out");
    REQUIRE(finding);
    CHECK(finding->severity == land::Severity::warning);
    CHECK(finding->row == 2);
    CHECK(town.count("sealed") == 0);
    CHECK(town.cell("person", town.id("person", "P1"), "birth_year") == Value{std::int64_t{1950}});
    for (const land::Change& change : locked.changes)
        for (const land::Cell& cell : std::get<land::Insert>(change).cells)
            CHECK(land::to_display(cell.value).find("99999919") == std::string::npos);
}

TEST_CASE("unlocked, personal values go into the sealed record and nowhere else") {
    const Scratch scratch;
    MemoryTown town;
    const PlainSealer sealer;
    const auto csv = scratch.write("p.csv", persons_csv);
    const Imported first = import_file(town, csv, persons, {&sealer, {}});
    CHECK(first.report.added == 2);
    CHECK(first.report.left_out_sealed == 0);
    REQUIRE(first.report.sealed_changes.size() == 2);
    CHECK(first.report.sealed_changes[0].before.empty());
    CHECK(std::holds_alternative<land::NewId>(first.report.sealed_changes[0].party));
    const land::SealedFields wanted{{"of", "P1"},
                                    {"birth_day", "02-03"},
                                    {"id_number", "99999919500203001X"},
                                    {"markings", "disabled,empty_nest"}};
    CHECK(sealed_of(town, "P1") == wanted);
    CHECK(sealed_of(town, "P2") == land::SealedFields{{"of", "P2"}, {"birth_day", "01-01"}});

    const Imported second = import_file(town, csv, persons, {&sealer, {}});
    CHECK(second.report.unchanged == 2);  // although a new sealing would have other bytes
    CHECK(second.changes.empty());
    CHECK(second.report.sealed_changes.empty());

    const Imported third =
        import_file(town, scratch.write("p.csv", "编号,姓名,出生日期,证件,人群\nP1,测试甲,1950-02-04,,\n"),
                    persons, {&sealer, {}});
    CHECK(third.report.changed == 1);
    CHECK(third.changes.size() == 1);
    CHECK(third.report.sealed_changes.at(0).before.at("birth_day") == "02-03");
    CHECK(sealed_of(town, "P1").at("birth_day") == "02-04");
    CHECK(sealed_of(town, "P1").at("id_number") == "99999919500203001X");
}

TEST_CASE("findings about sealed values do not repeat them") {
    const Scratch scratch;
    MemoryTown town;
    const PlainSealer sealer;
    const Imported result = import_file(
        town,
        scratch.write("p.csv",
                      "编号,姓名,出生日期,证件,人群\nP1,甲,1950-02-03,,秘密\nP2,乙,,9.99999195002031E+17,\n"),
        persons, {&sealer, {}});
    CHECK(result.report.refused == 2);
    for (const land::Finding& finding : result.report.findings) {
        CHECK(finding.value.empty());
        CHECK(land::to_line(finding).find("秘密") == std::string::npos);
        CHECK(land::to_line(finding).find("9.9999") == std::string::npos);
    }
}

TEST_CASE("group lists merge into the sealed records, several rows a party") {
    const Scratch scratch;
    MemoryTown town;
    const PlainSealer sealer;
    import_file(town, scratch.write("p.csv", persons_csv), persons, {&sealer, {}});
    const auto csv = scratch.write(
        "g.csv", "编号,类别,低保\nP1,left_behind,2\nP2,disabled,\nP1,elderly,\nP9,disabled,\nP1,,3\n");
    const Imported first = import_file(town, csv, groups, {&sealer, {}});
    CHECK(first.report.rows_read == 5);
    CHECK(first.report.changed == 3);
    CHECK(first.report.refused == 2);
    CHECK(first.finding("import.code_not_found")->row == 5);
    CHECK(first.finding("import.sealed_contradiction")->row == 6);
    CHECK(first.changes.size() == 2);  // one a party
    CHECK(sealed_of(town, "P1").at("markings") == "disabled,elderly,empty_nest,left_behind");
    CHECK(sealed_of(town, "P1").at("benefit.urban_allowance") == "2");
    const Imported second = import_file(town, csv, groups, {&sealer, {}});
    CHECK(second.report.unchanged == 3);
    CHECK(second.changes.empty());
    const Imported locked = import_file(town, csv, groups);
    CHECK(locked.report.left_out_sealed == 4);
    CHECK(locked.report.refused == 5);
    CHECK(locked.changes.empty());
}
