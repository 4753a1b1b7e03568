#include "tasks/sheet_building.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "store/place_views.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

land::TextTable summary(SheetBook& book, const land::BuildingView& building) {
    const auto& residents = book.residents(building.id);
    return Facts(book, "本楼", "This building")
        .add("社区", "Community", building.community_name)
        .add("网格", "Grid", building.grid_name)
        .add("地址", "Address", building.address)
        .add("楼层", "Floors", building.floors, "层")
        .add("单元", "Entrances", static_cast<std::int64_t>(building.entrances.size()), "个")
        .add("住房", "Flats", residents.flats, "套")
        .add("住户", "Households", residents.households, "户")
        .add("居民", "Residents", residents.persons, "人")
        .table();
}

land::TextTable chain(SheetBook& book, const land::BuildingView& building) {
    return Facts(book, "责任人", "Who answers for it")
        .add("社区干部", "Cadres", building.cadres)
        .add("网格员", "Grid worker", building.grid_workers)
        .add("楼长", "Building head", building.heads)
        .table();
}

land::TextTable flats(SheetBook& book, const land::BuildingView& building) {
    land::TextTable table;
    table.heading = book.words("住户表", "Households");
    table.columns = {{book.words("单元", "Entrance"), false, 0},
                     {book.words("房号", "Flat"), false, 0},
                     {book.words("住户", "Household"), false, 0},
                     {book.words("人口", "Persons"), true, 0},
                     {book.words("备注", "Note"), false, 6}};
    std::int64_t households = 0, persons = 0;
    for (const auto& flat : building.flats) {
        if (flat.household == 0) continue;
        const auto entrance = std::ranges::find(building.entrances, flat.entrance, &land::NamedRow::id);
        ++households;
        persons += flat.persons;
        table.rows.push_back({entrance == building.entrances.end() ? "" : entrance->name, flat.number,
                              flat.household_name, std::to_string(flat.persons),
                              flat.ground_floor_allocation ? book.words("照顾性一楼", "Ground floor") : ""});
    }
    table.total = {book.words("合计", "Total"), "",
                   book.words(fmt::format("{} 户", households), std::to_string(households)),
                   std::to_string(persons), ""};
    return table;
}

}  // namespace

std::vector<SheetSubject> building_subjects(SheetBook& book, const SheetFilter& filter) {
    auto all = store::named_places(book.town().db(), "building", community_of(book, filter));
    // A board hangs where people live.
    std::erase_if(all, [&](const SheetSubject& row) { return book.residents(row.id).flats == 0; });
    return all;
}

render::SheetContent building_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                    std::int64_t count) {
    const auto building = store::building_view(book.town().db(), subject.id, book.date());
    if (!building) throw Error("not_found", "this building is no longer in the town file", subject.name);
    const std::string town = book.town().setting("name");
    render::SheetContent page =
        book.page(book.words(fmt::format("{}{} {}", town, building->community_name, building->name),
                             fmt::format("{}, {}, {}", building->name, building->community_name, town)),
                  number, count);
    page.words["code"] = building->code;
    page.words["building"] = building->name;
    page.words["grid"] = building->grid_name;
    page.words["community"] = building->community_name;
    page.tables["summary"] = summary(book, *building);
    page.tables["chain"] = chain(book, *building);
    if (!book.for_public()) page.tables["flats"] = flats(book, *building);
    page.maps["main"] = town_map(book, {{building->grid}, {building->id}, false});
    page.maps["index"] = grid_index_map(book, {building->grid});
    return page;
}

}  // namespace liangdi::tasks
