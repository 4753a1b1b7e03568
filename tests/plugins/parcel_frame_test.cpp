// The coordinate system from header and coordinates; the EPSG table against PROJ's own parameters.
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

struct Frame {
    Messages messages;
    std::unique_ptr<GDALDataset> dataset;
    std::vector<Feature> features;
};

/// A triangle at the northing and the easting (or first and second column where swapped).
std::unique_ptr<Frame> frame(const std::string& header, const std::string& first, const std::string& second,
                             const std::vector<std::string>& options = {}, const std::string& more = "") {
    PluginFolder folder;
    auto out = std::make_unique<Frame>();
    const std::string text = header + "[地块坐标]\n,,A1,n,面,,,,@\n" + "1,1," + first + ".0," + second +
                             ".0\n2,1," + first + ".1," + second + ".0\n3,1," + first + ".1," + second +
                             ".1\n" + more;
    out->dataset = open_with("CNParcelTXT", folder.write("f.txt", text), options);
    REQUIRE(out->dataset);
    out->features = all_features(*out->dataset);
    return out;
}

std::string header(const std::string& datum, int degree, int zone) {
    return "[属性描述]\n坐标系=" + datum + "\n几度分带=" + std::to_string(degree) +
           "\n带号=" + std::to_string(zone) + "\n";
}

const std::string cgcs = "2000国家大地坐标系";

}  // namespace

TEST_CASE("all zones of all datums have the system whose parameters they name", "[plugins]") {
    struct Datum {
        const char* words;
        double semi_major, flattening;
        const char* name;
    };
    for (const Datum& datum : {Datum{"2000国家大地坐标系", 6378137, 298.257222101, "CGCS2000"},
                               Datum{"1980西安坐标系", 6378140, 298.257, "Xian 1980"},
                               Datum{"80国家大地坐标系", 6378140, 298.257, "Xian 1980"},
                               Datum{"1954北京坐标系", 6378245, 298.3, "Beijing 1954"},
                               Datum{"新1954北京坐标系", 6378245, 298.3, "New Beijing"}}) {
        for (const int degree : {3, 6}) {
            for (int zone = degree == 3 ? 25 : 13; zone <= (degree == 3 ? 45 : 23); ++zone) {
                for (const bool prefix : {true, false}) {
                    CAPTURE(datum.words, degree, zone, prefix);
                    const auto f = frame(header(datum.words, degree, zone), "2950100",
                                         (prefix ? std::to_string(zone) : "") + "576600");
                    CHECK(f->messages.all.empty());
                    const OGRSpatialReference* srs = f->dataset->GetLayer(0)->GetSpatialRef();
                    REQUIRE(srs);
                    CHECK(srs->GetSemiMajor() == Approx(datum.semi_major).epsilon(1e-12));
                    CHECK(srs->GetInvFlattening() == Approx(datum.flattening).epsilon(1e-12));
                    CHECK(srs->GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN) ==
                          (degree == 3 ? 3 * zone : 6 * zone - 3));
                    CHECK(srs->GetNormProjParm(SRS_PP_FALSE_EASTING) == 500000 + (prefix ? zone * 1e6 : 0));
                    const std::string name = srs->GetName();
                    CHECK(name.rfind(datum.name, 0) == 0);
                    CHECK((name.find("3-degree") != std::string::npos) == (degree == 3));
                }
            }
        }
    }
}

TEST_CASE("coordinates stay easting, northing in the assigned system", "[plugins]") {
    const auto f = frame(header(cgcs, 3, 35), "2950189", "35576656");
    const OGRSpatialReference degrees = gis_srs(4490);
    const std::unique_ptr<OGRGeometry> moved(f->features.at(0)->GetGeometryRef()->clone());
    REQUIRE(moved->transformTo(const_cast<OGRSpatialReference*>(&degrees)) == OGRERR_NONE);
    OGREnvelope box;
    moved->getEnvelope(&box);
    // Reference numbers of standards/01: E 576656.160, N 2950189.133 is 105.77, 26.66.
    CHECK(box.MinX == Approx(105.77).margin(1e-5));
    CHECK(box.MinY == Approx(26.66).margin(1e-5));
}

TEST_CASE("contradictions leave no system and say what and where", "[plugins]") {
    const auto none = [](const Frame& f, std::initializer_list<const char*> parts) {
        CHECK(epsg_of(*f.dataset) == 0);
        CHECK(f.messages.has(parts, CE_Failure));
        CHECK(f.features.size() == 1);
    };
    none(*frame(header(cgcs, 3, 36), "2950100", "35576600"), {"带号=36 (line 4)", "line 7", "begin with 35"});
    none(*frame(header(cgcs, 6, 35), "2950100", "35576600"),
         {"几度分带=6 (line 3)", "zone 35 is one of 3 degrees"});
    none(*frame(header(cgcs, 3, 18), "2950100", "576600"),
         {"几度分带=3 (line 3)", "zone 18 is one of 6 degrees"});
    none(*frame(header(cgcs, 3, 51), "2950100", "576600"), {"带号=51 (line 4)", "no zone of China"});
    none(*frame(header(cgcs, 3, 35), "26", "105"), {"带号=35 (line 4)", "are degrees"});
    none(*frame(header(cgcs, 3, 35) + "带号=36\n", "2950100", "35576600"),
         {"带号=35 (line 4)", "带号=36 (line 5)"});
    none(*frame(header(cgcs, 3, 35), "2950100", "35576600", {},
                "4,1,2950100,36576600\n5,1,2950100,36576601\n"),
         {"2 eastings", "line 10", "zone 36"});
}

TEST_CASE("the user's word ends a contradiction", "[plugins]") {
    const auto f = frame(header(cgcs, 3, 36), "2950100", "35576600", {"CRS=EPSG:4523"});
    CHECK(epsg_of(*f->dataset) == 4523);
    CHECK_FALSE(f->messages.has({}, CE_Failure));
    CHECK(f->messages.has({"带号=36"}));
}

TEST_CASE("what the file does not say is not invented", "[plugins]") {
    const auto no_datum = frame("[属性描述]\n带号=35\n", "2950100", "35576600");
    CHECK(epsg_of(*no_datum->dataset) == 0);
    CHECK(no_datum->messages.has({"names no 坐标系"}));
    const auto no_zone = frame("[属性描述]\n坐标系=" + cgcs + "\n", "2950100", "576600");
    CHECK(epsg_of(*no_zone->dataset) == 0);
    CHECK(no_zone->messages.has({"name the zone"}));
    const auto local = frame("[属性描述]\n坐标系=地方独立坐标系2000\n带号=35\n", "2950100", "35576600");
    CHECK(epsg_of(*local->dataset) == 0);
    CHECK(local->messages.has({"地方独立坐标系2000 (line 2)", "no known system"}));
    const auto small = frame(header(cgcs, 3, 35), "1200", "3400");
    CHECK(epsg_of(*small->dataset) == 0);
    CHECK(small->messages.has({"line 7", "not those of a Gauss-Kr"}));
}

TEST_CASE("a central meridian in place of the zone is read and mentioned", "[plugins]") {
    const auto f = frame(header(cgcs, 3, 105), "2950100", "576600");
    CHECK(epsg_of(*f->dataset) == 4544);
    CHECK(f->messages.has({"带号=105 (line 4)", "central meridian"}));
    CHECK(epsg_of(*frame(header(cgcs, 6, 105), "2950100", "576600")->dataset) == 4507);
}

TEST_CASE("swapped columns are turned and reported, wholly or in one line", "[plugins]") {
    const auto all = frame(header(cgcs, 3, 35), "35576600", "2950100");
    CHECK(epsg_of(*all->dataset) == 4523);
    CHECK(all->messages.has({"swapped", "line 7"}));
    CHECK(all->dataset->GetMetadataItem("AXIS_ORDER", "CN_PARCEL_READING") == std::string("EAST_FIRST"));
    OGREnvelope box;
    all->features.at(0)->GetGeometryRef()->getEnvelope(&box);
    CHECK(box.MinX == 35576600);
    CHECK(box.MinY == 2950100);
    const auto one = frame(header(cgcs, 3, 35), "2950100", "35576600", {}, "4,1,35576599,2950100\n");
    CHECK(one->messages.has({"line 10:", "other way round"}));
    one->features.at(0)->GetGeometryRef()->getEnvelope(&box);
    CHECK(box.MinX == 35576599);
}

TEST_CASE("longitude and latitude files, in either order", "[plugins]") {
    for (const bool north_first : {true, false}) {
        const auto f = frame("[属性描述]\n坐标系=" + cgcs + "\n", north_first ? "26" : "105",
                             north_first ? "105" : "26");
        CHECK(epsg_of(*f->dataset) == 4490);
        CHECK(f->messages.all.empty());
        OGREnvelope box;
        f->features.at(0)->GetGeometryRef()->getEnvelope(&box);
        CHECK(box.MinX == 105.0);
        CHECK(box.MaxY == 26.1);
    }
    const auto bare = frame("", "26", "105");
    CHECK(epsg_of(*bare->dataset) == 0);
    CHECK(bare->messages.has({"names no 坐标系"}));
    CHECK(bare->features.size() == 1);
}
