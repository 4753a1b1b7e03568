// Every spelling of the format that standards/03 lists, each as a small file.
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

constexpr const char* driver = "CNParcelTXT";
const std::string square =
    "POLYGON ((35576600 2950100,35576600 2950200,35576650 2950200,35576650 2950100,35576600 2950100))";

struct Read {
    Messages messages;
    std::unique_ptr<GDALDataset> dataset;
    std::vector<Feature> features;
};

std::unique_ptr<Read> read(const std::string& bytes, const std::vector<std::string>& options = {}) {
    PluginFolder folder;
    auto out = std::make_unique<Read>();
    out->dataset = open_with(driver, folder.write("地块.txt", bytes), options);
    REQUIRE(out->dataset);
    out->features = all_features(*out->dataset);
    return out;
}

/// The one parcel that the whole of `text` (UTF-8) describes, with nothing to complain about.
void check_square(const std::string& bytes) {
    const auto r = read(bytes);
    REQUIRE(r->features.size() == 1);
    CHECK(wkt(r->features[0]) == square);
    CHECK(text_field(r->features[0], "NAME") == "东坡");
    CHECK(text_field(r->features[0], "CODE") == "A1");
    CHECK(epsg_of(*r->dataset) == 4523);
    for (const auto& message : r->messages.all) FAIL_CHECK(message.text);
}

const std::string row = "5,0.5000,A1,东坡,面,,耕地,0103,@\n";

}  // namespace

TEST_CASE("a parcel file is read with all its fields", "[plugins]") {
    const auto r = read(gbk(parcel_file("5,0.5000,A1,东坡,面,H48,耕地,0103,@\n" + square_rows())));
    REQUIRE(r->features.size() == 1);
    const auto& f = r->features[0];
    CHECK(f->GetFieldAsInteger("POINT_COUNT") == 5);
    CHECK(f->GetFieldAsDouble("AREA_HA") == 0.5);
    CHECK(text_field(f, "KIND") == "面");
    CHECK(text_field(f, "SHEET") == "H48");
    CHECK(text_field(f, "USE") == "耕地");
    CHECK(text_field(f, "LAND_CLASS") == "0103");
    CHECK(list_field(f, "POINT_NAMES") == std::vector<std::string>{"J1", "J2", "J3", "J4"});
    CHECK(f->GetFID() == 0);
    CHECK(r->dataset->GetMetadataItem("带号") == std::string("35"));
    CHECK(r->dataset->GetMetadataItem("ENCODING", "CN_PARCEL_READING") == std::string("GB18030"));
    CHECK(std::string(r->dataset->GetLayer(0)->GetName()) == "地块");
}

TEST_CASE("every encoding and line end gives the same parcel", "[plugins]") {
    const std::string text = parcel_file(row + square_rows());
    std::string crlf, cr;
    for (const char c : text) {
        crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
        cr += c == '\n' ? '\r' : c;
    }
    check_square(gbk(text));
    check_square(gbk(crlf));
    check_square(cr);
    check_square(text);
    check_square("\xEF\xBB\xBF" + crlf);
    check_square("\xFF\xFE" + utf16le(crlf));
    check_square(utf16le(text));
    check_square(text.substr(0, text.size() - 1));  // no line end at the end
    const auto forced = read(gbk(text), {"ENCODING=GBK"});
    CHECK(text_field(forced->features.at(0), "NAME") == "东坡");
}

TEST_CASE("spellings of sections and headers", "[plugins]") {
    const auto with = [](const std::string& header, const std::string& section) {
        return header + "\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=35\n" + section + "\n" + row +
               square_rows();
    };
    check_square(with("【属性描述】", "【地块坐标】"));
    check_square(with("［属性描述］", "［地块坐标］"));
    check_square(with("  [ 属性描述 ]", "\t[地块坐标] "));
    check_square(with("[属性描述", "[地块坐标"));
    for (const char* header :
         {"坐标系=2000ff\n带号=35\n", "坐标系 = CGCS2000 \n分带=3度带\n带号＝３５\n精度=3\n",
          "格式版本号=1．01版本\n坐标系=2000国家大地坐标系\n投影类型=\n带号=35\n转换参数=\n",
          "坐标系=2000国家大地坐标系\n几度分带=三度\n带号=35带\n转换参数=0,0,0,0,0,0,0\n",
          "坐标系=2000国家大地坐标系\n"})  // the easting names the zone
        check_square("[属性描述]\n" + std::string(header) + "[地块坐标]\n" + row + square_rows());
}

TEST_CASE("spellings of parcel and point lines", "[plugins]") {
    const auto body = [](const std::string& text) { return parcel_file(text); };
    check_square(body("5,0.5公顷,A1,东坡,面,,,@\n" + square_rows()));       // 7 columns
    check_square(body("5,,A1,东坡,面,,耕地,0103\n" + square_rows()));       // without @
    check_square(body("4,0.5,A1,东坡,面,,耕地,0103,@\n" + square_rows()));  // the closing point not counted
    check_square(
        body(" 5 , 0.5 , A1 , 东坡 ,面, , , , @ \nJ1, 1, 2950100, 35576600\n1-1,\t1,2950200.0 ,35576600\n"
             "３,1,2950200,35576650 \n\n 04 ,1,2950100.00,35576650.000,\nJ1,1,2950100,35576600\n"));
    check_square(
        body("5,0.5,A1,东坡,面,,,,@\nJ1,1,2950100,35576600\nJ2,1,2950200,35576600\n"
             "J3,1,2950200,35576650\nJ4,1,2950100,35576650\n"));  // counted but not repeated
}

TEST_CASE("columns between the land class and the end are kept", "[plugins]") {
    const auto r = read(parcel_file("5,0.5,A1,东坡,面,,耕地,0103,DL1,TB2,水田,,Z5,备注,@\n" + square_rows() +
                                    "5,0.5,A2,西坡,面,,耕地,0103,@\n" + square_rows()));
    REQUIRE(r->features.size() == 2);
    CHECK(text_field(r->features[0], "EXTRA_1") == "DL1");
    CHECK_FALSE(r->features[0]->IsFieldSetAndNotNull(r->features[0]->GetFieldIndex("EXTRA_4")));
    CHECK(text_field(r->features[0], "EXTRA_6") == "备注");
    CHECK(r->features[0]->GetFieldIndex("EXTRA_7") == -1);
    CHECK_FALSE(r->features[1]->IsFieldSetAndNotNull(r->features[1]->GetFieldIndex("EXTRA_1")));
}

TEST_CASE("other sections are kept to the letter", "[plugins]") {
    std::string filler;
    for (int i = 0; i < 200; ++i) filler += "第" + std::to_string(i) + "条 = 甲,乙\n";
    const auto r = read(gbk("[项目信息]\n项目名称=两地, 一期\n" + filler + parcel_file(row + square_rows()) +
                            "[备注]\n 缩进 \n"));
    CHECK(r->features.size() == 1);
    CHECK(r->dataset->GetMetadataItem("项目信息", "CN_PARCEL_SECTIONS") ==
          std::string("项目名称=两地, 一期\n" + filler));
    CHECK(r->dataset->GetMetadataItem("备注", "CN_PARCEL_SECTIONS") == std::string(" 缩进 \n"));
}

TEST_CASE("a bad line is named and the rest is kept", "[plugins]") {
    const auto r = read(parcel_file("9,0.5,A1,东坡,面,,,,@\n" + square_rows() +       // 6: count; 7 to 11
                                    "5,0.5,A2,西坡,面,,,,@\nJ1,1,2950100,35576600\n"  // 12, 13
                                    "J2,1,2950200\nJ3,x,2950200,35576650\n"           // 14, 15
                                    "J4,1,2950100,357y\nsome words\n"                 // 16, 17
                                    "J5，1，2950150，35576700\nJ6,1,2950100,35576700\n"));  // 18, 19
    REQUIRE(r->features.size() == 2);
    CHECK(wkt(r->features[0]) == square);
    CHECK(wkt(r->features[1]) ==
          "POLYGON ((35576600 2950100,35576700 2950150,35576700 2950100,35576600 2950100))");
    CHECK(r->messages.has({"地块.txt, line 6:", "declares 9 points and has 5"}));
    CHECK(r->messages.has({"line 14:", "J2 has one coordinate only"}));
    CHECK(r->messages.has({"line 15:", "\"x\" is no whole number"}));
    CHECK(r->messages.has({"line 16:", "\"357y\" is no number"}));
    CHECK(r->messages.has({"line 17:", "neither a parcel line nor a point line"}));
    CHECK(r->messages.has({"line 18:", "full-width"}));
    const std::size_t said = r->messages.all.size();
    all_features(*r->dataset);
    CHECK(r->messages.all.size() == said);  // a second reading says nothing twice
}

TEST_CASE("damaged bytes do not lose the line", "[plugins]") {
    std::string bytes = gbk(parcel_file(row + square_rows()));
    const std::string name = gbk("东坡");
    bytes.replace(bytes.find(name), name.size(),
                  name.substr(0, 3));  // half a character at the end of the field
    const auto r = read(bytes);
    REQUIRE(r->features.size() == 1);
    CHECK(wkt(r->features[0]) == square);
    CHECK(text_field(r->features[0], "USE") == "耕地");
    CHECK(r->messages.has({"line 6:", "no GB18030 text"}));
}

TEST_CASE("a declared area in the wrong unit is pointed out, not changed", "[plugins]") {
    const auto r = read(parcel_file("5,5000,A1,东坡,面,,,,@\n" + square_rows() + "5,7.5,A2,西坡,面,,,,@\n" +
                                    square_rows() + "5,7.5亩,A3,南坡,面,,,,@\n" + square_rows()));
    REQUIRE(r->features.size() == 3);
    CHECK(r->features[0]->GetFieldAsDouble("AREA_HA") == 5000);
    CHECK(r->messages.has({"line 6:", "in m², not hectares"}));
    CHECK(r->messages.has({"line 12:", "in 亩, not hectares"}));
    CHECK(r->features[2]->GetFieldAsDouble("AREA_HA") == Approx(0.5));
    CHECK(r->messages.has({"line 18:", "converted"}));
}

TEST_CASE("filters, random access and counting", "[plugins]") {
    std::string body;
    for (int i = 0; i < 30; ++i) {
        const std::string e = std::to_string(35576000 + 100 * i);
        const std::string f = std::to_string(35576050 + 100 * i);
        body += "3,0.1,C" + std::to_string(i) + ",n,面,,,,@\nJ1,1,2950100," + e + "\nJ2,1,2950200," + e +
                "\nJ3,1,2950100," + f + "\n";
    }
    const auto r = read(parcel_file(body));
    OGRLayer& layer = *r->dataset->GetLayer(0);
    CHECK(layer.GetFeatureCount() == 30);
    const Feature seventh(layer.GetFeature(7));
    REQUIRE(seventh);
    CHECK(text_field(seventh, "CODE") == "C7");
    CHECK(Feature(layer.GetFeature(30)) == nullptr);
    layer.SetSpatialFilterRect(35576690, 2950000, 35576760, 2950300);
    CHECK(layer.GetFeatureCount() == 1);
    layer.SetSpatialFilter(nullptr);
    layer.SetAttributeFilter("CODE = 'C11'");
    CHECK(all_features(*r->dataset).size() == 1);
}

TEST_CASE("other text is refused", "[plugins]") {
    PluginFolder folder;
    Messages messages;
    for (const std::string text :
         {"hello\n", "", "the word [地块坐标] inside a line\n", "地块坐标,属性描述\n",
          "[section]\nkey=value\n", "{\"x\": \"[属性描述]\"}\n"})
        CHECK(open_with(driver, folder.write("x.txt", text)) == nullptr);
    CHECK(open_with(driver, folder.write("y.txt", parcel_file(row)), {"ENCODING=KLINGON"}) == nullptr);
}
