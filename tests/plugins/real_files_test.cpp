// The parcel files of the collection of real data, against the figures of its manifest.
#include <string>

#include "plugin_files.hpp"
#include "test_data.hpp"

using namespace liangdi::tests;

namespace {

double total_area(const std::vector<Feature>& features) {
    double area = 0;
    for (const auto& feature : features) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        REQUIRE(geometry);
        CHECK(geometry->IsValid());
        area += geometry->toMultiPolygon()->get_Area();
    }
    return area;
}

}  // namespace

TEST_CASE("the manifest's parcel files", "[plugins]") {
    const std::string which = GENERATE("gbk", "utf8bom", "swapxy", "unclosed", "bad");
    const auto path = test_data("A-chinese-derived/地块坐标_" + which + ".txt");
    if (!path) return;
    CAPTURE(which);
    Messages messages;
    const auto dataset = open_with("CNParcelTXT", path->string());
    REQUIRE(dataset);
    CHECK(epsg_of(*dataset) == 4523);
    const auto features = all_features(*dataset);
    REQUIRE(features.size() == 60);
    CHECK(text_field(features[5], "CODE") == "520524103007JC00006");
    CHECK(text_field(features[59], "NAME") == "地块60");
    if (which == "bad") {
        CHECK(messages.has({"line 48:", "declares 9 points and has 6"}));
        CHECK(messages.has({"line 78:", "one coordinate only"}));
        CHECK(messages.has({"line 95:", "full-width"}));
        CHECK(messages.all.size() == 4);  // and that the parcel of line 78 has one point less than declared
        return;
    }
    CHECK(total_area(features) == Approx(17137.2).margin(1));
    CHECK(messages.all.size() == (which == "swapxy" ? 1u : 0u));
    if (which == "swapxy") CHECK(messages.has({"columns are swapped", "line 14"}));
}

TEST_CASE("the table of a MapInfo file is no CASS file", "[plugins]") {
    const auto path = test_data("A-chinese-derived/房屋.dat");
    if (!path) return;
    Messages messages;
    CHECK(open_with("CASSDAT", path->string()) == nullptr);
    const auto mapinfo = open_with("MapInfo File", path->parent_path() / "房屋.tab");
    CHECK(mapinfo != nullptr);
}
