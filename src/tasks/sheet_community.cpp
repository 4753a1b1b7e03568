#include "tasks/sheet_community.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/chosen_features.hpp"
#include "store/place_views.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

std::int64_t residential(const land::GridView& grid) {
    return std::ranges::count(grid.buildings, "residential", &land::BuildingLine::kind);
}

land::TextTable grids(SheetBook& book, const land::CommunityView& community) {
    land::TextTable table;
    table.heading = book.words("网格表", "Grids");
    table.columns = {{book.words("网格", "Grid"), false, 0},
                     {book.words("楼", "Buildings"), true, 0},
                     {book.words("户", "Households"), true, 0},
                     {book.words("人", "Persons"), true, 0},
                     {book.words("网格员", "Grid worker"), true, 0}};
    std::int64_t buildings = 0;
    land::Residents all;
    for (const auto& grid : community.grids) {
        const land::Residents own = residents_of(book, grid.buildings);
        buildings += residential(grid);
        all += own;
        table.rows.push_back({grid.name, std::to_string(residential(grid)), std::to_string(own.households),
                              std::to_string(own.persons),
                              fmt::format("{}", fmt::join(grid.workers, book.words("、", ", ")))});
    }
    table.total = {book.words("合计", "Total"), std::to_string(buildings), std::to_string(all.households),
                   std::to_string(all.persons), ""};
    return table;
}

render::PageChart chart(SheetBook& book, const land::CommunityView& community) {
    render::PageChart chart;
    chart.heading = QString::fromStdString(book.words("各网格户数", "Households by grid"));
    for (const auto& grid : community.grids) {
        const auto households = residents_of(book, grid.buildings).households;
        chart.bars.push_back({QString::fromStdString(grid.name),
                              {static_cast<double>(households)},
                              QString::number(households)});
    }
    return chart;
}

/// All its grids in their tints, with the numbers of the map.
render::SheetContent::Map map_of(SheetBook& book, const land::CommunityView& community) {
    std::vector<std::int64_t> grids, buildings;
    for (const auto& grid : community.grids) {
        grids.push_back(grid.id);
        for (const auto id : ids_of(grid.buildings)) buildings.push_back(id);
    }
    render::SheetContent::Map map;
    const auto add = [&](const std::string& layer, const std::string& style) -> render::MapLayer& {
        map.layers.push_back(book.layer(layer, style));
        return map.layers.back();
    };
    add("barrier", "print");
    auto& tint = add("grid_tint", "print");
    tint.source = land::only_features(tint.source, grids);
    add("street", "print");
    auto& others = add("building", "dimmed");
    others.source = land::features_without(others.source, buildings);
    auto& own = add("building", "print");
    own.source = land::only_features(own.source, buildings);
    add("grid", "print");
    add("community", "print");
    add("facility", "print");
    map.focus = box_of_features(book.layer("community"), {community.id});
    map.focus.add(box_of_features(book.layer("grid"), grids));
    settle(book, map);
    return map;
}

}  // namespace

std::vector<SheetSubject> community_subjects(SheetBook& book, const SheetFilter& filter) {
    return store::named_places(book.town().db(), "community", community_of(book, filter));
}

render::SheetContent community_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                     std::int64_t count) {
    const auto community = store::community_view(book.town().db(), subject.id, book.date());
    if (!community) throw Error("not_found", "this community is no longer in the town file", subject.name);
    const std::string town = book.town().setting("name");
    render::SheetContent page = book.page(book.words(fmt::format("{}{}网格分布图", town, community->name),
                                                     fmt::format("Grids of {}, {}", community->name, town)),
                                          number, count);
    page.words["code"] = community->code;
    page.words["community"] = community->name;
    page.tables["grids"] = grids(book, *community);
    page.tables["officers"] =
        Facts(book, "社区", "Community")
            .add("联系领导", "Contact leader", community->leaders)
            .add("社区干部", "Cadres", community->cadres)
            .add("面积", "Area", area_text(book, planar_area_m2(book.layer("community"), community->id)))
            .table();
    page.charts["households"] = chart(book, *community);
    page.maps["main"] = map_of(book, *community);
    std::vector<std::int64_t> own;
    for (const auto& grid : community->grids) own.push_back(grid.id);
    page.maps["index"] = grid_index_map(book, std::move(own));
    return page;
}

}  // namespace liangdi::tasks
