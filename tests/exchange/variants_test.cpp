// All variants of one and the same 400 footprints land where the base lands, once the doctor's proposal is
// accepted.
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "exchange/reader.hpp"
#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

const char* const homesteads =
    R"({"table": "parcel", "key": ["code"], "set": {"kind": "homestead"}, "geometry": true,
    "fields": [{"from": "CODE", "to": "code"}, {"from": "OWNER", "to": "name"}]})";

std::string mapping_for(const std::string& code, const std::string& owner) {
    std::string text = homesteads;
    text.replace(text.find("CODE"), 4, code);
    text.replace(text.find("OWNER"), 5, owner);
    return text;
}

/// The first two columns are code and owner; a DBF cuts the names, by ten bytes, where it is UTF-8.
std::string mapping_of(const std::filesystem::path& file) {
    const exchange::Reader reader(file);
    return mapping_for(reader.layer().fields.at(0).name, reader.layer().fields.at(1).name);
}

/// Owners with these two are only in GB18030 and UTF-8; GBK lost them when the file was made.
bool beyond_gbk(const land::Value& owner) {
    const std::string text = land::to_display(owner);
    return text.find("䶮") != std::string::npos || text.find("㵘") != std::string::npos;
}

geo::Geometry shape_of(MemoryTown& town, std::int64_t id) {
    return *geo::from_spatialite_blob(std::get<land::Bytes>(town.cell("parcel", id, "geometry")));
}

enum class Owners { none, gbk, all };

/// Largest distance between the same vertices of the two towns' parcels, by code; also compares owners.
double furthest(MemoryTown& base, MemoryTown& other, const std::vector<std::string>& codes, Owners owners) {
    double worst = 0;
    for (const std::string& code : codes) {
        const std::int64_t a = base.id("parcel", code), b = other.id("parcel", code);
        const land::Value owner = base.cell("parcel", a, "name");
        if (owners == Owners::all || (owners == Owners::gbk && !beyond_gbk(owner)))
            CHECK(land::to_display(owner) == land::to_display(other.cell("parcel", b, "name")));
        const auto ga = std::get<geo::MultiPolygon>(shape_of(base, a)),
                   gb = std::get<geo::MultiPolygon>(shape_of(other, b));
        REQUIRE(ga.size() == gb.size());
        // A shapefile turns rings round: nearest vertex.
        for (std::size_t p = 0; p < ga.size(); ++p)
            for (const geo::Point& u : ga[p].shell) {
                double nearest = 1e9;
                for (const geo::Point& v : gb[p].shell)
                    nearest = std::min(nearest, std::hypot(u.x - v.x, u.y - v.y));
                worst = std::max(worst, nearest);
            }
    }
    return worst;
}

std::vector<std::string> codes_of(const std::filesystem::path& base) {
    std::vector<std::string> codes;
    const exchange::Reader reader(base);
    reader.each(reader.layer(), [&](const exchange::SourceRow& row) {
        return codes.push_back(std::get<std::string>(row.cells[0])), true;
    });
    return codes;
}

std::string refused_with(MemoryTown& town, const std::filesystem::path& file, const std::string& mapping) {
    try {
        import_file(town, file, mapping);
    } catch (const Error& error) {
        return error.code() + ": " + error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("every variant of the Chinese shapefile decodes and lands within a millimetre of the base") {
    const auto base = test_data("A-chinese-derived/base_utf8.geojson");
    if (!base) return;
    MemoryTown reference;
    CHECK(import_file(reference, *base, mapping_for("宗地代码", "权利人")).report.added == 400);
    const std::vector<std::string> codes = codes_of(*base);
    struct Case {
        const char* name;
        const char* stops;   // code of the refusal, empty: goes in at once
        const char* accept;  // --crs that the doctor proposes
    };
    for (const Case& c :
         {Case{"gbk_ldid77", "", ""}, Case{"gbk_ldid0_nocpg", "", ""}, Case{"gbk_ldid87_nocpg", "", ""},
          Case{"gbk_cpg", "", ""}, Case{"gbk_cpg936bom", "", ""}, Case{"gb18030", "", ""},
          Case{"utf8_cpg", "", ""}, Case{"utf8_wrongcpg", "", ""}, Case{"prj_cgcs2000_zone35", "", ""},
          Case{"prj_userdefined", "", ""}, Case{"noshx", "", ""},
          Case{"prj_missing", "crs_missing", "EPSG:4523"},
          Case{"prj_mismatch_cm105", "crs_contradictory", "EPSG:4523"},
          Case{"prj_xian80_zone35", "crs_not_cgcs2000", "EPSG:4523"},
          Case{"prj_bj54_zone35", "crs_not_cgcs2000", "EPSG:4523"}}) {
        INFO(c.name);
        const auto file = test_data("A-chinese-derived/" + std::string(c.name) + "/房屋_" + c.name + ".shp");
        REQUIRE(file);
        const std::string mapping = mapping_of(*file);
        MemoryTown town;
        if (*c.stops) {
            const std::string refusal = refused_with(town, *file, mapping);
            CHECK(refusal.rfind(c.stops, 0) == 0);
            CHECK(refusal.find(std::string("--crs ") + c.accept) != std::string::npos);
            CHECK(town.count("parcel") == 0);
        }
        CHECK(import_file(town, *file, mapping, {nullptr, c.accept}).report.added == 400);
        CHECK(furthest(reference, town, codes,
                       std::string(c.name).starts_with("gbk") ? Owners::gbk : Owners::all) < 0.001);
    }
}

TEST_CASE("the other formats of the same footprints land there too") {
    const auto base = test_data("A-chinese-derived/base_utf8.geojson");
    if (!base) return;
    MemoryTown reference;
    import_file(reference, *base, mapping_for("宗地代码", "权利人"));
    const std::vector<std::string> codes = codes_of(*base);
    for (const char* name : {"房屋.gpkg", "房屋.fgb", "房屋.kml", "房屋.tab"}) {
        INFO(name);
        const auto file = test_data("A-chinese-derived/" + std::string(name));
        REQUIRE(file);
        const exchange::Reader reader(*file);
        const bool kml = std::string(name) == "房屋.kml", tab = std::string(name) == "房屋.tab";
        const auto& fields = reader.layer().fields;
        const auto by_name = [&](const char* wanted, std::size_t otherwise) {
            return reader.layer().field(wanted) >= 0 ? std::string(wanted) : fields.at(otherwise).name;
        };
        MemoryTown town;
        const Imported result =
            import_file(town, *file, mapping_for(by_name("宗地代码", 0), by_name("权利人", 1)));
        CHECK(result.report.added == 400);
        // KML rounds degrees to 15 digits and the .tab keeps integers of a coordinate grid.
        CHECK(furthest(reference, town, codes, tab ? Owners::none : Owners::all) < (tab   ? 0.02
                                                                                    : kml ? 0.002
                                                                                          : 0.001));
    }
}

TEST_CASE("a drawing of closed lines becomes areas, when its frame is accepted") {
    const auto file = test_data("A-chinese-derived/房屋_cass.dxf");
    if (!file) return;
    MemoryTown town;
    const auto mapping =
        R"({"table": "building", "key": ["code"], "geometry": true, "fields": [{"from": "EntityHandle", "to": "code"}, {"from": "Layer", "to": "name"}]})";
    CHECK(refused_with(town, *file, mapping).find("--crs EPSG:4523") != std::string::npos);
    const Imported drawn = import_file(town, *file, mapping, {nullptr, "EPSG:4523"});
    CHECK(drawn.report.added == 400);
    REQUIRE(drawn.finding("import.closed_lines"));
    std::map<std::string, int> layers;
    const exchange::Reader reader(*file);
    reader.each(reader.layer(), [&](const exchange::SourceRow& row) {
        return ++layers[std::get<std::string>(row.cells[0])], true;
    });
    CHECK(layers.size() == 2);
    CHECK(layers.count("界址线") == 1);
}

TEST_CASE("a cut shapefile gives what it has and says what it lacks") {
    const auto shp = test_data("A-chinese-derived/trunc_shp60/房屋_trunc_shp60.shp");
    const auto dbf = test_data("A-chinese-derived/trunc_dbf50/房屋_trunc_dbf50.shp");
    if (!shp || !dbf) return;
    MemoryTown a, b;
    const Imported cut_shp = import_file(a, *shp, mapping_of(*shp));
    CHECK(cut_shp.report.added == 236);
    CHECK(cut_shp.report.refused == 164);
    REQUIRE(cut_shp.finding("import.row_unreadable"));
    CHECK(cut_shp.finding("import.row_unreadable")->row == 237);
    const Imported cut_dbf = import_file(b, *dbf, mapping_of(*dbf));
    CHECK(cut_dbf.report.added == 199);
    CHECK(cut_dbf.report.refused == 201);
}

TEST_CASE("nothing is written beside a source without .shx") {
    const auto file = test_data("A-chinese-derived/noshx/房屋_noshx.shp");
    if (!file) return;
    const Scratch scratch;
    for (const auto& entry : std::filesystem::directory_iterator(file->parent_path()))
        std::filesystem::copy_file(entry.path(), scratch / entry.path().filename().string());
    const auto count = [&] {
        return std::distance(std::filesystem::directory_iterator(scratch.folder()), {});
    };
    const auto before = count();
    MemoryTown town;
    const Imported result =
        import_file(town, scratch / "房屋_noshx.shp", mapping_of(scratch / "房屋_noshx.shp"));
    CHECK(result.report.added == 400);
    REQUIRE(result.finding("source.no_shx"));
    CHECK(count() == before);
}
