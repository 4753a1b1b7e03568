#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {
// Zone-prefixed eastings are where floats are coarsest (EPSG:4523: 35 576 000 m).
geo::Box some_box(std::mt19937& random) {
    std::uniform_real_distribution<double> at(0, 5000), size(0.5, 300);
    const double x = 35576000 + at(random), y = 2950000 + at(random);
    return {x, y, x + size(random), y + size(random)};
}
}  // namespace

TEST_CASE(
    "changesets, trap 10: the R*Trees stay sound under apply, undo and redo (rtreecheck and containment)") {
    const TownFolder folder;
    store::Store store(folder.town());
    std::mt19937 random(7);
    std::vector<std::int64_t> parcels;
    int undone = 0;
    for (int i = 0; i < 60; ++i) {
        land::Edit edit = edit_by("a", "step", {});
        land::NewIds ids;
        for (int n = 0; n < 8; ++n) {
            const auto kind = random() % 4;
            if (kind == 0 || parcels.empty()) {
                edit.changes.push_back(
                    new_parcel(fmt::format("p{}", random()), some_box(random), ids.next()));
            } else if (kind == 1) {  // no geometry yet
                edit.changes.push_back(
                    land::Insert{"parcel", ids.next(), {{"kind", std::string("woodland")}}});
            } else {  // moved, lost or given for the first time
                const auto id = parcels[random() % parcels.size()];
                const bool twice = std::any_of(edit.changes.begin(), edit.changes.end(), [&](const auto& c) {
                    const auto* u = std::get_if<land::Update>(&c);
                    return u && std::get<std::int64_t>(u->id) == id;
                });
                if (twice) continue;
                const auto town = store.snapshot();
                const auto row = town->row("parcel", id, {"geometry"});
                if (!row) continue;
                edit.changes.push_back(
                    land::Update{"parcel",
                                 id,
                                 {{"geometry", row->front(),
                                   kind == 2 ? rectangle_blob(some_box(random)) : land::Value{}}}});
            }
        }
        const auto done = store.apply(edit);
        for (std::int64_t n = 1; n <= ids.count(); ++n) parcels.push_back(done.id_base + n);
        if (random() % 3 == 0) {
            undo(store, last_of("a"));
            ++undone;
            CHECK(fault_of_indexes(store.snapshot()->db()).empty());
            if (random() % 2 == 0) redo(store, last_of("a"));
        }
        CHECK(fault_of_indexes(store.snapshot()->db()).empty());
    }
    CHECK(undone > 5);
    CHECK(store.snapshot()->db().integer("SELECT count(*) FROM parcel WHERE geometry IS NULL") > 0);
    CHECK(store.snapshot()->db().integer("SELECT count(*) FROM parcel WHERE geometry IS NOT NULL") > 0);
}

TEST_CASE("the check of the R*Trees itself finds an entry that is missing, too small or too many") {
    const TownFolder folder;
    const auto file = folder.town();
    {
        store::Store store(file);
        store.apply(edit_by("a", "two",
                            {new_parcel("1", {576000, 2950000, 576100, 2950100}),
                             new_parcel("2", {576200, 2950000, 576300, 2950100})}));
    }
    const auto found_after = [&](const char* sql) {
        const auto copy = folder / "copy.sqlite";
        std::filesystem::remove(copy);
        std::filesystem::copy_file(file, copy);
        auto db = raw(copy);
        db.run(sql);
        return fault_of_indexes(db);
    };
    CHECK(found_after("SELECT 1").empty());
    CHECK_FALSE(
        found_after("DELETE FROM idx_parcel_geometry WHERE pkid=(SELECT min(id) FROM parcel)").empty());
    CHECK_FALSE(
        found_after("UPDATE idx_parcel_geometry SET xmax=576050 WHERE pkid=(SELECT min(id) FROM parcel)")
            .empty());
    CHECK_FALSE(found_after("INSERT INTO idx_parcel_geometry VALUES (4711, 0, 1, 0, 1)").empty());
}

TEST_CASE("a layer asked for a box gives exactly the rows whose boxes meet it") {
    const TownFolder folder;
    store::Store store(folder.town());
    std::mt19937 random(3);
    std::map<std::int64_t, geo::Box> boxes;
    land::Edit edit = edit_by("a", "many", {});
    std::vector<geo::Box> given;
    for (int i = 0; i < 500; ++i) {
        given.push_back(some_box(random));
        edit.changes.push_back(new_parcel("p", given.back(), land::NewId{i + 1}));
    }
    const auto done = store.apply(edit);
    for (int i = 0; i < 500; ++i) boxes[done.id_base + i + 1] = given[static_cast<std::size_t>(i)];
    const auto source = store.features({"farmland", "parcel", "kind", "farmland"});
    CHECK(source->count() == 500);
    for (int i = 0; i < 50; ++i) {
        land::FeatureQuery query;
        query.box = some_box(random);
        std::set<std::int64_t> got, expected;
        source->each(query, [&](const land::FeatureView& f) { return got.insert(f.id).second; });
        for (const auto& [id, box] : boxes) {
            if (box.intersects(*query.box)) expected.insert(id);
        }
        CHECK(got == expected);
    }
    CHECK(store.features({"woodland", "parcel", "kind", "woodland"})->count() == 0);
    CHECK(store.features({"woodland", "parcel", "kind", "woodland"})->extent().empty());
}
