#include "tasks/atlas.hpp"

#include <algorithm>

#include "../catch.hpp"
#include "geo/error.hpp"
#include "pdf_words.hpp"
#include "render/page_map.hpp"
#include "sample_project.hpp"
#include "tasks/info.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

std::int64_t whole_number(const std::string& cell) {
    return std::stoll(cell);
}

}  // namespace

TEST_CASE("35 grids are 35 pages, and their figures add up to those of info") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    tasks::SheetBook book(project, {});
    const auto& kind = tasks::find_sheet_kind("grid");
    const auto grids = tasks::chosen_subjects(book, kind, {});
    const auto sheet = tasks::find_template("grid_map");
    const auto figures = tasks::info(project).figures;
    REQUIRE(static_cast<std::int64_t>(grids.size()) == figures.grids);
    std::int64_t buildings = 0, households = 0, persons = 0;
    for (std::size_t i = 0; i < grids.size(); ++i) {
        const auto content = kind.content(book, grids[i], static_cast<std::int64_t>(i) + 1, 35);
        const auto& table = content.tables.at("buildings");
        std::int64_t own_households = 0, own_persons = 0;
        for (const auto& row : table.rows) {
            own_households += whole_number(row[2]);
            own_persons += whole_number(row[3]);
        }
        CHECK(table.total[2] == std::to_string(own_households));
        CHECK(table.total[3] == std::to_string(own_persons));
        buildings += static_cast<std::int64_t>(table.rows.size());
        households += own_households;
        persons += own_persons;
        const auto pages = render::lay_out(sheet, content);
        CHECK(pages.size() == 1);
        // The whole grid lies inside the neat line.
        for (const auto& item : pages.front().items) {
            const auto* map = std::get_if<render::PageMap>(&item.what);
            if (map && map->name == "main")
                CHECK(render::map_ground(item.mm, *map).contains(content.maps.at("main").focus));
        }
    }
    CHECK(buildings == figures.buildings);
    CHECK(households == figures.households);
    CHECK(persons == figures.persons);
}

TEST_CASE("every page's title, names and figures can be searched in the PDF") {
    if (!can_read_pdf()) return;
    const TownFolder folder;
    auto project = open(town_copy(folder));
    tasks::AtlasParams params;
    params.out = folder / "网格图集.pdf";
    params.sheets.edition = GENERATE("staff", "public");
    params.sheets.language = GENERATE(land::Language::zh, land::Language::en);
    land::Progress silent;
    const auto report = tasks::write_atlas(project, params, silent);
    CHECK(report.pages == 35);
    CHECK(report.warnings.empty());
    const std::string words = words_of(params.out);
    const auto holds = [&](const std::string& text) {
        return words.find(without_blanks(text)) != std::string::npos;
    };
    tasks::SheetBook book(project, params.sheets);
    const auto& kind = tasks::find_sheet_kind("grid");
    for (const auto& grid : tasks::chosen_subjects(book, kind, {})) {
        const auto content = kind.content(book, grid, 1, 35);
        CAPTURE(grid.name, land::language_name(params.sheets.language));
        CHECK(holds(content.title.toStdString()));
        for (const auto& [name, table] : content.tables) {
            CHECK(holds(table.heading));
            for (const auto& row : table.rows)
                for (const auto& cell : row) CHECK(holds(cell));
        }
    }
    CHECK(holds(params.sheets.edition == "public"
                    ? (params.sheets.language == land::Language::zh ? "公开版" : "Public edition")
                    : (params.sheets.language == land::Language::zh ? "内部使用" : "Internal use")));
}

TEST_CASE("an atlas that is cancelled leaves no half file; separate files are resumed") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    auto project = open(town);
    tasks::AtlasParams params;
    params.out = folder / "book.pdf";
    StopAfter third(3);
    CHECK_THROWS_AS(tasks::write_atlas(project, params, third), Cancelled);
    CHECK_FALSE(std::filesystem::exists(params.out));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
        CHECK(entry.path().string().find(".part") == std::string::npos);

    params.out = folder / "网格";
    params.separate = true;
    params.filter.community = "惠泽社区";
    params.format = tasks::AtlasFormat::png;
    params.dpi = 48;
    StopAfter fourth(4);
    CHECK_THROWS_AS(tasks::write_atlas(project, params, fourth), Cancelled);
    land::Progress silent;
    params.resume = true;
    const auto resumed = tasks::write_atlas(project, params, silent);
    CHECK(resumed.kept == 3);
    CHECK(resumed.kept + resumed.pages == resumed.subjects);
    CHECK(static_cast<std::int64_t>(resumed.files.size()) == resumed.subjects);
    for (const auto& file : resumed.files) CHECK(std::filesystem::file_size(file) > 1000);

    // Another atlas in the same folder keeps nothing.
    StopAfter second(2);
    CHECK_THROWS_AS(tasks::write_atlas(project, params, second), Cancelled);
    params.sheets.language = land::Language::en;
    CHECK(tasks::write_atlas(project, params, silent).kept == 0);
}

TEST_CASE("what an atlas cannot be about is refused in words") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    land::Progress silent;
    tasks::AtlasParams params;
    params.out = folder / "x.pdf";
    const auto code_of = [&] {
        try {
            tasks::write_atlas(project, params, silent);
        } catch (const Error& e) {
            return std::string(e.code());
        }
        return std::string();
    };
    params.sheet = "no_such_sheet";
    CHECK(code_of() == "no_template");
    params.sheet = "grid_map";
    params.filter.of = {"网格99"};
    CHECK(code_of() == "not_found");
    params.filter.of.clear();
    params.filter.community = "无名社区";
    CHECK(code_of() == "not_found");
    params.filter.community.clear();
    params.out = folder / "没有这个文件夹" / "x.pdf";
    CHECK(code_of() == "cannot_write");
}
