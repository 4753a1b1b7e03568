// Which rows of a layer have changed since: what is kept outside the file follows it by that.
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

/// id -> geometry and code, as the source gives them.
std::map<std::int64_t, std::string> rows_of(const land::FeatureSource& source,
                                            const land::FeatureQuery& asked = {}) {
    std::map<std::int64_t, std::string> rows;
    land::FeatureQuery query = asked;
    query.attributes = {"code"};
    source.each(query, [&](const land::FeatureView& feature) {
        const auto* bytes = reinterpret_cast<const char*>(feature.blob.data());
        rows[feature.id] = std::string(bytes, feature.blob.size()) + land::to_display(feature.attributes[0]);
        return true;
    });
    return rows;
}

geo::Box some_box(std::mt19937& random) {
    const double x = 576000 + static_cast<double>(random() % 1000),
                 y = 2950000 + static_cast<double>(random() % 1000);
    return {x, y, x + 20, y + 20};
}

}  // namespace

TEST_CASE("every row that edits, undo and redo have changed is named, for any state before", "[source]") {
    const TownFolder folder;
    store::Store store(folder.town());
    const auto source = store.features(*land::find_layer("farmland"));
    std::mt19937 random(11);
    struct Past {
        land::SourceState state;
        std::map<std::int64_t, std::string> rows;
    };
    std::vector<Past> past{{*source->state(), rows_of(*source)}};
    for (int i = 0; i < 40; ++i) {
        const auto now = rows_of(*source);
        const auto some = [&] {
            return std::next(now.begin(), static_cast<long>(random() % now.size()))->first;
        };
        const auto kind = random() % 6;
        if (kind < 2 || now.empty()) {
            store.apply(edit_by("a", "add",
                                {new_parcel(fmt::format("p{}", i), some_box(random)),
                                 new_parcel(fmt::format("q{}", i), some_box(random))}));
        } else if (kind == 2) {
            const auto id = some();
            const auto old = store.snapshot()->row("parcel", id, {"geometry"})->front();
            store.apply(
                edit_by("a", "move",
                        {land::Update{"parcel", id, {{"geometry", old, rectangle_blob(some_box(random))}}}}));
        } else if (kind == 3) {  // leaves the layer
            store.apply(edit_by(
                "a", "other kind",
                {land::Update{
                    "parcel", some(), {{"kind", std::string("farmland"), std::string("woodland")}}}}));
        } else if (kind == 4) {
            undo(store, last_of("a"));
        } else if (code_of([&] { redo(store, last_of("a")); }) != "no error") {
            continue;
        }
        past.push_back({*source->state(), rows_of(*source)});
    }
    REQUIRE(past.size() > 20);
    const auto& now = past.back().rows;
    for (const auto& then : past) {
        const auto changed = source->changed_since(then.state);
        REQUIRE(changed);
        CHECK(std::is_sorted(changed->begin(), changed->end()));
        // What was known then, without the changed rows, and these read again: that is what is there now.
        auto rows = then.rows;
        for (const auto id : *changed) rows.erase(id);
        land::FeatureQuery query;
        query.ids = *changed;
        if (!changed->empty()) rows.merge(rows_of(*source, query));
        CHECK(rows == now);
    }
    CHECK(source->changed_since(*source->state())->empty());
}

TEST_CASE("a state of another layer, another file or another past says nothing of the rows", "[source]") {
    const TownFolder folder;
    store::Store store(folder.town());
    store.apply(edit_by("a", "add", {new_parcel("p", {576000, 2950000, 576020, 2950020})}));
    const auto farmland = store.features(*land::find_layer("farmland")),
               woodland = store.features(*land::find_layer("woodland"));
    CHECK_FALSE(woodland->changed_since(*farmland->state()));
    auto other_past = *farmland->state();
    other_past.sha256 = "0";
    CHECK_FALSE(farmland->changed_since(other_past));
    auto from_the_future = *farmland->state();
    from_the_future.seq += 5;
    CHECK_FALSE(farmland->changed_since(from_the_future));

    std::filesystem::copy_file(folder / "town.sqlite", folder / "copy.sqlite");
    const store::Store copy(folder / "copy.sqlite");
    CHECK_FALSE(copy.features(*land::find_layer("farmland"))->changed_since(*farmland->state()));
}

TEST_CASE("rows that are asked for by their ids are measured against the box too", "[source]") {
    const TownFolder folder;
    store::Store store(folder.town());
    for (int i = 0; i < 20; ++i) {
        const double x = 576000 + i * 100;
        store.apply(edit_by("a", "add", {new_parcel(fmt::format("p{}", i), {x, 2950000, x + 20, 2950020})}));
    }
    const auto source = store.features(*land::find_layer("farmland"));
    land::FeatureQuery in_box, by_id;
    in_box.box = by_id.box = geo::Box{576450, 2950000, 577150, 2950010};
    for (const auto& [id, row] : rows_of(*source)) by_id.ids.push_back(id);
    CHECK(rows_of(*source, in_box).size() == 7);
    CHECK(rows_of(*source, by_id) == rows_of(*source, in_box));
}
