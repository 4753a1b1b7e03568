#include "tasks/import_preview.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "geo/error.hpp"
#include "sample_project.hpp"
#include "tasks/import_source.hpp"
#include "tasks/import_targets.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

tasks::ImportPreview look(const tasks::Project& project, tasks::PreviewWish wish) {
    land::Progress silent;
    return tasks::import_preview(project, wish, silent);
}

const tasks::EncodingChoice& choice(const tasks::ImportPreview& preview, const std::string& name) {
    const auto found = std::ranges::find(preview.encodings, name, &tasks::EncodingChoice::name);
    REQUIRE(found != preview.encodings.end());
    return *found;
}

const tasks::ImportTarget& target(const std::vector<tasks::ImportTarget>& targets, const std::string& key) {
    const auto found = std::ranges::find(targets, key, &tasks::ImportTarget::key);
    REQUIRE(found != targets.end());
    return *found;
}

std::filesystem::path written(const TownFolder& folder, const char* name, const std::string& text) {
    const auto file = folder / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

}  // namespace

TEST_CASE("a preview shows what an import would do, and changes nothing") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    const auto project = open(town);
    const auto version = project.store->data_version();
    const auto preview = look(project, {sample_folder() / "承包地.shp"});
    CHECK(preview.rows.size() == 200);
    CHECK(preview.count == 11914);
    CHECK(preview.encoding == "GB18030");
    CHECK(choice(preview, "GB18030").legible > 0.9);
    CHECK(choice(preview, "GB18030").legible > choice(preview, "UTF-8").legible + 0.3);
    CHECK(choice(preview, "GB18030").legible > choice(preview, "Big5").legible + 0.2);
    // The shapes lie in the town, in the frame that the file names.
    REQUIRE(preview.frame == 0);
    CHECK(preview.frames[0].said);
    CHECK(preview.frames[0].state == tasks::FrameChoice::State::here);
    CHECK(preview.frames[0].away_m == 0.0);
    CHECK(preview.shapes.size() == 200);
    CHECK(preview.town.intersects(preview.box));
    CHECK(preview.mapping.mapping.table == "parcel");
    CHECK(tasks::aim_of(preview.mapping.mapping) == "farmland");
    CHECK(project.store->data_version() == version);
}

TEST_CASE("another encoding, another frame: what is shown follows") {
    const TownFolder folder;
    const auto project = open(town_copy(folder));
    tasks::PreviewWish wish{sample_folder() / "村组.shp"};
    const auto right = look(project, wish);
    wish.encoding = "Big5";
    const auto wrong = look(project, wish);
    CHECK(wrong.encoding != right.encoding);
    CHECK(wrong.rows != right.rows);
    wish.encoding.clear();
    wish.crs = "EPSG:4543";  // the zone beside it: three degrees away
    const auto elsewhere = look(project, wish);
    REQUIRE(elsewhere.frame >= 0);
    const auto& frame = elsewhere.frames[static_cast<std::size_t>(elsewhere.frame)];
    CHECK(frame.crs == "EPSG:4543");
    CHECK(frame.state == tasks::FrameChoice::State::elsewhere);
    REQUIRE(frame.away_m);
    CHECK(*frame.away_m > 200'000);
    wish.crs = "EPSG:2340";  // Xi'an 1980: no published way from there
    const auto no_way = look(project, wish);
    CHECK(no_way.frame == -1);
    CHECK(std::ranges::any_of(
        no_way.frames, [](const auto& f) { return f.state == tasks::FrameChoice::State::needs_points; }));
    wish.crs = "EPSG:nonsense";
    CHECK_THROWS_AS(look(project, wish), Error);
}

TEST_CASE("a file that names no frame is not placed until a person says it") {
    const TownFolder folder;
    const auto project = open(town_copy(folder));
    const auto source = written(
        folder, "点.csv", "编码,名称,WKT\nF1,甲,POINT (576000 2950000)\nF2,乙,POINT (576100 2950100)\n");
    tasks::PreviewWish wish{source};
    const auto preview = look(project, wish);
    CHECK(preview.frame == -1);
    REQUIRE(preview.shown_frame >= 0);
    const auto& shown = preview.frames[static_cast<std::size_t>(preview.shown_frame)];
    CHECK(shown.proposed);
    CHECK(shown.crs == "EPSG:4544");
    wish.crs = shown.crs;
    CHECK(look(project, wish).frame >= 0);
}

TEST_CASE("personal values are masked in a preview as on every screen") {
    const TownFolder folder;
    const auto project = open(town_copy(folder));
    const auto preview = look(project, {sample_folder() / "人员.xlsx"});
    REQUIRE(preview.mapping.mapping.table == "person");
    std::size_t sealed = 0;
    for (std::size_t c = 0; c < preview.columns.size(); ++c) {
        if (!preview.personal[c]) continue;
        ++sealed;
        for (const auto& row : preview.rows)
            CHECK((row[c].empty() || row[c].find("***") != std::string::npos));
    }
    CHECK(sealed >= 2);
    // Also in a column that nobody has mapped.
    const auto loose = look(project, {written(folder, "名单.csv", "甲,乙\n某,110101199003070134\n")});
    REQUIRE(loose.rows.size() == 1);
    CHECK(loose.rows[0][1].find("19900307") == std::string::npos);
}

TEST_CASE("targets: what the guess chose can be changed, and the mapping stays sound") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto& shape = project.store->shape();
    const auto preview = look(project, {sample_folder() / "承包地.shp"});
    auto mapping = preview.mapping.mapping;
    const auto targets = tasks::import_targets(shape, mapping);
    CHECK(target(targets, "code").needed);
    CHECK_FALSE(target(targets, "name").needed);
    CHECK(tasks::missing_targets(shape, mapping).empty());

    const auto code_column = std::ranges::find_if(
        preview.columns, [&](const auto& name) { return tasks::target_of(mapping, name) == "code"; });
    REQUIRE(code_column != preview.columns.end());
    tasks::set_target(mapping, *code_column, nullptr);
    CHECK(tasks::target_of(mapping, *code_column).empty());
    REQUIRE(tasks::missing_targets(shape, mapping).size() == 1);
    CHECK(tasks::missing_targets(shape, mapping)[0].en == "Code");
    tasks::set_target(mapping, *code_column, &target(targets, "code"));
    CHECK(tasks::missing_targets(shape, mapping).empty());
    // A target takes one column: the later one.
    const auto other =
        std::ranges::find_if(preview.columns, [&](const auto& n) { return n != *code_column; });
    tasks::set_target(mapping, *other, &target(targets, "code"));
    CHECK(tasks::target_of(mapping, *code_column).empty());
    CHECK(tasks::target_of(mapping, *other) == "code");

    // An area in 亩 stays in 亩: the row of another table is made and goes with its last field.
    mapping = preview.mapping.mapping;
    const auto area =
        target(tasks::import_targets(shape, mapping), "area_record.value_hundredths registered mu");
    const auto area_column = std::ranges::find_if(
        preview.columns, [&](const auto& name) { return tasks::target_of(mapping, name) == area.key; });
    REQUIRE(area_column != preview.columns.end());
    const auto rows = mapping.rows.size();
    tasks::set_target(mapping, *area_column, nullptr);
    CHECK(mapping.rows.size() == rows - 1);
    tasks::set_target(mapping, *area_column, &area);
    CHECK(exchange::to_json(mapping) == exchange::to_json(preview.mapping.mapping));
}

TEST_CASE("every aim's mapping made in the window can be bound, imported and kept") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto aims = tasks::import_aims(project.store->shape());
    CHECK(aims.size() > 20);
    const auto source = written(folder, "表.csv", "编码,名称\nX1,甲\n");
    for (const auto& aim : aims) {
        INFO(aim.name);
        tasks::PreviewWish wish{source};
        wish.aim = aim.name;
        const auto preview = look(project, wish);
        CHECK(preview.mapping.mapping.table == aim.table);
        CHECK(tasks::aim_of(preview.mapping.mapping) == aim.name);
        auto mapping = preview.mapping.mapping;
        // Each target alone makes a mapping that the import understands, or one that names what it lacks.
        for (const auto& one : tasks::import_targets(project.store->shape(), mapping)) {
            INFO(one.key);
            auto changed = mapping;
            tasks::set_target(changed, "编码", &one);
            CHECK(tasks::target_of(changed, "编码") == one.key);
            if (!tasks::missing_targets(project.store->shape(), changed).empty()) continue;
            land::Progress silent;
            tasks::ImportParams params;
            params.source = source;
            params.mapping = changed;
            params.dry_run = true;
            CHECK_NOTHROW(tasks::import_source(project, params, silent));
        }
    }
}

TEST_CASE("side files go with their source") {
    const auto names = [](std::vector<std::filesystem::path> files) {
        std::vector<std::string> out;
        for (const auto& file : tasks::sources_among(files)) out.push_back(file.string());
        return out;
    };
    CHECK(names({"/a/x.shx", "/a/x.dbf", "/a/x.shp", "/a/x.prj", "/a/x.shp.xml", "/a/x.cpg"}) ==
          std::vector<std::string>{"/a/x.shp"});
    CHECK(names({"/a/b.xlsx", "/a/a.csv", "/a/a.csv.liangdi-map.json"}) ==
          std::vector<std::string>{"/a/a.csv", "/a/b.xlsx"});
    CHECK(names({"/a/alone.dbf"}) == std::vector<std::string>{"/a/alone.dbf"});
    CHECK(names({"/a/点.dat", "/a/点.tab", "/a/别.dat"}) ==
          std::vector<std::string>{"/a/别.dat", "/a/点.tab"});
}
