#include "land/chosen_features.hpp"
#include "tasks/sheet_parts.hpp"

namespace liangdi::tasks {

namespace {

using Source = std::shared_ptr<const land::FeatureSource>;
using Choice = std::function<Source(Source)>;

}  // namespace

render::SheetContent::Map town_map(SheetBook& book, const TownFocus& focus) {
    std::vector<std::int64_t> entrances;
    for (const auto building : focus.buildings)
        for (const auto id : book.town().children("entrance", "building", building)) entrances.push_back(id);
    render::SheetContent::Map map;
    const auto add = [&](const std::string& layer, const std::string& style, const Choice& choice = {}) {
        render::MapLayer made = book.layer(layer, style);
        if (choice) made.source = choice(made.source);
        map.layers.push_back(std::move(made));
    };
    const auto only = [](std::vector<std::int64_t> ids) {
        return [ids = std::move(ids)](Source source) { return land::only_features(std::move(source), ids); };
    };
    const auto without = [](std::vector<std::int64_t> ids) {
        return
            [ids = std::move(ids)](Source source) { return land::features_without(std::move(source), ids); };
    };
    add("barrier", "print");
    if (focus.tint) add("grid_tint", "own", only(focus.grids));
    add("street", "print");
    add("building", "dimmed", without(focus.buildings));
    add("building", "own", [&](Source source) {
        return with_residents(book, land::only_features(std::move(source), focus.buildings), focus.buildings);
    });
    add("grid", "print", without(focus.grids));
    add("community", "print");
    add("grid", "own", only(focus.grids));
    if (!book.for_public()) add("entrance", "own", only(std::move(entrances)));
    add("facility", "print");
    map.focus = box_of_features(book.layer("building"), focus.buildings);
    if (focus.tint || map.focus.empty()) map.focus.add(box_of_features(book.layer("grid"), focus.grids));
    settle(book, map);
    return map;
}

}  // namespace liangdi::tasks
