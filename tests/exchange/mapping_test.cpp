#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "exchange/field_mapping.hpp"
#include "exchange/load_plan.hpp"
#include "geo/error.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const char* const full =
    R"({"table": "parcel", "key": ["code"], "set": {"kind": "farmland"}, "geometry": true,
  "fields": [{"from": "地块编码", "to": "code"},
             {"from": "村", "to": "village", "find": "village.code"},
             {"from": "终止", "to": "contract_to", "as": "date", "empty": "clear"}],
  "rows": [{"table": "area_record", "parent": "parcel", "set": {"kind": "registered", "unit": "mu"},
            "fields": [{"from": "合同面积", "to": "value_hundredths", "as": "hundredths"}]},
           {"table": "parcel_right", "parent": "parcel", "key": ["party"], "set": {"kind": "contract"},
            "fields": [{"from": "承包方", "to": "party", "find": "party.code"}, {"from": "份额", "to": "share", "as": "share"},
                       {"from": "性别", "to": "certificate", "values": {"男": "male", "女": "female"}}]}]})";

std::string complaint(const std::function<void()>& run) {
    try {
        run();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string parse_complaint(const std::string& json) {
    return complaint([&] { exchange::parse_mapping(nlohmann::json::parse(json), "m.json"); });
}

}  // namespace

TEST_CASE("a mapping survives the way to JSON and back") {
    const exchange::FieldMapping mapping = exchange::parse_mapping(nlohmann::json::parse(full), "m.json");
    CHECK(mapping.rows.size() == 2);
    CHECK(mapping.fields.at(2).clear);
    CHECK(exchange::to_json(mapping) == nlohmann::json::parse(full));
    CHECK(exchange::to_json(exchange::parse_mapping(exchange::to_json(mapping), "m.json")) ==
          exchange::to_json(mapping));
}

TEST_CASE("mistakes in a mapping name the file and the place") {
    CHECK_THAT(parse_complaint(R"({"key": ["code"]})"),
               ContainsSubstring("m.json /") && ContainsSubstring("\"table\" is missing"));
    CHECK_THAT(parse_complaint(R"({"table": "flat"})"), ContainsSubstring("\"key\" is missing"));
    CHECK_THAT(parse_complaint(R"({"table": "flat", "key": ["code"], "fieldz": []})"),
               ContainsSubstring("/fieldz") && ContainsSubstring("fields"));
    CHECK_THAT(
        parse_complaint(
            R"({"table": "flat", "key": ["code"], "fields": [{"from": "a", "to": "b"}, {"from": "a"}]})"),
        ContainsSubstring("m.json /fields/1"));
    CHECK_THAT(
        parse_complaint(
            R"({"table": "flat", "key": ["code"], "fields": [{"from": "a", "to": "b", "as": "area"}]})"),
        ContainsSubstring("/fields/0/as") && ContainsSubstring("hundredths"));
    CHECK_THAT(
        parse_complaint(
            R"({"table": "flat", "key": ["code"], "fields": [{"from": "a", "to": "b", "find": "building"}]})"),
        ContainsSubstring("building.code"));
    CHECK_THAT(
        parse_complaint(
            R"({"table": "flat", "key": ["code"], "rows": [{"table": "x", "parent": "y", "fields": [{"from": "a", "seal": "b"}]}]})"),
        ContainsSubstring("/rows/0/fields/0/seal"));
    CHECK_THAT(parse_complaint(R"([1])"), ContainsSubstring("object"));
    const Scratch scratch;
    CHECK_THAT(complaint([&] { exchange::read_mapping(scratch.write("b.json", "{\"table\": ")); }),
               ContainsSubstring("b.json") && ContainsSubstring("JSON"));
}

TEST_CASE("names that the town or the source lacks are said with those there are") {
    const Scratch scratch;
    const auto csv = scratch.write("f.csv", "编码,楼栋\n1,B1\n");
    const auto problem = [&](const std::string& mapping) {
        return complaint([&] {
            MemoryTown town;
            import_file(town, csv, mapping);
        });
    };
    CHECK_THAT(problem(R"({"table": "flats", "key": ["code"]})"),
               ContainsSubstring("flats") && ContainsSubstring("household"));
    CHECK_THAT(problem(R"({"table": "flat", "key": ["code"], "fields": [{"from": "代码", "to": "code"}]})"),
               ContainsSubstring("代码") && ContainsSubstring("楼栋"));
    CHECK_THAT(problem(R"({"table": "flat", "key": ["code"], "fields": [{"from": "编码", "to": "kode"}]})"),
               ContainsSubstring("kode") && ContainsSubstring("area_hundredths"));
    CHECK_THAT(problem(R"({"table": "flat", "key": ["number"], "fields": [{"from": "编码", "to": "code"}]})"),
               ContainsSubstring("number"));
    CHECK_THAT(
        problem(
            R"({"table": "flat", "key": ["code"], "fields": [{"from": "编码", "to": "code"}, {"from": "楼栋", "to": "building"}]})"),
        ContainsSubstring("building.code"));
    CHECK_THAT(
        problem(
            R"({"table": "building", "key": ["code"], "set": {"kind": "castle"}, "fields": [{"from": "编码", "to": "code"}]})"),
        ContainsSubstring("castle"));
    CHECK_THAT(
        problem(
            R"({"table": "flat", "key": ["code"], "fields": [{"from": "编码", "to": "code"}, {"from": "楼栋", "seal": "phone"}]})"),
        ContainsSubstring("party"));
    CHECK_THAT(
        problem(
            R"({"table": "building", "key": ["code"], "geometry": true, "fields": [{"from": "编码", "to": "code"}]})"),
        ContainsSubstring("no geometry"));
}

TEST_CASE("a load plan stays inside its folder") {
    const Scratch scratch;
    scratch.write("town/a.csv", "编码\n1\n");
    scratch.write("town/maps/a.json",
                  R"({"table": "building", "key": ["code"], "fields": [{"from": "编码", "to": "code"}]})");
    scratch.write("secret.csv", "x\n");
    scratch.write("town/passphrase.txt", "published");
    const auto plan = [&](const std::string& sources) {
        scratch.write(
            "town/load.json",
            R"({"name": "平远新城", "reference_date": "2025-11-25", "passphrase_file": "passphrase.txt", "sources": )" +
                sources + "}");
        return exchange::read_load_plan(scratch / "town");
    };
    const exchange::LoadPlan good = plan(R"([{"file": "a.csv", "encoding": "GBK", "map": "maps/a.json"},
        {"file": "a.csv", "crs": "EPSG:4523", "map": {"table": "building", "key": ["code"], "fields": [{"from": "编码", "to": "code"}]}}])");
    CHECK(good.name == "平远新城");
    CHECK(good.crs == "EPSG:4544");
    CHECK(good.sources.size() == 2);
    CHECK(std::filesystem::exists(good.sources[0].file));
    CHECK(good.sources[0].mapping.table == "building");
    CHECK(good.sources[1].crs == "EPSG:4523");
    CHECK(std::filesystem::exists(good.passphrase_file));
    const std::string map = R"(, "map": "maps/a.json"}])";
    for (const std::string& file : std::vector<std::string>{
             "../secret.csv", "maps/../../secret.csv", (scratch / "secret.csv").string(), "nowhere.csv"}) {
        INFO(file);
        CHECK_THAT(complaint([&] { plan("[{\"file\": \"" + file + "\"" + map); }),
                   ContainsSubstring("/sources/0/file"));
    }
    std::filesystem::create_symlink(scratch / "secret.csv", scratch / "town/link.csv");
    CHECK_THAT(complaint([&] { plan("[{\"file\": \"link.csv\"" + map); }), ContainsSubstring("leads out"));
    CHECK_THAT(complaint([&] { plan(R"([{"file": "a.csv", "map": {"table": "flat"}}])"); }),
               ContainsSubstring("/sources/0/map"));
    CHECK_THAT(complaint([&] { plan(R"([{"file": "a.csv", "mop": "maps/a.json"}])"); }),
               ContainsSubstring("/sources/0/mop"));
}

TEST_CASE("mapping: a key that may be empty and measured areas that come later, there and back") {
    auto json = nlohmann::json::parse(full);
    auto mapping = exchange::parse_mapping(json, "m.json");
    CHECK_FALSE(mapping.key_may_be_empty);
    CHECK(mapping.measure);
    json["key_may_be_empty"] = true;
    json["measure"] = false;
    mapping = exchange::parse_mapping(json, "m.json");
    CHECK(mapping.key_may_be_empty);
    CHECK_FALSE(mapping.measure);
    const auto back = exchange::parse_mapping(exchange::to_json(mapping), "m.json");
    CHECK(back.key_may_be_empty);
    CHECK_FALSE(back.measure);
    json["measure"] = "no";
    CHECK_THAT(parse_complaint(json.dump()),
               ContainsSubstring("/measure") && ContainsSubstring("true or false"));
}
