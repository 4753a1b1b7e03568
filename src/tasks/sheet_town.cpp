#include "tasks/sheet_town.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "land/area.hpp"
#include "store/figures.hpp"
#include "store/place_views.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

using land::format_hundredths;

land::TextTable town_facts(SheetBook& book, const land::Figures& f) {
    return Facts(book, "安置区", "Resettlement area")
        .add("社区", "Communities", f.communities, "个")
        .add("楼栋", "Buildings", f.buildings, "栋")
        .add("住房", "Flats", f.flats, "套")
        .add("住户", "Households", f.households, "户")
        .add("居民", "Residents", f.persons, "人")
        .add("卫生室", "Clinics", f.clinics, "个")
        .table();
}

land::TextTable service_facts(SheetBook& book, const land::Figures& f) {
    return Facts(book, "网格治理", "Grids and officers")
        .add("网格", "Grids", f.grids, "个")
        .add("网格员", "Grid workers", f.grid_workers, "人")
        .add("楼长", "Building heads", f.building_heads, "人")
        .add("党小组", "Party groups", f.party_groups, "个")
        .add("党员", "Party members", f.party_members, "人")
        .add("两代表一委员", "Delegates", f.delegates, "人")
        .table();
}

/// Of the groups only the staff's edition speaks.
land::TextTable group_facts(SheetBook& book, const land::Figures& f) {
    return Facts(book, "重点人群", "Groups in care")
        .add("留守儿童", "Left-behind children", f.left_behind_children, "人")
        .add("空巢老人", "Empty-nest elderly", f.empty_nest_elderly, "人")
        .add("残疾人", "Disabled", f.disabled, "人")
        .add("照顾性一楼", "Ground-floor flats allocated", f.ground_floor_flats_allocated, "套")
        .add("城镇低保", "Urban allowance, households", f.urban_allowance_households, "户")
        .add("低保人口", "Urban allowance, persons", f.urban_allowance_persons, "人")
        .table();
}

land::TextTable land_facts(SheetBook& book, const land::Figures& f) {
    return Facts(book, "三块地盘活（登记面积）", "Land revitalised (registered)")
        .add("宅基地", "Homesteads",
             format_hundredths(f.homestead_revitalised_m2_hundredths) + book.words(" 平方米", " m²"))
        .add("林地", "Woodland",
             format_hundredths(f.woodland_revitalised_mu_hundredths) + book.words(" 亩", " mu"))
        .add("承包地", "Farmland",
             format_hundredths(f.farmland_revitalised_mu_hundredths) + book.words(" 亩", " mu"))
        .add("入社户", "Cooperative households", f.cooperative_households, "户")
        .table();
}

land::TextTable work_facts(SheetBook& book, const land::Figures& f) {
    return Facts(book, "就业与就学", "Work and school")
        .add("劳动力家庭", "Households with labour", f.labour_households, "户")
        .add("劳动力", "Labourers", f.labourers, "人")
        .add("已就业", "Employed", f.employed, "人")
        .add("零就业家庭", "Households without work", f.zero_employment_households, "户")
        .add("公益性岗位", "Special posts", f.special_posts, "个")
        .add("培训", "Training courses", f.training_courses, "期")
        .add("培训人数", "Persons trained", f.persons_trained, "人")
        .add("经商居民", "Residents in business", f.residents_in_business, "人")
        .add("幼儿园", "Kindergarten pupils", f.pupils_kindergarten, "人")
        .add("小学", "Primary pupils", f.pupils_primary, "人")
        .add("初中", "Middle-school pupils", f.pupils_middle, "人")
        .table();
}

render::PageChart households_chart(SheetBook& book) {
    render::PageChart chart;
    chart.heading = QString::fromStdString(book.words("各社区户数", "Households by community"));
    for (const auto& row : store::named_places(book.town().db(), "community")) {
        const auto community = store::community_view(book.town().db(), row.id, book.date());
        std::int64_t households = 0;
        for (const auto& grid : community->grids) households += residents_of(book, grid.buildings).households;
        chart.bars.push_back({QString::fromStdString(row.name),
                              {static_cast<double>(households)},
                              QString::number(households)});
    }
    return chart;
}

render::SheetContent::Map new_town(SheetBook& book) {
    render::SheetContent::Map map;
    for (const char* layer : {"barrier", "grid_tint", "street", "building", "grid", "community", "facility"})
        map.layers.push_back(book.layer(layer));
    map.focus = book.layer("community").source->extent();
    settle(book, map);
    return map;
}

render::SheetContent::Map villages(SheetBook& book) {
    render::SheetContent::Map map;
    map.layers.push_back(book.layer("village", "index"));
    render::MapLayer town = book.layer("grid_tint", "town");
    map.layers.push_back(town);
    map.focus = map.layers.front().source->extent();
    map.focus.add(town.source->extent());
    if (!map.focus.empty()) map.north_note = book.north_note(map.focus.centre());
    return map;
}

}  // namespace

std::vector<SheetSubject> town_subjects(SheetBook& book, const SheetFilter& /*filter*/) {
    return {{0, "", book.town().setting("name")}};
}

render::SheetContent town_sheet(SheetBook& book, const SheetSubject& town, std::int64_t number,
                                std::int64_t count) {
    const land::Figures figures = store::figures_on(book.town().db(), book.date());
    render::SheetContent page =
        book.page(book.words(town.name + "总览图", "Overview of " + town.name), number, count);
    page.tables["town"] = town_facts(book, figures);
    page.tables["service"] = service_facts(book, figures);
    if (!book.for_public()) page.tables["groups"] = group_facts(book, figures);
    page.tables["land"] = land_facts(book, figures);
    page.tables["work"] = work_facts(book, figures);
    page.charts["households"] = households_chart(book);
    page.maps["main"] = new_town(book);
    page.maps["villages"] = villages(book);
    return page;
}

}  // namespace liangdi::tasks
