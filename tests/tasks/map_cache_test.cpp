// Packed layers and their side files: made once, kept while they serve, made again when they do not.
#include "tasks/map_cache.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "../store/town_file.hpp"
#include "catch.hpp"
#include "render/packed_layer.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::tests;
namespace fs = std::filesystem;

namespace {

struct Cache {
    TownFolder folder;
    store::Store store{folder.town()};
    tasks::PackParams params{folder / "cache", 10};

    Cache() { add("p", 100); }
    void add(const std::string& prefix, int count) {
        land::Progress silent;
        store.apply({"a", "add", ""}, many_parcels(prefix, count), silent);
    }
    std::vector<render::MapLayer> layers(const store::Store& town) const {
        std::vector<render::MapLayer> layers;
        for (const char* name : {"village", "woodland", "farmland"})
            layers.push_back(
                {name, town.features(*land::find_layer(name)), render::layer_style(name), true, 1, {}});
        return layers;
    }
    std::shared_ptr<const render::PackedLayer> packed(const std::vector<render::MapLayer>& layers) const {
        land::Progress silent;
        const auto all = tasks::pack_layers(layers, params, silent);
        CHECK_FALSE(all.contains("village"));  // a small table
        // Empty, but among the rows of a large table, all of which would be read to find that out.
        CHECK(all.contains("woodland") == all.contains("farmland"));
        return all.contains("farmland") ? all.at("farmland") : nullptr;
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder / "cache")) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }
};

}  // namespace

TEST_CASE("a layer is packed once, and its side file serves the next window", "[map_cache]") {
    Cache cache;
    const auto first = cache.packed(cache.layers(cache.store));
    REQUIRE(first);
    CHECK(first->size() == 100);
    const auto files = cache.files();
    REQUIRE(files.size() == 2);
    std::vector<std::string> bytes;
    for (const auto& file : files) {
        CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
        bytes.push_back(bytes_of(file));
    }

    // A few edits: the packed layer stays as it is, what has changed is read from the file.
    cache.add("q", 3);
    const auto again = cache.packed(cache.layers(cache.store));
    REQUIRE(again);
    CHECK(again->state() == first->state());
    for (std::size_t i = 0; i < files.size(); ++i) CHECK(bytes_of(files[i]) == bytes[i]);
    auto layers = cache.layers(cache.store);
    layers[2].packed = again;
    CHECK(cache.packed(layers) == again);

    // Many: it is packed anew, in the same place.
    cache.add("r", 2500);
    const auto anew = cache.packed(layers);
    REQUIRE(anew);
    CHECK(anew->state() == *layers[2].source->state());
    CHECK(anew->size() == 2603);
    CHECK(cache.files() == files);
    // Whoever has the one before open keeps reading that.
    CHECK(again->size() == 100);
    CHECK(again->value(again->column("land_class"), 99) == land::Value{});
}

TEST_CASE("a copy of the town, a damaged side file and a small layer", "[map_cache]") {
    Cache cache;
    REQUIRE(cache.packed(cache.layers(cache.store)));
    raw(cache.folder / "town.sqlite").run("PRAGMA wal_checkpoint(TRUNCATE)");
    fs::copy_file(cache.folder / "town.sqlite", cache.folder / "copy.sqlite");
    const store::Store copy(cache.folder / "copy.sqlite");
    REQUIRE(cache.packed(cache.layers(copy)));
    CHECK(cache.files().size() == 4);

    for (const auto& file : cache.files()) fs::resize_file(file, fs::file_size(file) / 2);
    const auto mended = cache.packed(cache.layers(cache.store));
    REQUIRE(mended);
    CHECK(mended->size() == 100);

    cache.params.least = 101;
    CHECK_FALSE(cache.packed(cache.layers(cache.store)));
}

TEST_CASE("without a place for side files layers are packed in memory", "[map_cache]") {
    Cache cache;
    std::ofstream(cache.folder / "cache") << "a file where the folder should be";
    const auto packed = cache.packed(cache.layers(cache.store));
    REQUIRE(packed);
    CHECK(packed->size() == 100);
}
