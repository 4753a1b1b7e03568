#include "tasks/sheet_grid.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/chosen_features.hpp"
#include "store/place_views.hpp"

namespace liangdi::tasks {

namespace {

std::string count_of(SheetBook& book, std::int64_t n, const char* zh) {
    return book.english() ? std::to_string(n) : fmt::format("{} {}", n, zh);
}

/// Planar, in the town's CRS.
std::string area_text(SheetBook& book, const render::MapLayer& grids, std::int64_t grid) {
    double area_m2 = 0;
    land::FeatureQuery query;
    query.ids = {grid};
    grids.source->each(query, [&](const land::FeatureView& feature) {
        const auto shape = geo::from_spatialite_blob(feature.blob);
        if (shape)
            if (const auto* polygons = std::get_if<geo::MultiPolygon>(&*shape))
                area_m2 += geo::planar_area_m2(*polygons);
        return true;
    });
    const std::string mu = land::format_hundredths(land::mu_hundredths_of_m2(area_m2));
    return book.words(mu + " 亩（平面）", mu + " mu (planar)");
}

land::TextTable summary(SheetBook& book, const land::GridView& grid, const land::Residents& all) {
    land::TextTable table;
    table.heading = book.words("本网格", "This grid");
    table.columns = {{"", false, 0}, {"", true, 0}};
    const auto row = [&](const char* zh, const char* en, std::string value) {
        if (!value.empty()) table.rows.push_back({book.words(zh, en), std::move(value)});
    };
    row("社区", "Community", grid.community_name);
    row("楼栋", "Buildings",
        count_of(book, std::ranges::count(grid.buildings, "residential", &land::BuildingLine::kind), "栋"));
    row("住房", "Flats", count_of(book, all.flats, "套"));
    row("住户", "Households", count_of(book, all.households, "户"));
    row("居民", "Residents", count_of(book, all.persons, "人"));
    row("网格员", "Grid worker", fmt::format("{}", fmt::join(grid.workers, book.words("、", ", "))));
    row("面积", "Area", area_text(book, book.layer("grid"), grid.id));
    return table;
}

land::TextTable buildings(SheetBook& book, const land::GridView& grid, const land::Residents& all) {
    land::TextTable table;
    table.heading = book.words("楼栋表", "Buildings");
    table.columns = {{book.words("楼号", "Building"), false, 0},
                     {book.words("层", "Floors"), true, 0},
                     {book.words("户", "Households"), true, 0},
                     {book.words("人", "Persons"), true, 0},
                     {book.words("楼长", "Head"), true, 0}};
    for (const auto& building : grid.buildings) {
        if (building.kind != "residential") continue;
        const auto& residents = book.residents(building.id);
        table.rows.push_back({building.name, building.floors > 0 ? std::to_string(building.floors) : "",
                              std::to_string(residents.households), std::to_string(residents.persons),
                              building.head});
    }
    table.total = {book.words("合计", "Total"), "", std::to_string(all.households),
                   std::to_string(all.persons), ""};
    return table;
}

/// Its own buildings say how many live there, the others stand back.
render::SheetContent::Map main_map(SheetBook& book, const land::GridView& grid) {
    std::vector<std::int64_t> own;
    land::AddedColumns counts{{"households", "persons"}, {}};
    for (const auto& building : grid.buildings) {
        own.push_back(building.id);
        const auto& residents = book.residents(building.id);
        counts.values[building.id] = {residents.households, residents.persons};
    }
    render::SheetContent::Map map;
    std::vector<std::int64_t> entrances;
    for (const auto building : own)
        for (const auto id : book.town().children("entrance", "building", building)) entrances.push_back(id);
    const auto add = [&](const std::string& layer, const std::string& style,
                         const std::function<std::shared_ptr<const land::FeatureSource>(
                             std::shared_ptr<const land::FeatureSource>)>& choose) {
        render::MapLayer made = book.layer(layer, style);
        if (choose) made.source = choose(made.source);
        map.layers.push_back(std::move(made));
    };
    const auto only_grid = [&](auto source) { return land::only_features(source, {grid.id}); };
    add("barrier", "print", {});
    add("grid_tint", "own", only_grid);
    add("street", "print", {});
    add("building", "dimmed", [&](auto source) { return land::features_without(source, own); });
    add("building", "own",
        [&](auto source) { return land::with_columns(land::only_features(source, own), counts); });
    add("grid", "print", [&](auto source) { return land::features_without(source, {grid.id}); });
    add("community", "print", {});
    add("grid", "own", only_grid);
    if (!book.for_public())
        add("entrance", "own", [&](auto source) { return land::only_features(source, entrances); });
    add("facility", "print", {});
    map.focus = box_of_features(book.layer("grid"), {grid.id});
    map.focus.add(box_of_features(book.layer("building"), own));
    map.scale = book.params().scale;
    if (!map.focus.empty()) map.north_note = book.north_note(map.focus.centre());
    return map;
}

/// All grids in their communities, the own one filled.
render::SheetContent::Map index_map(SheetBook& book, std::int64_t grid) {
    render::SheetContent::Map map;
    map.layers.push_back(book.layer("grid_tint", "index"));
    render::MapLayer own = book.layer("grid_tint", "index_own");
    own.source = land::only_features(own.source, {grid});
    map.layers.push_back(std::move(own));
    map.layers.push_back(book.layer("community", "index"));
    map.focus = book.layer("grid").source->extent();
    return map;
}

}  // namespace

std::vector<SheetSubject> grid_subjects(SheetBook& book, const SheetFilter& filter) {
    return store::named_places(book.town().db(), "grid", community_of(book, filter));
}

render::SheetContent grid_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                std::int64_t count) {
    const auto grid = store::grid_view(book.town().db(), subject.id, book.date());
    if (!grid) throw Error("not_found", "this grid is no longer in the town file", subject.name);
    land::Residents all;
    for (const auto& building : grid->buildings) all += book.residents(building.id);
    render::SheetContent page = book.page(
        book.words(
            fmt::format("{}{}网格图 · {}", book.town().setting("name"), grid->community_name, grid->name),
            fmt::format("Grid map {}, {}, {}", grid->name, grid->community_name,
                        book.town().setting("name"))),
        number, count);
    page.words["code"] = grid->code;
    page.words["grid"] = grid->name;
    page.words["community"] = grid->community_name;
    page.tables["summary"] = summary(book, *grid, all);
    page.tables["buildings"] = buildings(book, *grid, all);
    page.maps["main"] = main_map(book, *grid);
    page.maps["index"] = index_map(book, grid->id);
    return page;
}

}  // namespace liangdi::tasks
