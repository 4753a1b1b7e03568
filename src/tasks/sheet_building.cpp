#include "tasks/sheet_building.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "land/words.hpp"
#include "store/place_views.hpp"
#include "tasks/building_board.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

struct CountWords {
    const char *name, *zh, *en, *measure;
};
constexpr CountWords count_words[] = {
    {"flats", "住房", "Flats", "套"},           {"free_flats", "空置", "Vacant", "套"},
    {"households", "住户", "Households", "户"}, {"persons", "居民", "Residents", "人"},
    {"children", "儿童", "Children", "人"},     {"elderly", "老人", "Elderly", "人"},
    {"labourers", "劳动力", "Labourers", "人"}, {"employed", "就业", "Employed", "人"},
    {"pupils", "学生", "Pupils", "人"}};

/// A count that is hidden in a public edition says so.
land::TextTable summary(SheetBook& book, const BuildingBoard& board) {
    Facts facts(book, "本楼", "This building");
    facts.add("社区", "Community", board.community)
        .add("网格", "Grid", board.grid)
        .add("地址", "Address", board.address)
        .add("楼层", "Floors", board.floors, "层");
    for (const auto& count : board.counts) {
        const auto* words = std::ranges::find(count_words, count.name, &CountWords::name);
        if (words == std::end(count_words)) continue;
        if (count.n) {
            facts.add(words->zh, words->en, *count.n, words->measure);
        } else {
            facts.add(words->zh, words->en, std::string("<5"));
        }
    }
    return facts.table();
}

land::TextTable chain(SheetBook& book, const BuildingBoard& board) {
    land::TextTable table;
    table.heading = book.words("责任人", "Who answers for it");
    table.columns = {{"", false, 0}, {"", true, 0}};
    for (const auto& [role, name] : board.officers)
        table.rows.push_back({land::value_words("", role, book.params().language), name});
    return table;
}

land::TextTable flats(SheetBook& book, const BuildingBoard& board) {
    land::TextTable table;
    table.heading = book.words("住户表", "Households");
    table.columns = {{book.words("单元", "Entrance"), false, 0},
                     {book.words("房号", "Flat"), false, 0},
                     {book.words("住户", "Household"), false, 0},
                     {book.words("人口", "Persons"), true, 0},
                     {book.words("备注", "Note"), false, 5}};
    std::int64_t households = 0, persons = 0;
    for (const auto& flat : board.flats) {
        if (flat.household == 0) continue;
        households += flat.counted ? 1 : 0;
        persons += flat.counted ? flat.persons : 0;
        table.rows.push_back({flat.entrance, flat.number, flat.household_name,
                              flat.counted ? std::to_string(flat.persons) : "",
                              flat.counted                ? std::string()
                              : flat.kind == "additional" ? book.words("增配房", "Additional")
                                                          : book.words("户数不计在此", "Not counted here")});
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
    const BuildingBoard board = building_board(
        book.project(), subject.id, book.for_public() ? BoardEdition::public_board : BoardEdition::staff);
    const auto row = book.town().row("building", subject.id, {"grid"});
    const auto* grid = row ? std::get_if<std::int64_t>(&row->front()) : nullptr;
    const std::vector<std::int64_t> grids = grid ? std::vector{*grid} : std::vector<std::int64_t>{};
    const std::string town = book.town().setting("name");
    render::SheetContent page =
        book.page(book.words(fmt::format("{}{} {}", town, board.community, board.name),
                             fmt::format("{}, {}, {}", board.name, board.community, town)),
                  number, count);
    page.words["code"] = subject.code;
    page.words["building"] = board.name;
    page.words["grid"] = board.grid;
    page.words["community"] = board.community;
    page.tables["summary"] = summary(book, board);
    page.tables["chain"] = chain(book, board);
    if (!book.for_public()) page.tables["flats"] = flats(book, board);
    page.maps["main"] = town_map(book, {grids, {subject.id}, false});
    page.maps["index"] = grid_index_map(book, grids);
    return page;
}

}  // namespace liangdi::tasks
