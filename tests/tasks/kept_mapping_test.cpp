// The mapping of an import serves the next source of the same columns, and never a source of another kind.
#include "tasks/kept_mapping.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "geo/error.hpp"
#include "sample_project.hpp"
#include "tasks/import_source.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

std::filesystem::path csv(const TownFolder& folder, const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return folder / name;
}

exchange::FieldMapping mapping(const char* json) {
    return exchange::parse_mapping(nlohmann::json::parse(json), "test");
}

tasks::ImportOutcome import(tasks::Project& project, const std::filesystem::path& source,
                            std::optional<exchange::FieldMapping> given = {}, const std::string& table = {}) {
    tasks::ImportParams params;
    params.source = source;
    params.mapping = std::move(given);
    params.table = table;
    land::Progress silent;
    return tasks::import_source(project, params, silent);
}

const char* const houses =
    R"({"table":"building","key":["code"],"fields":[{"from":"甲","to":"code"},{"from":"乙","to":"name"}]})";

}  // namespace

TEST_CASE("a mapping once given serves the next list of the same columns, in any order and under any name") {
    const TownFolder folder;
    auto project = open(folder.town());
    const auto first = csv(folder, "十一月.csv", "甲,乙\nB1,一号楼\nB2,二号楼\n");
    CHECK_THROWS_AS(import(project, first), Error);  // nothing says what 甲 and 乙 are
    CHECK(import(project, first, mapping(houses)).report.added == 2);
    const auto second = import(project, csv(folder, "十二月.csv", "乙,甲\n三号楼,B3\n新一号楼,B1\n"));
    CHECK(second.mapping_from == "kept");
    CHECK(second.report.added == 1);
    CHECK(second.report.changed == 1);
    REQUIRE(second.guess);
    CHECK(second.guess->fields.size() == 2);
    // One column more is another kind of list.
    CHECK_THROWS_AS(import(project, csv(folder, "别的.csv", "甲,乙,丙\nB4,四号楼,x\n")), Error);
    // The user's own word goes before what is kept.
    CHECK_THROWS_AS(import(project, first, {}, "no_table"), Error);
    CHECK(import(project, first).report.changed == 1);
}

TEST_CASE("the same source again changes nothing, and undo takes the mapping back with the rows") {
    const TownFolder folder;
    auto project = open(folder.town());
    const auto source = csv(folder, "a.csv", "甲,乙\nB1,一号楼\n");
    CHECK(import(project, source, mapping(houses)).seq > 0);
    CHECK(import(project, source, mapping(houses)).seq == 0);
    CHECK(import(project, source).seq == 0);
    store::ReverseRequest back;
    back.head = project.head("undo");
    back.entry = 1;
    land::Progress silent;
    project.store->undo(back, silent);
    CHECK_THROWS_AS(import(project, source), Error);
}

TEST_CASE("a kept mapping gives way where the guess is sure of another kind of land") {
    const TownFolder folder;
    auto project = open(folder.town());
    const std::string header = "宗地代码,坐落,宗地面积(平方米),东至\n";
    const auto homesteads = csv(folder, "宅基地.csv",
                                header +
                                    "520524103007JC00001,甲处,120.00,路\n"
                                    "520524103007JC00002,乙处,121.00,路\n");
    const auto first = import(project, homesteads);
    CHECK(first.mapping_from == "guess");
    CHECK(first.report.added == 2);
    CHECK(import(project, homesteads).mapping_from == "kept");

    exchange::FieldMapping woodland;
    woodland.table = "parcel";
    woodland.set = {{"kind", std::string("woodland")}};
    exchange::MappingGuess sure;
    sure.sure = true;
    sure.mapping = first.mapping;
    CHECK(tasks::contradicts(woodland, sure));
    CHECK(!tasks::contradicts(first.mapping, sure));
    sure.sure = false;
    CHECK(!tasks::contradicts(woodland, sure));
}

TEST_CASE("columns that come from the format or from nowhere are not remembered") {
    const TownFolder folder;
    const exchange::Reader sheet(csv(folder, "a.csv", "1,2\n3,4\n5,6\n"));
    CHECK(tasks::kept_mapping_name(sheet, sheet.layers().front()).empty());
    const exchange::Reader named(csv(folder, "b.csv", "户号,户名\nH1,测试甲\n")),
        turned(csv(folder, "c.csv", "户名,户号\n测试甲,H1\n")),
        other(csv(folder, "d.csv", "户号,户主\nH1,测试甲\n"));
    const auto name = [](const exchange::Reader& reader) {
        return tasks::kept_mapping_name(reader, reader.layers().front());
    };
    CHECK(!name(named).empty());
    CHECK(name(named) == name(turned));
    CHECK(name(named) != name(other));
}
