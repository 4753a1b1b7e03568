#include "exchange/reader.hpp"

#include <map>

#include "catch.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "scratch.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::Reader;
using exchange::SourceRow;

namespace {

std::string text(const SourceRow& row, int field) {
    const auto* held = std::get_if<std::string>(&row.cells.at(static_cast<std::size_t>(field)));
    return held ? *held : std::string{};
}

std::vector<SourceRow> all_rows(const Reader& reader, const exchange::SourceLayer& layer) {
    std::vector<SourceRow> rows;
    reader.each(layer, [&](const SourceRow& row) { return rows.push_back(row), true; });
    return rows;
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

TEST_CASE("every Chinese shapefile decodes, whatever its .cpg and LDID say") {
    for (const char* name : {"gbk_ldid77", "gbk_ldid0_nocpg", "gbk_ldid87_nocpg", "gbk_cpg", "gbk_cpg936bom",
                             "gb18030", "utf8_wrongcpg"}) {
        const auto file = test_data("A-chinese-derived/" + std::string(name) + "/房屋_" + name + ".shp");
        if (!file) return;
        INFO(name);
        const Reader reader(*file);
        const auto& layer = reader.layer();
        const int owner = layer.field("权利人"), code = 0;
        REQUIRE(owner >= 0);
        REQUIRE(layer.field("坐落") >= 0);
        CHECK(layer.crs.epsg() == 4523);
        std::int64_t expected = 0;
        reader.each(layer, [&](const SourceRow& row) {
            CHECK(row.row == ++expected);
            CHECK(text(row, owner).starts_with("测试"));
            CHECK(text(row, code).starts_with("520524103007JC"));
            CHECK(geo::kind_of(row.geometry) == geo::GeometryKind::multi_polygon);
            return true;
        });
        CHECK(expected == 400);
        CHECK(layer.count == 400);
    }
}

TEST_CASE("field names cut by bytes lose no more than the half character") {
    const auto file = test_data("A-chinese-derived/utf8_cpg/房屋_utf8_cpg.shp");
    if (!file) return;
    const Reader reader(*file);
    CHECK(reader.layer().field("宗地代") >= 0);
    CHECK(reader.layer().field("权利人") >= 0);
    for (const SourceRow& row : all_rows(reader, reader.layer()))
        CHECK(text(row, reader.layer().field("权利人")).starts_with("测试"));
}

TEST_CASE("coordinate systems are recognised, and never confused") {
    const std::pair<const char*, int> wanted[] = {
        {"prj_cgcs2000_zone35", 4523}, {"prj_xian80_zone35", 2359}, {"prj_bj54_zone35", 2411},
        {"prj_mismatch_cm105", 4544},  {"prj_missing", 0},          {"prj_userdefined", 4523}};
    for (const auto& [name, epsg] : wanted) {
        const auto file = test_data("A-chinese-derived/" + std::string(name) + "/房屋_" + name + ".shp");
        if (!file) return;
        INFO(name);
        const Reader reader(*file);
        CHECK(reader.layer().crs.epsg() == epsg);
        CHECK(reader.layer().crs.known() == (epsg != 0));
        const SourceRow first = all_rows(reader, reader.layer()).front();
        const geo::Point centre = geo::box_of(first.geometry).centre();
        CHECK(centre.x > 35'500'000);  // east first
        CHECK(centre.y < 3'000'000);
    }
}

TEST_CASE("the other formats give the same rows as the shapefile") {
    const auto base = test_data("A-chinese-derived/base_utf8.geojson");
    if (!base) return;
    const Reader reference(*base);
    const auto wanted = all_rows(reference, reference.layer());
    REQUIRE(wanted.size() == 400);
    double area = 0;
    for (const SourceRow& row : wanted)
        area += std::get<double>(row.cells.at(static_cast<std::size_t>(reference.layer().field("建筑面积"))));
    CHECK(area == Approx(118469.26));
    // The .tab was written in GBK: its field names and rare characters are lost in the file itself.
    for (const char* name : {"房屋.gpkg", "房屋.fgb", "房屋.tab"}) {
        INFO(name);
        const Reader reader(*test_data("A-chinese-derived/" + std::string(name)));
        const auto rows = all_rows(reader, reader.layer());
        REQUIRE(rows.size() == 400);
        double here = 0, there = 0;
        std::map<std::string, int> owners;
        for (const SourceRow& row : rows) {
            here += geo::planar_area_m2(std::get<geo::MultiPolygon>(row.geometry));
            ++owners[text(row, 1)];
        }
        for (const SourceRow& row : wanted) {
            there += geo::planar_area_m2(std::get<geo::MultiPolygon>(row.geometry));
            --owners[text(row, 1)];
        }
        CHECK(here == Approx(there).epsilon(1e-4));
        if (std::string(name) != "房屋.tab")
            for (const auto& [owner, difference] : owners) CHECK(difference == 0);
    }
}

TEST_CASE("ledgers keep their codes, and rows are numbered as in the sheet") {
    for (const char* name : {"台账.xlsx", "台账_gbk.csv", "台账_utf8.csv"}) {
        const auto file = test_data("A-chinese-derived/" + std::string(name));
        if (!file) return;
        INFO(name);
        const Reader reader(*file);
        const auto& layer = reader.layer();
        REQUIRE(layer.field("宗地代码") == 0);
        const auto rows = all_rows(reader, layer);
        CHECK(rows.size() == 399);
        CHECK(layer.count == 399);
        CHECK(rows.front().row == 2);
        CHECK(text(rows.front(), layer.field("房屋编号")) == "5205241030070000001");
        CHECK(text(rows.front(), layer.field("证件号码")) == "999999191001010000");
        CHECK(text(rows.front(), layer.field("建筑面积")) == "41.66");
        CHECK(text(rows.front(), layer.field("备注")) == "含,逗号");
        CHECK(land::is_null(rows.at(1).cells.back()));
    }
}

TEST_CASE("a file cut short says so instead of dropping rows in silence") {
    const auto shp = test_data("A-chinese-derived/trunc_shp60/房屋_trunc_shp60.shp");
    const auto dbf = test_data("A-chinese-derived/trunc_dbf50/房屋_trunc_dbf50.shp");
    if (!shp || !dbf) return;
    const auto damaged = [](const std::filesystem::path& file) {
        const Reader reader(file);
        std::int64_t rows = 0, bad = 0;
        reader.each(reader.layer(),
                    [&](const SourceRow& row) { return ++rows, bad += !row.row_problem.empty(), true; });
        CHECK(rows == 400);
        return bad;
    };
    CHECK(damaged(*shp) == 400 - 236);
    CHECK(damaged(*dbf) == 201);
}

TEST_CASE("real footprints and parcels of other countries are read") {
    if (const auto file = test_data("B-cadastre/momepy/bubenec.gpkg")) {
        const Reader reader(*file);
        CHECK(all_rows(reader, reader.layer("buildings")).size() == 144);
        CHECK(reader.layer("buildings").crs.epsg() == 3857);
        CHECK(code_of([&] { reader.layer(); }) == "no_layer");
        CHECK(geo::kind_of(all_rows(reader, reader.layer("streets")).front().geometry) ==
              geo::GeometryKind::multi_line_string);
    }
    if (const auto file = test_data("B-cadastre/simplu3D/parcelle.shp"))
        CHECK(all_rows(Reader(*file), Reader(*file).layer()).size() == 19);
}

TEST_CASE("fuzzed and broken files are refused or read, never a crash") {
    const auto folder = test_data("A-gdal/gdal");
    if (!folder) return;
    int opened = 0, refused = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".shp" && ending != ".dxf" && ending != ".xlsx" && ending != ".csv" && ending != ".dbf")
            continue;
        if (entry.file_size() > 2'000'000) continue;
        try {
            const Reader reader(entry.path());
            for (const auto& layer : reader.layers()) {
                int rows = 0;
                reader.each(layer, [&](const SourceRow& row) {
                    CHECK(row.cells.size() == layer.fields.size());
                    return ++rows < 2000;
                });
            }
            ++opened;
        } catch (const Error& error) {
            CHECK_FALSE(error.message().empty());
            ++refused;
        }
    }
    CHECK(opened > 20);
    CHECK(refused > 0);
}

TEST_CASE("nothing but local files is opened") {
    const Scratch scratch;
    for (const char* path :
         {"/vsicurl/http://127.0.0.1:9/x.shp", "PG:dbname=x", "MySQL:x,host=127.0.0.1",
          "http://127.0.0.1:9/a.geojson", "/vsimem/x.shp", "/./vsicurl/http://127.0.0.1:9/x", "", "/dev/null",
          "WFS:http://127.0.0.1:9/", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "<OGRVRTDataSource/>"}) {
        INFO(path);
        const std::string code = code_of([&] { Reader reader(path); });
        CHECK((code == "not_a_file" || code == "no_file"));
    }
    const auto vrt = scratch.write(
        "leads.vrt",
        "<OGRVRTDataSource><OGRVRTLayer "
        "name=\"a\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    CHECK(code_of([&] { Reader reader(vrt); }) == "not_readable");
    CHECK(code_of([&] { Reader reader(scratch.write("empty.shp", "")); }) == "not_readable");
}

TEST_CASE("CSV: a lone mark, quoted line ends and GBK trail bytes that look like marks") {
    const Scratch scratch;
    // 晑 = 95 7C, 眅 = B1 5C in GBK: their second bytes are | and backslash.
    const std::string gbk =
        *exchange::from_utf8("编码,名称\r\n001,\"晑|眅\"\"引\"\"\n第二行\"\r\n\r\n003,末\r\n", "GB18030");
    const Reader reader(scratch.write("a.csv", gbk));
    const auto rows = all_rows(reader, reader.layer());
    REQUIRE(rows.size() == 2);
    CHECK(text(rows[0], 0) == "001");
    CHECK(text(rows[0], 1) == "晑|眅\"引\"\n第二行");
    CHECK(text(rows[1], 0) == "003");
}

TEST_CASE("a word of the user about the encoding is believed") {
    const auto file = test_data("A-chinese-derived/gbk_ldid0_nocpg/房屋_gbk_ldid0_nocpg.shp");
    if (!file) return;
    CHECK(Reader(*file, {"GBK"}).layer().field("权利人") >= 0);
    CHECK(Reader(*file, {"windows-1252"}).layer().field("权利人") < 0);
    CHECK(code_of([&] { Reader reader(*file, {"klingon"}); }) == "bad_encoding");
}
