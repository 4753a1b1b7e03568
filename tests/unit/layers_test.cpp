#include <filesystem>
#include <set>

#include "catch.hpp"
#include "land/feature_source.hpp"

using namespace liangdi::land;

namespace {
std::ptrdiff_t place(std::string_view name) {
    REQUIRE(find_layer(name));
    return find_layer(name) - town_layers().data();
}
}  // namespace

TEST_CASE("layers have names of their own and are found by them") {
    std::set<std::string> names;
    for (const LayerSpec& layer : town_layers()) {
        CHECK(names.insert(layer.name).second);
        CHECK(find_layer(layer.name) == &layer);
        CHECK_FALSE(layer.table.empty());
        CHECK(layer.column.empty() == layer.equals.empty());
    }
    CHECK(find_layer("no such layer") == nullptr);
}

TEST_CASE("every layer has a style of its name") {
    for (const LayerSpec& layer : town_layers()) {
        const auto style = std::filesystem::path(LIANGDI_SOURCE_DIR) / "styles" / (layer.name + ".sld");
        INFO(style);
        CHECK(std::filesystem::exists(style));
    }
}

TEST_CASE("each kind of parcel is a layer, and only parcels are parted") {
    for (const char* kind : {"woodland", "farmland", "homestead"}) {
        const LayerSpec* layer = find_layer(kind);
        REQUIRE(layer);
        CHECK(layer->table == "parcel");
        CHECK(layer->column == "kind");
        CHECK(layer->equals == kind);
    }
}

TEST_CASE("the drawing order follows the z-order of the map style") {
    // land fills < streets < homesteads, buildings < boundaries < points
    for (const char* fill : {"woodland", "farmland"}) CHECK(place(fill) < place("street"));
    CHECK(place("barrier") < place("street"));
    CHECK(place("grid_tint") < place("street"));  // a fill over the houses would hide them
    CHECK(place("street") < place("homestead"));
    for (const char* fill : {"woodland", "farmland", "homestead"}) CHECK(place(fill) < place("land_status"));
    CHECK(place("land_status") < place("village"));
    CHECK(place("homestead") < place("building"));
    for (const char* boundary : {"village", "grid", "community"}) CHECK(place("street") < place(boundary));
    for (const char* point : {"boundary_point", "entrance", "facility"})
        for (const char* below : {"farmland", "street", "building", "grid", "community"})
            CHECK(place(below) < place(point));
}
