#include "tasks/import_source.hpp"

#include <QColor>
#include <QImage>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "sample_project.hpp"
#include "tasks/create.hpp"
#include "tasks/info.hpp"
#include "tasks/map_picture.hpp"
#include "tasks/past.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

exchange::FieldMapping mapping(const char* json) {
    return exchange::parse_mapping(nlohmann::json::parse(json), "test.json");
}

std::size_t colours_of(const std::filesystem::path& picture) {
    const QImage image(QString::fromStdString(picture.string()));
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

/// Imports `source` into `building` of a new town of this CRS, undoes and redoes it, and draws it.
void import_and_draw(const std::filesystem::path& source, const std::string& layer, const std::string& crs,
                     const exchange::FieldMapping& fields, std::int64_t at_least) {
    const TownFolder folder;
    tasks::CreateParams create;
    create.town = folder / "real.sqlite";
    create.crs = crs;
    tasks::create(create);
    auto project = open(create.town);
    land::Progress silent;
    tasks::ImportParams params;
    params.source = source;
    params.layer = layer;
    params.mapping = fields;
    const auto outcome = tasks::import_source(project, params, silent);
    for (const auto& finding : outcome.report.findings) UNSCOPED_INFO(land::to_line(finding));
    CHECK(outcome.report.added >= at_least);
    CHECK(outcome.report.rows_read ==
          outcome.report.added + outcome.report.changed + outcome.report.unchanged + outcome.report.refused);
    CHECK(project.store->snapshot()->count("building") == outcome.report.added);
    CHECK(fault_of(project.store->snapshot()->db()).empty());

    const auto full = contents(project.store->snapshot()->db());
    tasks::undo(project, {}, silent);
    CHECK(project.store->snapshot()->count("building") == 0);
    tasks::redo(project, {}, silent);
    CHECK(contents(project.store->snapshot()->db()) == full);
    const auto again = tasks::import_source(project, params, silent);
    CHECK(again.seq == 0);
    CHECK(again.report.added == 0);

    tasks::RenderParams render;
    render.out = folder / "map.png";
    render.width_px = 640;
    render.height_px = 480;
    // A few hundred metres about one of them: buildings are drawn at scales where one can tell them apart.
    const auto source_of_boxes = project.store->features({"building", "building", "", ""});
    source_of_boxes->each({}, [&](const land::FeatureView& feature) {
        render.box = geo::box_of_spatialite_blob(feature.blob)->grown(300);
        return false;
    });
    const auto report = tasks::render_map(project, render, silent);
    CHECK(report.features > 0);
    CHECK(report.unreadable == 0);
    CHECK(colours_of(render.out) > 3);
}

}  // namespace

TEST_CASE("real footprints of a cadastre are imported, undone, redone, and drawn") {
    if (const auto file = test_data("B-cadastre/momepy/bubenec.gpkg")) {
        import_and_draw(*file, "buildings", "EPSG:32633",
                        mapping(R"({"table":"building","key":["code"],"geometry":true,
            "fields":[{"from":"uID","to":"code","as":"text"}]})"),
                        144);
    }
}

TEST_CASE("real footprints of the benchmark are imported, undone, redone, and drawn") {
    if (const auto file = test_data("B-bench/derived/andorra_buildings_25831.fgb")) {
        import_and_draw(
            *file, "", "EPSG:25831",
            mapping(
                R"({"table":"building","key":["code"],"geometry":true,"fields":[{"from":"osm","to":"code"},{"from":"name","to":"name"}]})"),
            7000);
    }
}

TEST_CASE("a GBK shapefile is imported with its Chinese names, undone, redone, and drawn") {
    if (const auto file = test_data("A-chinese-derived/gbk_cpg/房屋_gbk_cpg.shp")) {
        const auto fields = mapping(
            R"({"table":"building","key":["code"],"geometry":true,"fields":[{"from":"宗地代码","to":"code"},{"from":"权利人","to":"name"},{"from":"坐落","to":"address"}]})");
        import_and_draw(*file, "", "EPSG:4544", fields, 390);
        const TownFolder folder;
        auto project = open(folder.town());
        land::Progress silent;
        tasks::ImportParams params;
        params.source = *file;
        params.mapping = fields;
        tasks::import_source(project, params, silent);
        CHECK(project.store->snapshot()->db().integer(
                  "SELECT count(*) FROM building WHERE name LIKE '测试%'") >= 390);
        // Zone 35 of the source (eastings of 8 digits) has become the town's CRS.
        const auto box = project.store->features({"building", "building", "", ""})->extent();
        CHECK(box.min_x > 500000);
        CHECK(box.max_x < 700000);
    }
}

TEST_CASE("a cancelled import and a dry run leave the town as it was") {
    const TownFolder folder;
    auto project = open(folder.town());
    const auto source = folder / "rows.csv";
    {
        std::ofstream out(source);
        out << "code,name\n";
        for (int i = 0; i < 5000; ++i) out << "c" << i << ",n" << i << "\n";
    }
    const auto before = contents(project.store->snapshot()->db());
    tasks::ImportParams params;
    params.source = source;
    params.table = "community";
    StopAfter stop(2500);
    CHECK_THROWS_AS(tasks::import_source(project, params, stop), Cancelled);
    CHECK(contents(project.store->snapshot()->db()) == before);
    CHECK(project.store->data_version() == 0);

    params.dry_run = true;
    land::Progress silent;
    const auto dry = tasks::import_source(project, params, silent);
    CHECK(dry.report.added == 5000);
    CHECK(dry.seq == 0);
    CHECK(project.store->data_version() == 0);

    params.dry_run = false;
    const auto wet = tasks::import_source(project, params, silent);
    CHECK(wet.report.added == dry.report.added);
    CHECK(project.store->snapshot()->count("community") == 5000);
}

TEST_CASE(
    "the clear counts of groups follow sealed changes in the same history entry, and are undone with it") {
    const TownFolder folder;
    auto project = open_unlocked(town_copy(folder));
    const auto before = tasks::info(project).figures;
    const auto full = contents(project.store->snapshot()->db());
    // Three persons who bear no mark get one: person's code and group.
    std::vector<std::string> codes;
    {
        const auto town = project.store->snapshot();
        auto persons = town->db().prepare(
            "SELECT p.code, s.body FROM party_member m JOIN household h ON h.id=m.party JOIN party p ON "
            "p.id=m.member JOIN sealed s ON s.party=p.id "
            "WHERE h.relocated=1 ORDER BY p.id");
        while (codes.size() < 3 && persons.step()) {
            if (!project.key->open(persons.blob(1)).contains("markings")) codes.emplace_back(persons.text(0));
        }
    }
    REQUIRE(codes.size() == 3);
    const auto source = folder / "marks.csv";
    {
        std::ofstream out(source);
        out << "person,group\n";
        for (const auto& code : codes) out << code << ",disabled\n";
    }
    tasks::ImportParams params;
    params.source = source;
    params.mapping = mapping(
        R"({"table":"sealed","key":["party"],"fields":[{"from":"person","to":"party","find":"party.code"},{"from":"group","seal":"markings"}]})");
    land::Progress silent;
    const auto outcome = tasks::import_source(project, params, silent);
    CHECK(outcome.report.changed == 3);
    CHECK(tasks::info(project).figures.disabled == before.disabled + 3);
    std::set<std::string> tables;
    for (const auto& row : tasks::history_rows(project, outcome.seq, 100)) tables.insert(row.table);
    CHECK(tables == std::set<std::string>{"group_count", "sealed", "setting"});
    tasks::undo(project, {}, silent);
    CHECK(tasks::info(project).figures == before);
    CHECK(contents(project.store->snapshot()->db()) == full);
    tasks::redo(project, {}, silent);
    CHECK(tasks::info(project).figures.disabled == before.disabled + 3);
}
