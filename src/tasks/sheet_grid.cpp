#include "tasks/sheet_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "geo/error.hpp"
#include "store/place_views.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

land::TextTable summary(SheetBook& book, const land::GridView& grid, const land::Residents& all) {
    return Facts(book, "本网格", "This grid")
        .add("社区", "Community", grid.community_name)
        .add("楼栋", "Buildings",
             std::ranges::count(grid.buildings, "residential", &land::BuildingLine::kind), "栋")
        .add("住房", "Flats", all.flats, "套")
        .add("住户", "Households", all.households, "户")
        .add("居民", "Residents", all.persons, "人")
        .add("网格员", "Grid worker", grid.workers)
        .add("面积", "Area", area_text(book, planar_area_m2(book.layer("grid"), grid.id)))
        .table();
}

land::TextTable buildings(SheetBook& book, const land::GridView& grid, const land::Residents& all) {
    land::TextTable table;
    table.heading = book.words("楼栋表", "Buildings");
    table.columns = {{book.words("楼号", "Building"), false, 0},
                     {book.words("层", "Floors"), true, 0},
                     {book.words("户", "Households"), true, 0},
                     {book.words("人", "Persons"), true, 0},
                     {book.words("楼长", "Head"), true, 0}};
    std::vector<land::BuildingLine> homes;
    std::ranges::copy_if(grid.buildings, std::back_inserter(homes),
                         [](const auto& building) { return building.kind == "residential"; });
    std::vector<std::int64_t> households, persons;
    for (const auto& building : homes) {
        households.push_back(book.residents(building.id).households);
        persons.push_back(book.residents(building.id).persons);
    }
    const auto shown_households = shown_counts(book, households), shown_persons = shown_counts(book, persons);
    for (std::size_t i = 0; i < homes.size(); ++i)
        table.rows.push_back({homes[i].name, homes[i].floors > 0 ? std::to_string(homes[i].floors) : "",
                              shown_households[i], shown_persons[i], homes[i].head});
    table.total = {book.words("合计", "Total"), "", std::to_string(all.households),
                   std::to_string(all.persons), ""};
    return table;
}

}  // namespace

std::vector<SheetSubject> grid_subjects(SheetBook& book, const SheetFilter& filter) {
    return store::named_places(book.town().db(), "grid", community_of(book, filter));
}

render::SheetContent grid_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                std::int64_t count) {
    const auto grid = store::grid_view(book.town().db(), subject.id, book.date());
    if (!grid) throw Error("not_found", "this grid is no longer in the town file", subject.name);
    const land::Residents all = residents_of(book, grid->buildings);
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
    page.maps["main"] = town_map(book, {{grid->id}, ids_of(grid->buildings)});
    page.maps["index"] = grid_index_map(book, {grid->id});
    return page;
}

}  // namespace liangdi::tasks
