#include "tasks/sheet_household.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "geo/error.hpp"
#include "land/chosen_features.hpp"
#include "store/place_views.hpp"
#include "tasks/map_picture.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

/// The flat's building among its neighbours; a household may have two flats far apart: the first is its home.
std::optional<render::SheetContent::Map> town_place(SheetBook& book, const land::HouseholdView& household) {
    if (household.homes.empty()) return {};
    auto map = town_map(book, {{}, {household.homes.front().building}, false});
    if (map.focus.empty()) return {};
    return map;
}

/// The group in which most of its parcels lie, those parcels on top.
std::optional<render::SheetContent::Map> village_place(SheetBook& book,
                                                       const land::HouseholdView& household) {
    std::map<std::string, std::vector<const land::HouseholdView::Land*>> by_village;
    for (const auto& land : household.lands) by_village[land.village].push_back(&land);
    if (by_village.empty()) return {};
    const auto most = std::ranges::max_element(by_village, {}, [](const auto& v) { return v.second.size(); });
    render::SheetContent::Map map;
    for (const char* name : {"woodland", "farmland", "street", "homestead", "village"}) {
        render::MapLayer layer = book.layer(name);
        for (const auto* land : most->second)
            if (land->kind == name) layer.highlighted.push_back(land->parcel);
        map.focus.add(box_of_features(layer, layer.highlighted));
        map.layers.push_back(std::move(layer));
    }
    if (map.focus.empty()) return {};
    return map;
}

std::string lines_of(const land::HouseholdSheet::Place& place) {
    return fmt::format("{}", fmt::join(place.lines, "\n"));
}

}  // namespace

std::vector<SheetSubject> household_subjects(SheetBook& book, const SheetFilter& filter) {
    if (book.for_public())
        throw Error("not_public", "a household card names a family; there is no public edition of it");
    return store::named_households(book.town().db(), book.date(), community_of(book, filter));
}

render::SheetContent household_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                     std::int64_t count) {
    CardParams params;
    params.household = subject.code.empty() ? subject.name : subject.code;
    params.language = book.params().language;
    return household_page(book, params, number, count);
}

render::SheetContent household_page(SheetBook& book, const CardParams& params, std::int64_t number,
                                    std::int64_t count) {
    if (book.for_public())
        throw Error("not_public", "a household card names a family; there is no public edition of it");
    const HouseholdCardAnswer card = household_card(book.project(), params);
    render::SheetContent page =
        book.page(book.words("住户卡 · ", "Household card: ") + card.sheet.title, number, count);
    page.words["name"] = card.sheet.title;
    page.words["line"] = card.sheet.line;
    page.words["town_place"] = lines_of(card.sheet.town);
    page.words["village_place"] = lines_of(card.sheet.village);
    page.words["town_head"] = card.sheet.town.head;
    page.words["village_head"] = card.sheet.village.head;
    for (const auto& section : card.sheet.sections) {
        if (section.table.rows.empty()) continue;  // what is not there needs no paper
        page.tables[section.name] = section.table;
    }
    if (auto map = town_place(book, card.household)) page.maps["main"] = std::move(*map);
    if (auto map = village_place(book, card.household)) page.maps["village"] = std::move(*map);
    return page;
}

}  // namespace liangdi::tasks
