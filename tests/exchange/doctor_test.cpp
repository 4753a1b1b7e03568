#include "exchange/doctor.hpp"

#include <filesystem>

#include "catch.hpp"
#include "exchange/number_doctor.hpp"
#include "exchange/repair.hpp"
#include "exchange/text_encoding.hpp"
#include "exchange/writer.hpp"
#include "geo/areas.hpp"
#include "geo/topology.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

exchange::FileHealth examined(const std::filesystem::path& file, const std::string& encoding = {}) {
    const exchange::Reader reader(file, {encoding});
    exchange::TownPlace place;
    place.crs = geo::Crs::from_text("EPSG:4544");
    land::Progress progress;
    return exchange::examine(reader, {"", place, nullptr}, progress);
}

const land::Finding* finding(const std::vector<land::Finding>& all, const std::string& rule) {
    for (const land::Finding& f : all)
        if (f.rule == rule) return &f;
    return nullptr;
}

std::filesystem::path write_shapes(const Scratch& scratch, const std::vector<geo::Geometry>& shapes) {
    const auto file = scratch / "shapes.gpkg";
    exchange::Writer writer(file);
    writer.begin({"shapes",
                  {{"编码", exchange::FieldType::text, 0, 0}},
                  geo::GeometryKind::multi_polygon,
                  geo::Crs::from_text("EPSG:4544")});
    for (std::size_t i = 0; i < shapes.size(); ++i) writer.add({std::to_string(i)}, shapes[i]);
    writer.close();
    return file;
}

constexpr double e0 = 570'000, n0 = 2'950'000;

}  // namespace

TEST_CASE("each planted lie of the Chinese shapefiles is named, with the words that accept it") {
    struct Case {
        const char* name;
        const char* rule;  // empty: nothing worse than a note
        const char* contains;
    };
    for (const Case& c :
         {Case{"gbk_ldid77", "", ""}, Case{"gbk_cpg", "", ""}, Case{"gbk_cpg936bom", "", ""},
          Case{"gb18030", "", ""}, Case{"utf8_cpg", "", ""}, Case{"prj_cgcs2000_zone35", "", ""},
          Case{"prj_userdefined", "", ""}, Case{"utf8_wrongcpg", "encoding.lie", "UTF-8"},
          Case{"prj_missing", "frame.missing", "--crs EPSG:4523"},
          Case{"prj_mismatch_cm105", "frame.contradictory", "--crs EPSG:4523"},
          Case{"prj_xian80_zone35", "frame.not_cgcs2000", "--control-points"},
          Case{"prj_bj54_zone35", "frame.not_cgcs2000", "--control-points"},
          Case{"trunc_shp60", "geometry.cut_short", "164 rows"},
          Case{"trunc_dbf50", "geometry.cut_short", "201 rows"}, Case{"noshx", "source.no_shx", ".shx"}}) {
        const auto file = test_data("A-chinese-derived/" + std::string(c.name) + "/房屋_" + c.name + ".shp");
        if (!file) return;
        INFO(c.name);
        const auto all = examined(*file).all();
        if (*c.rule == '\0') {
            for (const land::Finding& f : all) {
                INFO(land::to_line(f));
                CHECK(f.severity == land::Severity::note);
            }
            continue;
        }
        const land::Finding* found = finding(all, c.rule);
        REQUIRE(found);
        CHECK(land::to_line(*found).find(c.contains) != std::string::npos);
        CHECK(!found->source.empty());
    }
    for (const char* name : {"gbk_ldid0_nocpg", "gbk_ldid87_nocpg"})
        if (const auto file =
                test_data("A-chinese-derived/" + std::string(name) + "/房屋_" + name + ".shp")) {
            const auto all = examined(*file).all();
            REQUIRE(finding(all, "encoding.not_said"));
            CHECK(finding(all, "encoding.not_said")->reason.find("GB18030") != std::string::npos);
        }
}

TEST_CASE("UTF-8 taken for a Latin encoding is told as it should read; a sound file is left alone") {
    const Scratch scratch;
    const std::string sound = "编码,名称\n001,杨家庄\n002,张三\n";
    CHECK(finding(examined(scratch.write("sound.csv", sound)).all(), "encoding.taken_for_latin") == nullptr);
    for (const char* latin : {"ISO-8859-1", "windows-1252"}) {
        INFO(latin);
        const auto all = examined(scratch.write("damaged.csv", "code,name\n001," +
                                                                   exchange::to_utf8("杨家庄", latin) + "\n"))
                             .all();
        const land::Finding* found = finding(all, "encoding.taken_for_latin");
        REQUIRE(found);
        CHECK(found->row == 2);
        CHECK(found->field == "name");
        CHECK(found->reason.find("杨家庄") != std::string::npos);
        CHECK(found->mend.find("sender") != std::string::npos);
    }
    const auto named = examined(scratch.write("named.csv", sound), "ISO-8859-1").all();
    const land::Finding* found = finding(named, "encoding.taken_for_latin");
    REQUIRE(found);
    CHECK(found->mend.find("UTF-8") != std::string::npos);
    // Control characters were lost on the way: it cannot be told what it was, but that it is damaged.
    CHECK(finding(examined(scratch.write("gaps.csv", "code,name\n001,æ¨å®¶åº\n")).all(),
                  "encoding.damaged_text"));
}

TEST_CASE("what a spreadsheet does to numbers is seen column by column") {
    const Scratch scratch;
    const auto file =
        scratch.write("台账.csv",
                      "编码,证件号码,地块,登记日期,户号,电话\n"
                      "520524103007000000,5.20524199001E+17,'5205241030070100001,43831,00123,13800000001\n"
                      "520524103008000000,520524199001011234,5205241030070100002,43832,00124,13800000002\n"
                      "520524103009000000,520524199001011234,5205241030070100003,43833,0125,13800000003\n"
                      "520524103010000000,520524199001011234,5205241030070100004,43834,00126,13800000004\n"
                      "520524103010000000,520524199001011234,5205241030070100005,43835,00127,13800000005\n"
                      ",520524199001011234,5205241030070100006,43836,00128,13800000006\n");
    const auto all = examined(file).all();
    const auto expect = [&](const char* rule, const char* field, std::int64_t row) {
        INFO(rule);
        const land::Finding* f = finding(all, rule);
        REQUIRE(f);
        CHECK(f->field == field);
        CHECK(f->row == row);
        CHECK(!f->mend.empty());
    };
    expect("number.shortened", "证件号码", 2);
    expect("number.rounded", "编码", 2);
    expect("number.apostrophe", "地块", 2);
    expect("number.day_serial", "登记日期", 2);
    expect("number.lost_zeros", "户号", 4);
    expect("key.twice", "编码", 6);
    expect("key.empty", "编码", 7);
    CHECK(finding(all, "number.shortened")->value.empty());  // an identity number is not shown
    CHECK(finding(all, "number.day_serial")->reason.find("2020-01-01") != std::string::npos);
}

TEST_CASE("sound numbers are left alone") {
    CHECK(exchange::day_of_serial("43831") == "2020-01-01");
    CHECK(exchange::day_of_serial("36526") == "2000-01-01");
    CHECK(!exchange::day_of_serial("2015"));
    CHECK(!exchange::day_of_serial("99999"));
    CHECK(!exchange::is_rounded_number(land::Value{std::string("520524103007010001")}));
    CHECK(!exchange::is_rounded_number(land::Value{std::string("100000000000000")}));
    CHECK(!exchange::is_shortened_number(land::Value{std::string("1E05")}));
    CHECK(exchange::is_shortened_number(land::Value{5.2e17}));
}

TEST_CASE("the health of shapes: invalid, empty, twice, and where") {
    const Scratch scratch;
    const geo::Ring bow{{e0, n0}, {e0 + 10, n0 + 10}, {e0 + 10, n0}, {e0, n0 + 10}, {e0, n0}};
    const geo::MultiPolygon good{geo::rectangle({e0 + 50, n0, e0 + 60, n0 + 10})};
    const auto all = examined(write_shapes(scratch, {good, geo::MultiPolygon{{bow, {}}}, good, {}})).all();
    const land::Finding* invalid = finding(all, "geometry.invalid");
    REQUIRE(invalid);
    CHECK(invalid->row == 2);
    REQUIRE(invalid->at);
    CHECK(invalid->at->x == Approx(e0 + 5));
    CHECK(invalid->at->y == Approx(n0 + 5));
    REQUIRE(finding(all, "geometry.twice"));
    CHECK(finding(all, "geometry.twice")->row == 3);
    REQUIRE(finding(all, "geometry.empty"));
    CHECK(finding(all, "geometry.empty")->row == 4);
}

TEST_CASE("a repair keeps the area, or there is none") {
    // A spike, a doubled vertex and a touching ring are mended; a bow tie and overlapping parts are not.
    const geo::Ring spike{
        {e0, n0},      {e0 + 10, n0}, {e0 + 10, n0 + 10}, {e0 + 10, n0 + 25}, {e0 + 10, n0 + 10},
        {e0, n0 + 10}, {e0, n0}};
    const geo::MultiPolygon with_spike{{spike, {}}};
    REQUIRE(geo::invalidity(with_spike));
    const auto mended = exchange::repaired(with_spike, {});
    REQUIRE(mended);
    CHECK(geo::planar_area_m2(mended->polygons) == Approx(100).epsilon(1e-9));
    CHECK(!geo::invalidity(mended->polygons));

    const geo::Ring bow{{e0, n0}, {e0 + 10, n0 + 10}, {e0 + 10, n0}, {e0, n0 + 10}, {e0, n0}};
    CHECK(!exchange::repaired({{bow, {}}}, {}));
    const geo::MultiPolygon overlapping{geo::rectangle({e0, n0, e0 + 10, n0 + 10}),
                                        geo::rectangle({e0 + 5, n0, e0 + 15, n0 + 10})};
    CHECK(!exchange::repaired(overlapping, {}));
    // A bow tie with one lobe of 0.0004 m2 decides nothing about land, unless the limits say so.
    const geo::Ring nearly{
        {e0, n0}, {e0 + 10, n0}, {e0 + 10, n0 + 10}, {e0 + 0.02, n0 + 10}, {e0 + 0.02, n0 - 0.02}, {e0, n0}};
    const geo::MultiPolygon small{{nearly, {}}};
    REQUIRE(geo::invalidity(small));
    const auto tiny = exchange::repaired(small, {});
    REQUIRE(tiny);
    CHECK(tiny->difference_m2 < 0.01);
    CHECK(!exchange::repaired(small, {1e-6, 1e-4}));
}

TEST_CASE("import repairs what may be repaired, says so, and refuses the rest with its place") {
    const Scratch scratch;
    MemoryTown town;
    const geo::Ring spike{
        {e0, n0},      {e0 + 10, n0}, {e0 + 10, n0 + 10}, {e0 + 10, n0 + 25}, {e0 + 10, n0 + 10},
        {e0, n0 + 10}, {e0, n0}};
    const geo::Ring bow{{e0, n0}, {e0 + 10, n0 + 10}, {e0 + 10, n0}, {e0, n0 + 10}, {e0, n0}};
    const auto file = write_shapes(scratch, {geo::MultiPolygon{{spike, {}}}, geo::MultiPolygon{{bow, {}}}});
    const auto mapping =
        R"({"table": "building", "key": ["code"], "geometry": true, "fields": [{"from": "编码", "to": "code"}]})";
    const Imported result = import_file(town, file, mapping);
    CHECK(result.report.added == 1);
    CHECK(result.report.repaired == 1);
    CHECK(result.report.refused == 1);
    REQUIRE(result.finding("import.geometry_repaired"));
    CHECK(result.finding("import.geometry_repaired")->severity == land::Severity::note);
    REQUIRE(result.finding("import.geometry_invalid"));
    REQUIRE(result.finding("import.geometry_invalid")->at);
    CHECK(import_file(town, file, mapping).report.unchanged == 1);
}

TEST_CASE("a damaged code is never joined") {
    const Scratch scratch;
    MemoryTown town;
    town.add("building", {{"code", std::string("520524103007000000")}});
    std::string csv = "户室编码,楼栋\n";
    for (int i = 0; i < 6; ++i)
        csv += "F" + std::to_string(i) + ",52052410300700" + std::string("0000") + "\n";
    const Imported result =
        import_file(town, scratch.write("a.csv", csv), R"({"table": "flat", "key": ["code"], "fields": [
        {"from": "户室编码", "to": "code"}, {"from": "楼栋", "to": "building", "find": "building.code"}]})");
    CHECK(result.report.added == 0);
    CHECK(result.report.refused == 6);
    REQUIRE(result.finding("import.number_damaged"));
    const Imported shortened =
        import_file(town, scratch.write("b.csv", "户室编码,楼栋\nF1,5.20524103007E+17\n'520524103007,B\n"),
                    R"({"table": "flat", "key": ["code"], "fields": [
        {"from": "户室编码", "to": "code"}, {"from": "楼栋", "to": "building", "find": "building.code"}]})");
    CHECK(shortened.report.refused == 2);
}

TEST_CASE(
    "codes that are not built as they should be are taken and reported; identity numbers are not shown") {
    const Scratch scratch;
    MemoryTown town;
    const PlainSealer sealer;
    const Imported parcels = import_file(
        town,
        scratch.write(
            "p.csv",
            "代码,名称\n520524103007JC00001,甲\n520524103007jc00002,乙\n520524103007J00003,丙\nD1,丁\n"),
        R"({"table": "parcel", "key": ["code"], "set": {"kind": "homestead"}, "fields": [{"from": "代码", "to": "code"}]})");
    CHECK(parcels.report.added == 4);
    CHECK(parcels.report.findings_count == 2);
    CHECK(town.id("parcel", "520524103007jc00002") > 0);  // byte by byte
    const Imported people = import_file(
        town, scratch.write("r.csv", "编号,证件号码\nP1,11010519491231002X\nP2,110105194912310021\n"),
        R"({"table": "person", "key": ["code"], "fields": [{"from": "编号", "to": "code"}, {"from": "证件号码", "seal": "id_number"}]})",
        {&sealer, ""});
    CHECK(people.report.added == 2);
    REQUIRE(people.report.findings.size() == 1);
    CHECK(people.report.findings[0].rule == "import.id_number");
    CHECK(people.report.findings[0].row == 3);
    CHECK(land::to_line(people.report.findings[0]).find("1949") == std::string::npos);
}

TEST_CASE("a changed source says what changed") {
    const Scratch scratch;
    MemoryTown town;
    const auto mapping =
        R"({"table": "building", "key": ["code"], "fields": [{"from": "c", "to": "code"}, {"from": "n", "to": "name"}, {"from": "f", "to": "floors"}]})";
    import_file(town, scratch.write("a.csv", "c,n,f\nB1,甲,6\nB2,乙,7\nB3,丙,8\n"), mapping);
    const Imported changed =
        import_file(town, scratch.write("a.csv", "c,n,f\nB1,甲,9\nB2,丁,9\nB3,丙,8\n"), mapping);
    CHECK(changed.report.changed == 2);
    CHECK(changed.report.changed_columns.at("building.floors") == 2);
    CHECK(changed.report.changed_columns.at("building.name") == 1);
    REQUIRE(changed.report.changed_cells.size() == 3);
    CHECK(changed.report.changed_cells[0].key == "B1");
    CHECK(changed.report.changed_cells[0].before == "6");
    CHECK(changed.report.changed_cells[0].after == "9");
    CHECK(import_file(town, scratch / "a.csv", mapping).report.changed_columns.empty());

    // Areas are shown as people write them.
    const auto areas =
        R"({"table": "flat", "key": ["code"], "fields": [{"from": "c", "to": "code"}, {"from": "b", "to": "building", "find": "building.code"}, {"from": "a", "to": "area_hundredths", "as": "hundredths"}]})";
    import_file(town, scratch.write("f.csv", "c,b,a\nF1,B1,80.05\nF2,B1,90\n"), areas);
    const Imported wider = import_file(town, scratch.write("f.csv", "c,b,a\nF1,B1,80.5\nF2,B1,90\n"), areas);
    REQUIRE(wider.report.changed_cells.size() == 1);
    CHECK(wider.report.changed_cells[0].column == "flat.area");
    CHECK(wider.report.changed_cells[0].before == "80.05");
    CHECK(wider.report.changed_cells[0].after == "80.50");
}
