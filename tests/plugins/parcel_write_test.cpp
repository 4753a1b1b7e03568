// The writer against the rules of standards/03.
#include <gdal_utils.h>

#include <limits>
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

constexpr const char* driver = "CNParcelTXT";

/// Writes features into a new file; answers its bytes.
struct Writing {
    PluginFolder folder;
    Messages messages;
    std::unique_ptr<GDALDataset> dataset;
    OGRLayer* layer = nullptr;

    explicit Writing(int epsg, const std::vector<std::string>& options = {}) {
        dataset = create_with(driver, folder.path("w.txt"), options);
        REQUIRE(dataset);
        if (epsg) {
            OGRSpatialReference srs = gis_srs(epsg);
            layer = dataset->CreateLayer("w", &srs, wkbUnknown, nullptr);
        } else {
            layer = dataset->CreateLayer("w", nullptr, wkbUnknown, nullptr);
        }
    }
    void field(const char* name, OGRFieldType type = OFTString) {
        OGRFieldDefn definition(name, type);
        REQUIRE(layer->CreateField(&definition) == OGRERR_NONE);
    }
    OGRErr add(const std::string& wkt_text,
               const std::vector<std::pair<const char*, const char*>>& fields = {}) {
        OGRFeature feature(layer->GetLayerDefn());
        for (const auto& [name, value] : fields) feature.SetField(name, value);
        OGRGeometry* geometry = nullptr;
        REQUIRE(OGRGeometryFactory::createFromWkt(wkt_text.c_str(), nullptr, &geometry) == OGRERR_NONE);
        feature.SetGeometryDirectly(geometry);
        return layer->CreateFeature(&feature);
    }
    std::string bytes() {
        dataset.reset();
        return bytes_of(folder.path("w.txt"));
    }
};

const std::string triangle =
    "POLYGON ((35576600 2950100,35576600 2950200,35576650 2950100,35576600 2950100))";

std::string from_body(const std::string& text) {
    const std::string mark = gbk("[地块坐标]\r\n");
    const std::size_t at = text.find(mark);
    REQUIRE(at != std::string::npos);
    return text.substr(at + mark.size());
}

}  // namespace

TEST_CASE("the file is as the rules say, byte for byte", "[plugins]") {
    Writing w(4523, {"HEADER_DATE=2025-11-25", "HEADER_数据产生单位=织金县", "HEADER_VERSION=1.01版本"});
    w.field("CODE");
    w.field("NAME");
    w.field("LAND_CLASS");
    w.field("EXTRA_1");
    CHECK(
        w.add("POLYGON ((35576600.0004 2950100,35576600 2950200,35576650 2950200,35576650 2950100,"
              "35576600.0004 2950100),(35576610 2950110,35576620 2950110,35576620 2950120,35576610 2950110))",
              {{"CODE", "0012"}, {"NAME", "东坡, 甲"}, {"LAND_CLASS", "0103"}, {"EXTRA_1", "备注"}}) ==
        OGRERR_NONE);
    CHECK(w.bytes() ==
          gbk("[属性描述]\r\n格式版本号=1.01版本\r\n数据产生单位=织金县\r\n数据产生日期=2025-11-25\r\n"
              "坐标系=2000国家大地坐标系\r\n几度分带=3\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号=35\r\n"
              "精度=0.001\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n9,0.4950,0012,东坡， 甲,面,,,0103,备注,@\r\n"
              "J1,1,2950100.000,35576600.000\r\nJ2,1,2950200.000,35576600.000\r\n"
              "J3,1,2950200.000,35576650.000\r\nJ4,1,2950100.000,35576650.000\r\nJ1,1,2950100.000,35576600."
              "000\r\n"
              "J5,2,2950110.000,35576610.000\r\nJ6,2,2950110.000,35576620.000\r\nJ7,2,2950120.000,35576620."
              "000\r\n"
              "J5,2,2950110.000,35576610.000\r\n"));
    CHECK(w.messages.has({"parcel 1", "comma"}));
}

TEST_CASE("the zone stands before the easting unless it is refused", "[plugins]") {
    const std::string plain = "POLYGON ((576600 2950100,576600 2950200,576650 2950100,576600 2950100))";
    Writing with(4544);
    CHECK(with.add(plain) == OGRERR_NONE);
    const std::string bytes = with.bytes();
    CHECK(bytes.find(gbk("带号=35\r\n")) != std::string::npos);
    CHECK(bytes.find("J1,1,2950100.000,35576600.000") != std::string::npos);
    Writing six(4507);
    CHECK(six.add(plain) == OGRERR_NONE);
    CHECK(six.bytes().find("18576600.000") != std::string::npos);
    Writing without(4544, {"PREFIX=NO"});
    CHECK(without.add(plain) == OGRERR_NONE);
    CHECK(without.bytes().find("J1,1,2950100.000,576600.000") != std::string::npos);
}

TEST_CASE("data in the order of the authority's axes is turned", "[plugins]") {
    PluginFolder folder;
    auto dataset = create_with(driver, folder.path("a.txt"));
    OGRSpatialReference srs;
    REQUIRE(srs.importFromEPSG(4523) == OGRERR_NONE);  // northing first
    OGRLayer* layer = dataset->CreateLayer("a", &srs, wkbPoint, nullptr);
    REQUIRE(layer);
    OGRFeature feature(layer->GetLayerDefn());
    OGRPoint point(2950100, 35576600);
    feature.SetGeometry(&point);
    REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    dataset.reset();
    CHECK(bytes_of(folder.path("a.txt")).find("J1,1,2950100.000,35576600.000") != std::string::npos);
}

TEST_CASE("a declared area is written as it is, a missing one computed", "[plugins]") {
    Writing w(4523);
    w.field("AREA_HA", OFTReal);
    CHECK(w.add(triangle, {{"AREA_HA", "0.3"}}) == OGRERR_NONE);
    CHECK(w.add(triangle, {{"AREA_HA", "0.123456"}}) == OGRERR_NONE);
    CHECK(w.add(triangle) == OGRERR_NONE);
    const std::string body = from_body(w.bytes());
    CHECK(body.find("4,0.3000,") == 0);
    CHECK(body.find("\r\n4,0.123456,") != std::string::npos);
    CHECK(body.find("\r\n4,0.2500,") != std::string::npos);
}

TEST_CASE("decimals and encodings", "[plugins]") {
    Writing fine(4523, {"DECIMALS=4", "ENCODING=UTF-8"});
    CHECK(fine.add(triangle) == OGRERR_NONE);
    const std::string bytes = fine.bytes();
    CHECK(bytes.find("[地块坐标]\r\n") != std::string::npos);
    CHECK(bytes.find("精度=0.0001\r\n") != std::string::npos);
    CHECK(bytes.find("2950100.0000,35576600.0000") != std::string::npos);

    // 㐂𠮷 are no GBK: refused in words there, kept in GB18030.
    Writing narrow(4523);
    narrow.field("NAME");
    CHECK(narrow.add(triangle, {{"NAME", "𠮷"}}) != OGRERR_NONE);
    CHECK(narrow.messages.has({"parcel 1", "𠮷", "GBK", "ENCODING=GB18030"}, CE_Failure));
    for (const char* encoding : {"GB18030", "UTF-8", "UTF-16LE"}) {
        CAPTURE(encoding);
        Writing wide(4523, {std::string("ENCODING=") + encoding});
        wide.field("NAME");
        CHECK(wide.add(triangle, {{"NAME", "𠮷"}}) == OGRERR_NONE);
        wide.dataset.reset();
        const auto back = open_with(driver, wide.folder.path("w.txt"));
        REQUIRE(back);
        CHECK(text_field(all_features(*back).at(0), "NAME") == "𠮷");
    }
}

TEST_CASE("J numbers are written where they fit", "[plugins]") {
    Writing w(4523);
    w.field("POINT_NAMES");
    CHECK(w.add(triangle, {{"POINT_NAMES", "7,8,9-1"}}) == OGRERR_NONE);
    CHECK(w.add(triangle, {{"POINT_NAMES", R"([ "a", "b", "c" ])"}}) == OGRERR_NONE);
    CHECK(w.add(triangle, {{"POINT_NAMES", "(3:x,y,z)"}}) == OGRERR_NONE);
    CHECK(w.messages.all.empty());
    CHECK(w.add(triangle, {{"POINT_NAMES", "7,8"}}) == OGRERR_NONE);
    CHECK(w.messages.has({"parcel 4", "POINT_NAMES"}));
    const std::string body = w.bytes();
    for (const char* name : {"\r\n9-1,1,", "\r\nb,1,", "\r\nz,1,", "\r\nJ3,1,"})
        CHECK(body.find(name) != std::string::npos);
}

TEST_CASE("what the format cannot hold is refused in words", "[plugins]") {
    Writing w(4523);
    OGRFieldDefn owner("OWNER", OFTString);
    CHECK(w.layer->CreateField(&owner) != OGRERR_NONE);
    CHECK(w.messages.has({"no column for the field OWNER"}));
    CHECK(w.add("GEOMETRYCOLLECTION (POINT (35576600 2950100))") != OGRERR_NONE);
    CHECK(w.messages.has({"parcel 1", "neither 面, 线 nor 点"}, CE_Failure));
    OGRFeature feature(w.layer->GetLayerDefn());
    OGRPoint point(std::numeric_limits<double>::infinity(), 1);
    feature.SetGeometry(&point);
    CHECK(w.layer->CreateFeature(&feature) != OGRERR_NONE);
    CHECK(w.messages.has({"parcel 1", "no number"}, CE_Failure));
    CHECK(w.dataset->CreateLayer("second", nullptr, wkbUnknown, nullptr) == nullptr);

    Writing mercator(3857);
    CHECK(mercator.layer == nullptr);
    CHECK(mercator.messages.has({"Pseudo-Mercator", "neither"}, CE_Failure));
    CHECK(create_with(driver, w.folder.path("w.txt")) == nullptr);  // there already
    CHECK(w.messages.has({"exists already"}, CE_Failure) +
              mercator.messages.has({"exists already"}, CE_Failure) ==
          1);
}

TEST_CASE("without a system the header keeps silent", "[plugins]") {
    Writing w(0);
    CHECK(w.messages.has({"no coordinate system"}));
    CHECK(w.add(triangle) == OGRERR_NONE);
    const std::string bytes = w.bytes();
    CHECK(bytes.find(gbk("坐标系=\r\n")) != std::string::npos);
    CHECK(bytes.find(gbk("带号=\r\n")) != std::string::npos);
    CHECK(bytes.find("2950100.000,35576600.000") != std::string::npos);
}

TEST_CASE("a copy through GDAL's translate is the same file", "[plugins]") {
    PluginFolder folder;
    std::string text =
        "[项目信息]\n项目名称=两地\n[属性描述]\n格式版本号=\n数据产生单位=织金县\n数据产生日期=2024-1-1\n"
        "坐标系=1980西安坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=35\n精度=0.01\n"
        "转换参数=1,2,3,4,5,6,7\n备注=甲=乙\n[地块坐标]\n"
        "6,0.4900,1,地块1,面,H-1,旱地,0103,x,,y,@\nJ1,1,2950100.000,35576600.000\n"
        "1-1,1,2950200.000,35576600.000\nJ07,1,2950200.000,35576650.000\n"
        "J1,1,2950100.000,35576600.000\nJ1,2,2950300.000,35576600.000\nJ2,2,2950300.000,35576610.000\n"
        "J3,2,2950310.000,35576610.000\nJ1,2,2950300.000,35576600.000\n";
    text.replace(text.find("\n6,"), 3, "\n8,");
    std::string crlf;
    for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const std::string source = folder.write("in.txt", gbk(crlf));
    const auto dataset = open_with(driver, source);
    REQUIRE(dataset);
    const char* arguments[] = {"-f", driver, nullptr};
    GDALVectorTranslateOptions* options =
        GDALVectorTranslateOptionsNew(const_cast<char**>(arguments), nullptr);
    GDALDatasetH in = GDALDataset::ToHandle(dataset.get());
    GDALDatasetH out = GDALVectorTranslate(folder.path("out.txt").c_str(), nullptr, 1, &in, options, nullptr);
    GDALVectorTranslateOptionsFree(options);
    REQUIRE(out);
    GDALClose(out);
    CHECK(bytes_of(folder.path("out.txt")) == gbk(crlf));
}
