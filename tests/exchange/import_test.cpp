#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "exchange/writer.hpp"
#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"
#include "land/area.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::FieldType;
using land::Value;

namespace {

const char* const flats = R"({"table": "flat", "key": ["code"], "fields": [
    {"from": "户室编码", "to": "code"}, {"from": "楼栋", "to": "building", "find": "building.code"},
    {"from": "室号", "to": "number"}, {"from": "面积", "to": "area_hundredths", "as": "hundredths"}]})";

const char* const households = R"({"table": "household", "key": ["code"], "fields": [
    {"from": "户编号", "to": "code"}, {"from": "户主", "to": "name"}, {"from": "易地搬迁", "to": "relocated"},
    {"from": "来源", "to": "origin", "find": "village.code"}]})";

const char* const parcels =
    R"({"table": "parcel", "key": ["code"], "set": {"kind": "farmland"}, "geometry": true, "fields": [
    {"from": "地块编码", "to": "code"}, {"from": "起", "to": "contract_from", "as": "date"}, {"from": "止", "to": "contract_to", "as": "date"}],
  "rows": [{"table": "area_record", "parent": "parcel", "set": {"kind": "registered", "unit": "mu"},
            "fields": [{"from": "合同面积", "to": "value_hundredths", "as": "hundredths"}]},
           {"table": "parcel_right", "parent": "parcel", "set": {"kind": "contract"},
            "fields": [{"from": "承包方", "to": "party", "find": "party.code"}, {"from": "份额", "to": "share", "as": "share"}]}]})";

struct ParcelRow {
    std::string code, from, to, area, party, share;
    geo::Geometry shape;
};

std::filesystem::path write_parcels(const Scratch& scratch, const std::vector<ParcelRow>& rows,
                                    const char* crs = "EPSG:4544",
                                    geo::GeometryKind kind = geo::GeometryKind::multi_polygon) {
    const auto file = scratch / "地块.gpkg";
    exchange::Writer writer(file);
    exchange::OutLayer layer{"地块", {}, kind, crs[0] ? geo::Crs::from_text(crs) : geo::Crs{}};
    for (const char* name : {"地块编码", "起", "止", "合同面积", "承包方", "份额"})
        layer.fields.push_back({name, FieldType::text, 0, 0});
    writer.begin(layer);
    for (const ParcelRow& r : rows) {
        std::vector<Value> cells;
        for (const std::string* s : {&r.code, &r.from, &r.to, &r.area, &r.party, &r.share})
            cells.push_back(land::text_or_null(*s));
        writer.add(cells, r.shape);
    }
    writer.close();
    return file;
}

geo::MultiPolygon square(double x, double y, double side) {
    return {geo::rectangle({x, y, x + side, y + side})};
}

std::string code_of(const std::function<void()>& run) {
    try {
        run();
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

}  // namespace

TEST_CASE("rows are added once; a second run changes nothing; a changed source changes only its cells") {
    const Scratch scratch;
    MemoryTown town;
    town.add("building", {{"code", std::string("B1")}});
    const auto csv =
        scratch.write("flats.csv", "户室编码,楼栋,室号,面积\n0001,B1,101,85.50\n0002,B1,102,60\n");
    const Imported first = import_file(town, csv, flats);
    CHECK(first.report.added == 2);
    CHECK(first.report.rows_read == 2);
    CHECK(first.report.findings_count == 0);
    CHECK(town.cell("flat", town.id("flat", "0001"), "area_hundredths") == Value{std::int64_t{8550}});
    CHECK(town.cell("flat", town.id("flat", "0001"), "building") == Value{town.id("building", "B1")});

    const Imported second = import_file(town, csv, flats);
    CHECK(second.report.unchanged == 2);
    CHECK(second.changes.empty());

    const Imported third = import_file(
        town, scratch.write("flats.csv", "户室编码,楼栋,室号,面积\n0001,B1,101,86\n0002,B1,,60\n"), flats);
    CHECK(third.report.changed == 1);
    CHECK(third.report.unchanged == 1);  // an empty cell says nothing
    REQUIRE(third.changes.size() == 1);
    const auto& update = std::get<land::Update>(third.changes.front());
    REQUIRE(update.cells.size() == 1);
    CHECK(update.cells[0].column == "area_hundredths");
    CHECK(update.cells[0].before == Value{std::int64_t{8550}});
    CHECK(update.cells[0].after == Value{std::int64_t{8600}});
    CHECK(town.cell("flat", town.id("flat", "0002"), "number") == Value{std::string("102")});
}

TEST_CASE("an empty cell clears only where the mapping says so") {
    const Scratch scratch;
    MemoryTown town;
    const auto mapping =
        R"({"table": "building", "key": ["code"], "fields": [{"from": "c", "to": "code"}, {"from": "n", "to": "name", "empty": "clear"}]})";
    import_file(town, scratch.write("a.csv", "c,n\nB1,甲\n"), mapping);
    CHECK(import_file(town, scratch.write("a.csv", "c,n\nB1,\n"), mapping).report.changed == 1);
    CHECK(land::is_null(town.cell("building", town.id("building", "B1"), "name")));
}

TEST_CASE("a table that extends another gets both parts under one id") {
    const Scratch scratch;
    MemoryTown town;
    town.add("village", {{"code", std::string("52052410300701")}});
    const auto csv =
        scratch.write("h.csv", "户编号,户主,易地搬迁,来源\nH1,测试甲,是,52052410300701\nH2,测试乙,否,\n");
    CHECK(import_file(town, csv, households).report.added == 2);
    const std::int64_t id = town.id("household", "H2");
    CHECK(town.cell("party", id, "kind") == Value{std::string("household")});
    CHECK(town.cell("party", id, "name") == Value{std::string("测试乙")});
    CHECK(town.cell("household", id, "relocated") == Value{std::int64_t{0}});
    CHECK(import_file(town, csv, households).report.unchanged == 2);
    const Imported renamed = import_file(
        town, scratch.write("h.csv", "户编号,户主,易地搬迁,来源\nH1,测试丙,是,52052410300701\n"), households);
    REQUIRE(renamed.changes.size() == 1);
    CHECK(std::get<land::Update>(renamed.changes[0]).table == "party");
}

TEST_CASE("a bad row is refused as a whole with its place, and the others go on") {
    const Scratch scratch;
    MemoryTown town;
    town.add("building", {{"code", std::string("B1")}});
    town.add("building", {{"code", std::string("B7")}});
    town.add("building", {{"code", std::string("B7")}});
    const auto csv = scratch.write("flats.csv",
                                   "户室编码,楼栋,室号,面积\n"
                                   "0001,B1,101,85.50\n"  // row 2, good
                                   "0002,B9,102,60\n"     // 3: no such building
                                   "0003,B7,103,60\n"     // 4: two such buildings
                                   "0004,B1,104,六十\n"   // 5: not a number
                                   "0001,B1,105,60\n"     // 6: again
                                   ",B1,106,60\n"         // 7: no key
                                   "0007,,107,60\n"       // 8: required building
                                   "0008,B1,108,-3\n"     // 9: negative
                                   "0009,B1,109,60\n");   // 10, good
    const Imported result = import_file(town, csv, flats);
    CHECK(result.report.added == 2);
    CHECK(result.report.refused == 7);
    CHECK(town.count("flat") == 2);
    const std::pair<const char*, std::int64_t> wanted[] = {
        {"import.code_not_found", 3},      {"import.code_found_twice", 4}, {"import.unreadable", 5},
        {"import.key_twice_in_source", 6}, {"import.key_missing", 7},      {"import.required_missing", 8},
        {"import.not_allowed", 9}};
    for (const auto& [rule, row] : wanted) {
        INFO(rule);
        const land::Finding* finding = result.finding(rule);
        REQUIRE(finding);
        CHECK(finding->row == row);
        CHECK(finding->source == "flats.csv");
        CHECK(finding->severity == land::Severity::error);
        CHECK_FALSE(finding->field.empty());
        CHECK_FALSE(finding->reason.empty());
        CHECK_FALSE(finding->mend.empty());
    }
    CHECK(result.finding("import.code_not_found")->field == "楼栋");
    CHECK(result.finding("import.code_not_found")->value == "B9");
}

TEST_CASE("value lists and choices") {
    const Scratch scratch;
    MemoryTown town;
    const auto csv =
        scratch.write("p.csv", "编号,性别,生日\nP1,男,1987-05-23\nP2,女,1990\nP3,不详,1991\nP4,,1992\n");
    const Imported listed = import_file(
        town, csv, R"({"table": "person", "key": ["code"], "fields": [{"from": "编号", "to": "code"},
        {"from": "性别", "to": "sex", "values": {"男": "male", "女": "female"}}, {"from": "生日", "to": "birth_year", "as": "year"}]})");
    CHECK(listed.report.added == 3);
    CHECK(listed.finding("import.value_not_listed")->row == 4);
    CHECK(town.cell("person", town.id("person", "P2"), "sex") == Value{std::string("female")});
    const Imported raw = import_file(
        town, csv,
        R"({"table": "person", "key": ["code"], "fields": [{"from": "编号", "to": "code"}, {"from": "性别", "to": "sex"}]})");
    CHECK(raw.report.refused == 3);
    CHECK(raw.report.unchanged == 1);
    CHECK(raw.finding("import.not_allowed"));
}

TEST_CASE("parcels bring their areas and rights; the measured area follows the geometry") {
    const Scratch scratch;
    MemoryTown town;
    const std::int64_t party =
        town.add("household", {{"kind", std::string("household")}, {"code", std::string("H1")}});
    const auto shape = square(500000, 2950000, 20);
    const auto run = [&](const std::string& area, const geo::Geometry& geometry,
                         const std::string& share = "1/2") {
        return import_file(
            town,
            write_parcels(scratch, {{"D001", "2015-01-01", "2044-12-31", area, "H1", share, geometry},
                                    {"D002", "", "", "", "", "", {}}}),
            parcels);
    };
    CHECK(run("0.6", shape).report.added == 2);
    const std::int64_t id = town.id("parcel", "D001");
    const auto areas = town.children("area_record", "parcel", id);
    REQUIRE(areas.size() == 2);
    CHECK(town.cell("area_record", areas[0], "value_hundredths") == Value{std::int64_t{60}});
    CHECK(town.cell("area_record", areas[1], "value_hundredths") == Value{std::int64_t{40000}});
    CHECK(town.cell("area_record", areas[1], "method") == Value{std::string("planar")});
    const auto rights = town.children("parcel_right", "parcel", id);
    REQUIRE(rights.size() == 1);
    CHECK(town.cell("parcel_right", rights[0], "party") == Value{party});
    CHECK(town.cell("parcel_right", rights[0], "share_den") == Value{std::int64_t{2}});
    const auto held = geo::from_spatialite_blob(std::get<land::Bytes>(town.cell("parcel", id, "geometry")));
    REQUIRE(held);
    CHECK(*held == geo::Geometry{shape});
    CHECK(town.children("area_record", "parcel", town.id("parcel", "D002")).empty());

    CHECK(run("0.6", shape).report.unchanged == 2);
    CHECK(run("0.7", shape).changes.size() == 1);  // the registered area alone
    const Imported grown = run("0.7", square(500000, 2950000, 30));
    CHECK(grown.report.changed == 1);
    CHECK(grown.changes.size() == 2);  // geometry and measured area, in the same Edit
    CHECK(town.cell("area_record", areas[1], "value_hundredths") == Value{std::int64_t{90000}});
    CHECK(run("0.7", square(500000, 2950000, 30), "1/3").changes.size() == 1);
    CHECK(run("", {}, "").report.unchanged == 2);  // no geometry in the source takes none away
}

TEST_CASE("geometry that cannot be taken refuses its row") {
    const Scratch scratch;
    MemoryTown town;
    const double e = 500000, n = 2950000;
    const geo::Ring bow{{e, n}, {e + 10, n + 10}, {e + 10, n}, {e, n + 10}, {e, n}};
    const Imported invalid =
        import_file(town,
                    write_parcels(scratch, {{"D1", "", "", "", "", "", geo::MultiPolygon{{bow, {}}}},
                                            {"D2", "2020-01-01", "2019-01-01", "", "", "", {}},
                                            {"D3", "", "", "", "", "", square(e, n, 5)}}),
                    parcels);
    CHECK(invalid.report.refused == 2);
    CHECK(invalid.report.added == 1);
    REQUIRE(invalid.finding("import.geometry_invalid"));
    REQUIRE(invalid.finding("import.geometry_invalid")->at);
    CHECK(invalid.finding("import.geometry_invalid")->at->x == Approx(e + 5));
    CHECK(invalid.finding("import.not_allowed")->field == "止");
    MemoryTown other;
    const Imported points = import_file(other,
                                        write_parcels(scratch, {{"D1", "", "", "", "", "", geo::Point{e, n}}},
                                                      "EPSG:4544", geo::GeometryKind::point),
                                        parcels);
    CHECK(points.finding("import.geometry_kind"));
}

TEST_CASE("the source's CRS is brought into the town's, or asked for") {
    const Scratch scratch;
    MemoryTown town;
    const auto zoned =
        write_parcels(scratch, {{"D1", "", "", "", "", "", square(35500100, 2950000, 20)}}, "EPSG:4523");
    CHECK(import_file(town, zoned, parcels).report.added == 1);
    const auto held = geo::from_spatialite_blob(
        std::get<land::Bytes>(town.cell("parcel", town.id("parcel", "D1"), "geometry")));
    CHECK(geo::box_of(*held).min_x == Approx(500100).margin(0.001));
    CHECK(geo::box_of(*held).max_y == Approx(2950020).margin(0.001));
    CHECK(geo::srid_of_spatialite_blob(
              std::get<land::Bytes>(town.cell("parcel", town.id("parcel", "D1"), "geometry"))) == 4544);

    const auto bare = write_parcels(scratch, {{"D2", "", "", "", "", "", square(35500100, 2950000, 20)}}, "");
    CHECK(code_of([&] { import_file(town, bare, parcels); }) == "crs_missing");
    CHECK(import_file(town, bare, parcels, {nullptr, "EPSG:4523"}).report.added == 1);
    const auto old =
        write_parcels(scratch, {{"D3", "", "", "", "", "", square(35500100, 2950000, 20)}}, "EPSG:2359");
    CHECK(code_of([&] { import_file(town, old, parcels); }) == "crs_not_cgcs2000");
    const Imported overridden = import_file(town, old, parcels, {nullptr, "EPSG:4523"});
    CHECK(overridden.report.added == 1);
    CHECK(overridden.finding("import.crs_overridden"));
}

TEST_CASE("rows of one source may refer to earlier rows of the same source") {
    const Scratch scratch;
    MemoryTown town;
    const auto csv =
        scratch.write("p.csv", "编号,姓名,户\nP1,测试甲,P1\nP2,测试乙,P1\nP3,测试丙,P4\nP4,测试丁,P3\n");
    const auto mapping =
        R"({"table": "person", "key": ["code"], "fields": [{"from": "编号", "to": "code"}, {"from": "姓名", "to": "name"}],
        "rows": [{"table": "party_member", "parent": "member", "fields": [{"from": "户", "to": "party", "find": "party.code"}]}]})";
    const Imported first = import_file(town, csv, mapping);
    CHECK(first.report.added == 2);
    CHECK(first.report.refused == 2);  // P4 is not there yet, and P3 was refused
    CHECK(town.children("party_member", "party", town.id("person", "P1")).size() == 2);
    CHECK(import_file(town, csv, mapping).report.unchanged == 2);
}

TEST_CASE("a key of found rows: who lives where") {
    const Scratch scratch;
    MemoryTown town;
    const std::int64_t building = town.add("building", {{"code", std::string("B1")}});
    town.add("flat", {{"code", std::string("F1")}, {"building", building}});
    town.add("household", {{"kind", std::string("household")}, {"code", std::string("H1")}});
    const auto mapping =
        R"({"table": "occupancy", "key": ["household", "flat"], "set": {"kind": "main"}, "fields": [
        {"from": "户", "to": "household", "find": "household.code"}, {"from": "室", "to": "flat", "find": "flat.code"}, {"from": "自", "to": "valid_from"}]})";
    CHECK(import_file(town, scratch.write("o.csv", "户,室,自\nH1,F1,2019/6/1\n"), mapping).report.added == 1);
    CHECK(import_file(town, scratch.write("o.csv", "户,室,自\nH1,F1,2019年6月1日\n"), mapping)
              .report.unchanged == 1);
    CHECK(import_file(town, scratch.write("o.csv", "户,室,自\nH1,F1,2019-06-02\n"), mapping).report.changed ==
          1);
}

TEST_CASE("findings beyond the first thousand are counted, not kept; stopping stops") {
    const Scratch scratch;
    MemoryTown town;
    std::string csv = "户室编码,楼栋,室号,面积\n";
    for (int i = 0; i < 1500; ++i) csv += fmt::format("{:04},B9,1,1\n", i);
    const Imported result = import_file(town, scratch.write("f.csv", csv), flats);
    CHECK(result.report.refused == 1500);
    CHECK(result.report.findings_count == 1500);
    CHECK(result.report.findings.size() == 1000);

    std::stop_source stop;
    land::Progress progress(stop.get_token());
    const exchange::Reader reader(scratch / "f.csv");
    exchange::ImportRun run(reader, reader.layer(),
                            exchange::parse_mapping(nlohmann::json::parse(flats), "t"),
                            {town.shape, geo::Crs::from_text("4544"), town, nullptr, {}, progress});
    const land::ChangeSource next = run.changes();
    stop.request_stop();
    CHECK_THROWS_AS(next(), Cancelled);
}

TEST_CASE("400 real footprints: measured areas are those of the shapes, a second run is still") {
    const auto file = test_data("A-chinese-derived/gbk_ldid0_nocpg/房屋_gbk_ldid0_nocpg.shp");
    if (!file) return;
    MemoryTown town;
    const auto mapping =
        R"({"table": "parcel", "key": ["code"], "set": {"kind": "homestead"}, "geometry": true, "fields": [
        {"from": "宗地代码", "to": "code"}, {"from": "权利人", "to": "name"}],
        "rows": [{"table": "area_record", "parent": "parcel", "set": {"kind": "registered", "unit": "m2"}, "fields": [{"from": "建筑面积", "to": "value_hundredths", "as": "hundredths"}]}]})";
    const Imported first = import_file(town, *file, mapping);
    CHECK(first.report.added == 400);
    CHECK(town.count("area_record") == 800);
    std::int64_t registered = 0;
    for (const land::Change& change : first.changes)
        if (const auto* insert = std::get_if<land::Insert>(&change); insert && insert->table == "area_record")
            for (const land::Cell& cell : insert->cells)
                if (cell.column == "value_hundredths" &&
                    insert->cells.at(1).value == Value{std::string("registered")})
                    registered += std::get<std::int64_t>(cell.value);
    CHECK(land::format_hundredths(registered) == "118469.26");
    CHECK(import_file(town, *file, mapping).report.unchanged == 400);
}
