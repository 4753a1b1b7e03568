// The same parcels through every format that an office sends, written here by GDAL itself.
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "exchange/formats.hpp"
#include "exchange/gcj02.hpp"
#include "exchange/gdal_session.hpp"
#include "exchange/source_opening.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

constexpr int rows = 12;
const char* const name_of_all = "测试𠮷地";  // the second sign lies beyond the basic plane

geo::Box square(int i) {
    const double x = 570'000 + 40.0 * i, y = 2'950'000 + 25.0 * i;
    return {x, y, x + 10 + i, y + 12};
}

/// Codes of 19 digits with leading zeros.
std::string code(int i) {
    return "00520524103007010" + std::string(i < 10 ? "0" : "") + std::to_string(i);
}

void write(const std::filesystem::path& file, const char* driver, int epsg,
           std::vector<const char*> options = {}) {
    exchange::register_gdal();
    options.push_back(nullptr);
    const exchange::Dataset dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(
        file.c_str(), 0, 0, 0, GDT_Unknown, options.data()));
    REQUIRE(dataset);
    OGRSpatialReference srs;
    srs.importFromEPSG(epsg);
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool sheet = std::string(driver) == "ODS" || std::string(driver) == "XLSX";
    OGRLayer* layer =
        dataset->CreateLayer("parcels", sheet ? nullptr : &srs, sheet ? wkbNone : wkbPolygon, nullptr);
    REQUIRE(layer);
    OGRFieldDefn code_field("code", OFTString), name_field("caption", OFTString);
    REQUIRE(layer->CreateField(&code_field) == OGRERR_NONE);
    REQUIRE(layer->CreateField(&name_field) == OGRERR_NONE);
    const geo::Transform to(geo::Crs::from_text("EPSG:4544"),
                            geo::Crs::from_text("EPSG:" + std::to_string(epsg)));
    for (int i = 0; i < rows; ++i) {
        const exchange::Feature feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        feature->SetField(layer->GetLayerDefn()->GetFieldIndex("code"), code(i).c_str());
        feature->SetField(layer->GetLayerDefn()->GetFieldIndex("caption"), name_of_all);
        if (!sheet) {
            OGRLinearRing ring;
            for (const geo::Point& p : geo::rectangle(square(i)).shell) {
                const geo::Point q = to(p);
                ring.addPoint(q.x, q.y);
            }
            OGRPolygon polygon;
            polygon.addRing(&ring);
            feature->SetGeometry(&polygon);
        }
        REQUIRE(layer->CreateFeature(feature.get()) == OGRERR_NONE);
    }
}

std::string mapping(bool geometry, const std::string& code_column = "code",
                    const std::string& name_column = "caption") {
    nlohmann::json json{{"table", "building"}, {"key", {"code"}}};
    json["fields"] = {{{"from", code_column}, {"to", "code"}}, {{"from", name_column}, {"to", "name"}}};
    if (geometry) json["geometry"] = true;
    return json.dump();
}

double furthest(MemoryTown& town) {
    double worst = 0;
    for (int i = 0; i < rows; ++i) {
        const auto shape = geo::from_spatialite_blob(
            std::get<land::Bytes>(town.cell("building", town.id("building", code(i)), "geometry")));
        const geo::Box a = geo::box_of(*shape), b = square(i);
        for (const double d : {a.min_x - b.min_x, a.min_y - b.min_y, a.max_x - b.max_x, a.max_y - b.max_y})
            worst = std::max(worst, std::abs(d));
    }
    return worst;
}

std::string little(std::uint64_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i, value >>= 8) out.push_back(static_cast<char>(value & 0xFF));
    return out;
}

/// A zip of one stored entry, its name in the local code page and without a flag, as Windows writes it.
std::string zip_of(const std::string& name, const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int k = 0; k < 8; ++k) crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
    }
    const std::string common = little(20, 2) + little(0, 8) + little(crc ^ 0xFFFFFFFFu, 4) +
                               little(bytes.size(), 4) + little(bytes.size(), 4) + little(name.size(), 2) +
                               little(0, 2);
    const std::string local = "PK\x03\x04" + common + name + bytes;
    const std::string central = "PK\x01\x02" + little(20, 2) + common + little(0, 14) + name;
    return local + central + "PK\x05\x06" + little(0, 4) + little(1, 2) + little(1, 2) +
           little(central.size(), 4) + little(local.size(), 4) + little(0, 2);
}

}  // namespace

TEST_CASE("codes, names and places come out of every format as they went in") {
    struct Case {
        const char* file;
        const char* driver;
        int epsg;
        std::vector<const char*> options;
    };
    const Scratch scratch;
    for (const Case& c :
         {Case{"a.sqlite", "SQLite", 4523, {"SPATIALITE=YES"}}, Case{"a.gpkg", "GPKG", 4523, {}},
          Case{"a.gdb", "OpenFileGDB", 4544, {}}, Case{"a.kml", "LIBKML", 4326, {}},
          Case{"a.kmz", "LIBKML", 4326, {}}, Case{"a.gml", "GML", 4544, {}},
          Case{"a.mif", "MapInfo File", 4544, {"FORMAT=MIF", "ENCODING=UTF-8"}},
          Case{"a.geojson", "GeoJSON", 4490, {}}, Case{"a.fgb", "FlatGeobuf", 4523, {}},
          Case{"a.ods", "ODS", 4544, {}}, Case{"a.xlsx", "XLSX", 4544, {}}}) {
        INFO(c.file);
        write(scratch / c.file, c.driver, c.epsg, c.options);
        const std::string ending = std::filesystem::path(c.file).extension();
        const bool sheet = ending == ".ods" || ending == ".xlsx";
        ImportSetting setting;
        const exchange::Reader reader(scratch / c.file);
        REQUIRE(!reader.layers().empty());
        setting.layer = reader.layers().front().name;
        MemoryTown town;
        const Imported result = import_file(town, scratch / c.file, mapping(!sheet), setting);
        CHECK(result.report.added == rows);
        CHECK(result.report.refused == 0);
        CHECK(town.cell("building", town.id("building", code(3)), "name") ==
              land::Value{std::string(name_of_all)});
        // Degrees with 7 digits in GeoJSON are a centimetre.
        if (!sheet) CHECK(furthest(town) < (c.epsg == 4490 || c.epsg == 4326 ? 0.02 : 0.001));
        CHECK(import_file(town, scratch / c.file, mapping(!sheet), setting).report.unchanged == rows);
    }
}

TEST_CASE("an OVKML that declares GCJ-02 stops, and lands right once that is accepted") {
    const Scratch scratch;
    const geo::Transform to(geo::Crs::from_text("EPSG:4544"), geo::Crs::from_text("EPSG:4490"));
    std::string kml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
        "<name>parcels</name><OvCoordType>GCJ02</OvCoordType>";
    for (int i = 0; i < rows; ++i) {
        kml += "<Placemark><name>" + code(i) +
               "</name><description>x</description><Polygon><outerBoundaryIs><LinearRing><coordinates>";
        for (const geo::Point& p : geo::rectangle(square(i)).shell) {
            const geo::Point q = exchange::to_gcj02(to(p));
            char text[80];
            std::snprintf(text, sizeof text, "%.12f,%.12f ", q.x, q.y);
            kml += text;
        }
        kml += "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
    }
    const auto file = scratch.write("标注.ovkml", kml + "</Document></kml>");
    const std::string how = mapping(true, "Name", "description");
    MemoryTown town;
    try {
        import_file(town, file, how);
        FAIL("GCJ-02 went in");
    } catch (const Error& error) {
        CHECK(error.code() == "crs_shifted");
        CHECK(error.message().find("--crs GCJ-02") != std::string::npos);
    }
    CHECK(import_file(town, file, how, {nullptr, "GCJ-02"}).report.added == rows);
    CHECK(furthest(town) < 0.001);
}

TEST_CASE("Chinese names inside an archive are found in GBK and in UTF-8") {
    for (const char* encoding : {"GB18030", "UTF-8"}) {
        INFO(encoding);
        const Scratch scratch;
        write(scratch / "地块.gpkg", "GPKG", 4523);
        std::ifstream in(scratch / "地块.gpkg", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const std::string name = *exchange::from_utf8("数据/地块.gpkg", encoding);
        const auto zip = scratch.write("报送.zip", zip_of(name, bytes));
        CHECK(exchange::names_in_zip(zip) == std::vector<std::string>{name});
        MemoryTown town;
        const Imported result = import_file(town, zip, mapping(true), {nullptr, "", "parcels"});
        CHECK(result.report.added == rows);
        CHECK(furthest(town) < 0.001);
    }
}

TEST_CASE("a folder of links leaves nothing behind") {
    CHECK(exchange::names_in_zip("/dev/null").empty());
    const Scratch scratch;
    for (const char* name : {"a.shp", "a.dbf", "b.dbf"}) scratch.write(name, "x");
    std::filesystem::path link;
    {
        exchange::LinkFolder links;
        link = links.link(scratch / "a.shp", ".shp");
        CHECK(std::filesystem::is_symlink(link));
        CHECK(std::filesystem::exists(link.parent_path() / "a.dbf"));
        CHECK(!std::filesystem::exists(link.parent_path() / "b.dbf"));
        const exchange::LinkFolder moved = std::move(links);
        CHECK(std::filesystem::exists(link));
    }
    CHECK(!std::filesystem::exists(link.parent_path()));
    CHECK(std::filesystem::exists(scratch / "a.shp"));
}

TEST_CASE("the list of formats has the usual ones first and nothing that leads elsewhere") {
    const auto all = exchange::formats();
    REQUIRE(all.size() > 15);
    CHECK(all[0].driver == "ESRI Shapefile");
    CHECK(all[0].writes);
    for (const auto& format : all) {
        CHECK(format.driver != "WFS");
        CHECK(format.driver != "PostgreSQL");
        CHECK(format.driver != "OGR_VRT");
        if (format.driver == "GML") CHECK(format.reads);
    }
}
