// Files that break off, that are not what their name says, and archives: nothing is lost in silence, and what
// is refused is refused in words.
#include <gdal_utils.h>

#include <array>
#include <cstring>
#include <fstream>
#include <set>

#include "catch.hpp"
#include "exchange/doctor.hpp"
#include "exchange/file_nature.hpp"
#include "exchange/gdal_session.hpp"
#include "exchange/writer.hpp"
#include "geo/error.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::FileNature;

namespace {

constexpr int rows = 60;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Sixty parcels with codes, as the format that the ending says.
std::filesystem::path parcels(const Scratch& scratch, const std::string& name) {
    const std::filesystem::path base = scratch / "base.gpkg";
    if (!std::filesystem::exists(base)) {
        exchange::Writer writer(base);
        writer.begin(
            {"parcels",
             {{"code", exchange::FieldType::text, 30, 0}, {"caption", exchange::FieldType::text, 60, 0}},
             geo::GeometryKind::multi_polygon,
             geo::Crs::from_text("EPSG:4544")});
        for (int i = 0; i < rows; ++i) {
            const double x = 570'000 + 40.0 * i, y = 2'950'000;
            const geo::MultiPolygon shape{geo::rectangle({x, y, x + 20, y + 30})};
            writer.add({std::string("0052052410300700") + std::to_string(1000 + i), std::string("测试地块")},
                       shape);
        }
        writer.close();
    }
    exchange::register_gdal();
    const exchange::GdalMessages quiet;
    const exchange::Dataset in(GDALDataset::Open(base.c_str(), GDAL_OF_VECTOR));
    REQUIRE(in);
    GDALDatasetH source = GDALDataset::ToHandle(in.get());
    const bool sheet = name.ends_with(".ods") || name.ends_with(".xlsx") || name.ends_with(".csv");
    std::vector<const char*> words{"-nlt", sheet ? "NONE" : "POLYGON"};
    if (name.ends_with(".kml")) words.insert(words.end(), {"-t_srs", "EPSG:4326"});
    words.push_back(nullptr);
    GDALVectorTranslateOptions* options =
        GDALVectorTranslateOptionsNew(const_cast<char**>(words.data()), nullptr);
    const std::filesystem::path out = scratch / name;
    GDALDatasetH written = GDALVectorTranslate(out.c_str(), nullptr, 1, &source, options, nullptr);
    GDALVectorTranslateOptionsFree(options);
    REQUIRE(written);
    GDALClose(written);
    return out;
}

exchange::FileHealth health_of(const std::filesystem::path& file) {
    const exchange::Reader reader(file);
    land::Progress progress;
    exchange::ExamineOptions options;
    options.place.crs = geo::Crs::from_text("EPSG:4544");
    return exchange::examine(reader, options, progress);
}

bool has(const exchange::FileHealth& health, const std::string& rule) {
    for (const land::Finding& f : health.all())
        if (f.rule == rule) return true;
    return false;
}

std::string refusal(const std::filesystem::path& file) {
    try {
        const exchange::Reader reader(file);
    } catch (const Error& error) {
        CHECK(error.code() == "not_readable");
        CHECK(error.where().find(file.filename().string()) != std::string::npos);
        return error.message();
    }
    return {};
}

std::string little(std::uint64_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i, value >>= 8) out.push_back(static_cast<char>(value & 0xFF));
    return out;
}

/// A zip with entries stored as they are.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string local, central;
    for (const auto& [name, bytes] : entries) {
        std::uint32_t crc = 0xFFFFFFFFu;
        for (const char c : bytes) {
            crc ^= static_cast<unsigned char>(c);
            for (int k = 0; k < 8; ++k) crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
        }
        const std::string common = little(20, 2) + little(0, 8) + little(crc ^ 0xFFFFFFFFu, 4) +
                                   little(bytes.size(), 4) + little(bytes.size(), 4) +
                                   little(name.size(), 2) + little(0, 2);
        central += "PK\x01\x02" + little(20, 2) + common + little(0, 10) + little(local.size(), 4) + name;
        local += "PK\x03\x04" + common + name + bytes;
    }
    const std::uint64_t n = entries.size();
    return local + central + "PK\x05\x06" + little(0, 4) + little(n, 2) + little(n, 2) +
           little(central.size(), 4) + little(local.size(), 4) + little(0, 2);
}

}  // namespace

TEST_CASE("no format loses a row in silence, wherever the file was cut") {
    const Scratch scratch;
    for (const char* name : {"a.fgb", "a.dxf", "a.gml", "a.geojson", "a.kml", "a.kmz", "a.gpkg", "a.sqlite",
                             "a.ods", "a.xlsx", "a.csv"}) {
        const std::filesystem::path whole = parcels(scratch, name);
        CHECK(health_of(whole).layers.front().rows == rows);
        const std::string bytes = bytes_of(whole);
        const std::string ending = whole.extension().string();
        for (int tenth = 0; tenth < 10; ++tenth) {
            std::size_t kept = bytes.size() * static_cast<std::size_t>(tenth) / 10;
            // A text cut between two rows is a whole text.
            if (ending == ".csv")
                while (kept > 0 &&
                       (bytes[kept - 1] == '\n' || bytes.find(',', kept) > bytes.find('\n', kept)))
                    --kept;
            const auto cut = scratch.write("cut" + std::to_string(tenth) + ending, bytes.substr(0, kept));
            INFO(name << " cut to " << kept << " of " << bytes.size());
            try {
                const exchange::FileHealth health = health_of(cut);
                std::int64_t read = 0;
                for (const auto& layer : health.layers) read += layer.rows;
                bool said = false;
                for (const land::Finding& f : health.all())
                    said = said || f.severity == land::Severity::error || f.rule == "source.rows_missing" ||
                           f.rule == "source.cut_line" || f.rule == "source.no_rows";
                CHECK((said || read == rows));
            } catch (const Error& error) {
                CHECK(error.message().size() > 30);
            }
        }
    }
}

TEST_CASE("an import of a file cut short takes what there is, says what is lacking, and is completed later") {
    const Scratch scratch;
    const std::string how =
        R"({"table":"building","key":["code"],"geometry":true,"fields":[{"from":"code","to":"code"}]})";
    const auto whole = parcels(scratch, "whole.fgb");
    const std::string bytes = bytes_of(whole);
    for (const std::size_t part : {4, 6, 8, 9}) {
        const auto cut = scratch.write("cut.fgb", bytes.substr(0, bytes.size() * part / 10));
        MemoryTown town;
        const Imported some = import_file(town, cut, how);
        const auto got = some.report.added;
        CHECK(got < rows);
        CHECK(some.report.refused == 1);  // the place where it breaks off
        REQUIRE(some.finding("import.row_unreadable"));
        CHECK(some.finding("import.row_unreadable")->row == got + 1);
        CHECK(some.finding("import.row_unreadable")->reason.find("of 60") != std::string::npos);
        const Imported rest = import_file(town, whole, how);
        CHECK(rest.report.added == rows - got);
        CHECK(rest.report.unchanged == got);
    }
}

TEST_CASE("files that are empty, cut or not what they say are refused in words") {
    const Scratch scratch;
    const auto workbook = parcels(scratch, "a.xlsx");
    const std::string bytes = bytes_of(workbook);
    CHECK(exchange::nature_of(workbook) == FileNature::zip);
    for (const char* ending : {".csv", ".shp", ".xlsx", ".zip", ".gpkg", ".geojson", ".kml"})
        CHECK(refusal(scratch.write(std::string("e") + ending, "")).find("0 bytes") != std::string::npos);
    for (const char* ending : {".xlsx", ".xls", ".ods", ".zip", ".kmz"})
        CHECK(refusal(scratch.write(std::string("c") + ending, bytes.substr(0, bytes.size() / 2)))
                  .find("cut short") != std::string::npos);
    for (const char* page : {"<html><table><tr><td>1</td></tr></table></html>", "\xEF\xBB\xBF\n <TABLE><tr>"})
        CHECK(refusal(scratch.write("page.xls", page)).find("web page") != std::string::npos);
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    for (const char c : std::string_view("EncryptedPackage")) locked += {c, '\0'};
    CHECK(refusal(scratch.write("locked.xlsx", locked)).find("password") != std::string::npos);
    CHECK(refusal(scratch.write("text.xlsx", "户号,户名\n")).find("no workbook") != std::string::npos);
    CHECK(refusal(scratch.write("text.zip", "户号,户名\n")).find("no zip archive") != std::string::npos);
    for (const char* ending : {".vct", ".dwg", ".mdb", ".et", ".docx", ".wp", ".mxd"}) {
        const auto file = scratch.write(std::string("其他") + ending, "nothing that a driver knows");
        INFO(ending);
        CHECK(refusal(file).find(exchange::instead_of(file)) != std::string::npos);
        CHECK(!exchange::instead_of(file).empty());
    }
}

TEST_CASE("a workbook under another workbook's ending is read as what it is") {
    const Scratch scratch;
    const std::string bytes = bytes_of(parcels(scratch, "a.xlsx"));
    // Its namesake of the other kind lies beside it, as it does after "save as".
    for (const bool beside : {false, true}) {
        if (beside) scratch.write("名.xlsx", bytes);
        const exchange::FileHealth health = health_of(scratch.write("名.xls", bytes));
        CHECK(health.format == "XLSX");
        CHECK(health.layers.front().rows == rows);
        CHECK(has(health, "source.wrong_ending"));
    }
}

TEST_CASE("archives: workbooks and shapefiles without index come out, and what is not read is named") {
    const Scratch scratch;
    for (const char* name : {"a.xlsx", "a.ods", "a.csv", "a.gpkg", "a.geojson"}) {
        const std::string bytes = bytes_of(parcels(scratch, name));
        for (const char* folder : {"", "报送/2025/"}) {
            INFO(folder << name);
            const auto health =
                health_of(scratch.write("z.zip", zip_of({{std::string(folder) + name, bytes}})));
            CHECK(health.layers.front().rows == rows);
            CHECK(health.findings.empty());
        }
    }
    parcels(scratch, "b.shp");
    const auto part = [&](const char* ending) {
        return std::pair<std::string, std::string>(std::string("数据/b") + ending,
                                                   bytes_of(scratch / (std::string("b") + ending)));
    };
    const auto bare =
        health_of(scratch.write("bare.zip", zip_of({part(".shp"), part(".dbf"), part(".prj")})));
    CHECK(bare.layers.front().rows == rows);
    CHECK(has(bare, "source.no_shx"));
    const auto full = health_of(
        scratch.write("full.zip", zip_of({part(".shp"), part(".dbf"), part(".prj"), part(".shx")})));
    CHECK(full.layers.front().rows == rows);
    CHECK(full.findings.empty());

    const auto bytes_in = [&](const char* name) {
        return std::pair<std::string, std::string>(name, bytes_of(scratch / name));
    };
    const auto mixed = health_of(scratch.write(
        "mixed.zip", zip_of({bytes_in("b.shp"), bytes_in("b.dbf"), bytes_in("b.shx"), bytes_in("a.xlsx")})));
    REQUIRE(has(mixed, "source.archive_holds_more"));
    CHECK(mixed.findings.front().reason.find("a.xlsx") != std::string::npos);
    CHECK(
        refusal(scratch.write("two.zip", zip_of({bytes_in("a.gpkg"), bytes_in("a.csv")}))).find("2 files") !=
        std::string::npos);
    CHECK(refusal(scratch.write("none.zip", zip_of({{"说明.txt", "x"}}))).find("nothing") !=
          std::string::npos);
    // A name that climbs out of the archive lands in the folder of copies all the same.
    const auto climbing =
        scratch.write("climb.zip", zip_of({{"../../../a.xlsx", bytes_of(scratch / "a.xlsx")}}));
    try {
        health_of(climbing);
    } catch (const Error&) {
    }
    CHECK(!std::filesystem::exists(scratch.folder().parent_path() / "a.xlsx"));
}

TEST_CASE("nothing is written beside any source") {
    const Scratch scratch;
    const Scratch elsewhere;
    for (const char* name : {"a.fgb", "a.dxf", "a.gml", "a.geojson", "a.kml", "a.gpkg", "a.sqlite", "a.ods",
                             "a.xlsx", "a.csv", "a.shp", "a.tab"}) {
        const Scratch own;
        const auto made = parcels(elsewhere, name);
        for (const auto& entry : std::filesystem::directory_iterator(elsewhere.folder()))
            if (entry.path().stem() == "a") {
                std::filesystem::copy_file(entry.path(), own / entry.path().filename().string());
                std::filesystem::remove(entry.path());
            }
        std::filesystem::remove(own / "a.xsd");  // GML without its schema, as it is sent
        const auto list = [&] {
            std::set<std::string> names;
            for (const auto& entry : std::filesystem::directory_iterator(own.folder()))
                names.insert(entry.path().filename().string());
            return names;
        };
        const auto before = list();
        INFO(name);
        health_of(own / name);
        CHECK(list() == before);
    }
}

TEST_CASE("very wide tables and tables without rows are read") {
    const Scratch scratch;
    constexpr int columns = 20'000;
    std::string wide;
    for (int line = 0; line < 4; ++line) {
        for (int i = 0; i < columns; ++i)
            wide += (i ? "," : "") + (line == 0 ? "c" + std::to_string(i) : std::to_string(i * line));
        wide += "\n";
    }
    const auto file = scratch.write("宽.csv", wide);
    const exchange::Reader reader(file);
    CHECK(reader.layer().fields.size() == columns);
    CHECK(health_of(file).layers.front().rows == 3);
    const auto none = health_of(scratch.write("无.csv", "户号,户名\n"));
    CHECK(none.layers.front().rows == 0);
    CHECK(has(none, "source.no_rows"));
    MemoryTown town;
    const Imported nothing = import_file(
        town, scratch / "无.csv",
        R"({"table":"household","key":["code"],"fields":[{"from":"户号","to":"code"},{"from":"户名","to":"name"}]})");
    CHECK(nothing.changes.empty());
    CHECK(nothing.finding("source.no_rows"));
}

TEST_CASE("what our own drivers leave out or turn is a finding with its line") {
    exchange::register_gdal();
    if (GetGDALDriverManager()->GetDriverByName("CNParcelTXT") == nullptr) {
        WARN("skipped: the drivers are not built");
        return;
    }
    const Scratch scratch;
    const std::string head =
        "[属性描述]\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号="
        "35\r\n"
        "精度=0.001\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n5,0.06,DK1,测试地块,面,,测试,0103,@\r\n";
    const std::string good = "J1,1,2950000,35570000\r\nJ2,1,2950000,35570020\r\nJ3,1,2950030,35570020\r\n";
    const std::string rest = "J4,1,2950030,35570000\r\nJ1,1,2950000,35570000\r\n";
    const auto lines_of = [](const exchange::FileHealth& health) {
        std::vector<std::string> out;
        for (const land::Finding& f : health.findings)
            if (f.rule == "source.line") out.push_back(f.reason);
        return out;
    };
    CHECK(lines_of(health_of(scratch.write("good.txt", head + good + rest))).empty());
    const auto bad = lines_of(health_of(scratch.write("bad.txt", head + good + "J3x,1,abc\r\n" + rest)));
    REQUIRE(!bad.empty());
    CHECK(bad.front().find("line 14") != std::string::npos);
    CHECK(bad.front().find("bad.txt") == std::string::npos);  // the finding names the file by itself
    const auto turned =
        lines_of(health_of(scratch.write("turned.txt", head + good + "J3x,1,35570010,2950035\r\n" + rest)));
    CHECK(!turned.empty());
    CHECK(!lines_of(health_of(scratch.write("points.dat",
                                            "1,,35570000,2950000,1\n2,,35570000,2950010,1\n"
                                            "x,y\n3,,35570000,2950020,1\n4,,35570000,2950030,1\n"
                                            "5,,35570000,2950040,1\n6,,35570000,2950050,1\n")))
               .empty());
}
