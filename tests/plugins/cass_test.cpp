// CASS DAT: 点号,编码,Y(东),X(北),H.
#include <limits>
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {
constexpr const char* driver = "CASSDAT";
}

TEST_CASE("points are read with name, code and height", "[plugins]") {
    PluginFolder folder;
    Messages messages;
    for (const std::string end : {"\r\n", "\n", "\r"}) {
        const auto dataset = open_with(
            driver, folder.write("p.DAT", gbk("# 注释" + end + end + "1,,576600.000,2950100.000,1320.50" +
                                              end + " 角2 ,界址, 576650.5 ,2950100.25," + end)));
        REQUIRE(dataset);
        const auto features = all_features(*dataset);
        REQUIRE(features.size() == 2);
        CHECK(text_field(features[0], "NAME") == "1");
        CHECK_FALSE(features[0]->IsFieldSetAndNotNull(features[0]->GetFieldIndex("CODE")));
        CHECK(features[0]->GetFieldAsDouble("HEIGHT") == 1320.5);
        CHECK(wkt(features[0]) == "POINT Z (576600 2950100 1320.5)");
        CHECK(text_field(features[1], "NAME") == "角2");
        CHECK(text_field(features[1], "CODE") == "界址");
        // No height is not height 0.
        CHECK_FALSE(features[1]->IsFieldSetAndNotNull(features[1]->GetFieldIndex("HEIGHT")));
        CHECK(wkt(features[1]) == "POINT (576650.5 2950100.25)");
        CHECK(dataset->GetLayer(0)->GetSpatialRef() == nullptr);
    }
    CHECK(messages.all.empty());
}

TEST_CASE("the system is the user's to name", "[plugins]") {
    PluginFolder folder;
    const auto dataset = open_with(driver, folder.write("p.dat", "1,,576600,2950100,1\n"), {"CRS=EPSG:4544"});
    REQUIRE(dataset);
    CHECK(epsg_of(*dataset) == 4544);
}

TEST_CASE("swapped columns and bad lines are named", "[plugins]") {
    PluginFolder folder;
    Messages messages;
    const auto swapped =
        open_with(driver, folder.write("s.dat", "1,,2950100,35576600,1\n2,,2950101,35576601,1\n"));
    REQUIRE(swapped);
    CHECK(messages.has({"s.dat", "columns are swapped"}));
    CHECK(wkt(all_features(*swapped).at(0)) == "POINT Z (35576600 2950100 1)");

    std::string text;
    for (int i = 0; i < 40; ++i) text += std::to_string(i) + ",,576600,2950100,1\n";
    const auto bad =
        open_with(driver, folder.write("b.dat", text + "x,,576600,y,1\nonly,two\n7，，576600，2950100，3\n"
                                                       "8,,576600,2950100\n9,,576600,2950100,high\n"));
    REQUIRE(bad);
    CHECK(all_features(*bad).size() == 43);
    CHECK(messages.has({"b.dat, line 41:", "\"y\" is no number"}));
    CHECK(messages.has({"line 42:", "has 2 fields"}));
    CHECK(messages.has({"line 43:", "full-width"}));
    CHECK(messages.has({"line 44:", "no field for the height"}));
    CHECK(messages.has({"line 45:", "\"high\" is no number"}));
}

TEST_CASE("other .dat files are refused", "[plugins]") {
    PluginFolder folder;
    const std::string good = "1,,576600,2950100,1\n";
    for (const std::string& bytes :
         {std::string("\x03\x63\x09\x09\x90\x01\x00\x00", 8), std::string(),
          std::string("1 2 3 4 5\n6 7 8 9 0\n"), std::string("1,2,3\n4,5,6\n"), std::string("a,b,c,d,e\n"),
          good + std::string("\0\0\0", 3), good + "free text\nmore text\n", std::string("# only a comment\n"),
          std::string("1,a,2,3,4,5,6\n")})
        CHECK(open_with(driver, folder.write("x.dat", bytes)) == nullptr);
    CHECK(open_with(driver, folder.write("x.csv", good)) == nullptr);
    CHECK(open_with(driver, folder.write("x.dat", good)) != nullptr);
}

TEST_CASE("what is written is read again", "[plugins]") {
    PluginFolder folder;
    auto dataset = create_with(driver, folder.path("w.dat"));
    OGRSpatialReference srs = gis_srs(4523);
    OGRLayer* layer = dataset->CreateLayer("w", &srs, wkbPoint25D, nullptr);
    REQUIRE(layer);
    for (const auto& [name, type] :
         {std::pair{"NAME", OFTString}, {"CODE", OFTString}, {"HEIGHT", OFTReal}}) {
        OGRFieldDefn field(name, type);
        REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
    }
    const auto add = [&](const OGRGeometry& geometry, const char* name, const char* height) {
        OGRFeature feature(layer->GetLayerDefn());
        if (name) feature.SetField("NAME", name);
        if (height) feature.SetField("HEIGHT", height);
        feature.SetGeometry(&geometry);
        return layer->CreateFeature(&feature);
    };
    Messages messages;
    CHECK(add(OGRPoint(35576600.1234, 2950100), "角,1", nullptr) == OGRERR_NONE);
    CHECK(add(OGRPoint(35576600, 2950100, 12.5), nullptr, nullptr) == OGRERR_NONE);
    CHECK(add(OGRPoint(35576600, 2950100, 12.5), "c", "13") == OGRERR_NONE);
    CHECK(add(OGRLineString(), "d", nullptr) != OGRERR_NONE);
    CHECK(add(OGRPoint(std::numeric_limits<double>::quiet_NaN(), 1), "e", nullptr) != OGRERR_NONE);
    CHECK(messages.has({"point 1", "comma"}));
    CHECK(messages.has({"point 4", "points only"}, CE_Failure));
    dataset.reset();
    CHECK(bytes_of(folder.path("w.dat")) == gbk("角，1,,35576600.123,2950100.000,\r\n"
                                                "2,,35576600.000,2950100.000,12.500\r\n"
                                                "c,,35576600.000,2950100.000,13.000\r\n"));
    const auto back = open_with(driver, folder.path("w.dat"));
    REQUIRE(back);
    CHECK(wkt(all_features(*back).at(2)) == "POINT Z (35576600 2950100 13)");
}
