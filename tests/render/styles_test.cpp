#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "render/graphic.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;
namespace fs = std::filesystem;

TEST_CASE("every layer style is complete and can be read", "[styles]") {
    std::set<std::string> layers;
    for (const auto& entry : fs::directory_iterator(style_directory())) {
        if (entry.path().extension() != ".sld") continue;
        const std::string layer = entry.path().stem().string();
        CAPTURE(layer);
        layers.insert(layer);
        for (const char* name : {"screen", "print"}) {
            const Style style = layer_style(layer, name);
            CHECK(style.layer == layer);
            CHECK(style.px_mm == (std::string_view(name) == "print" ? 0.28 : 25.4 / 96));
            CHECK(draws_at(style, 1000));
            for (const auto& pass : style.passes)
                for (const auto& rule : pass.rules) {
                    CHECK((!rule.title.empty() || !rule.name.empty()));  // without a title: not in a legend
                    CHECK(!rule.symbolizers.empty());
                    for (const auto& symbolizer : rule.symbolizers)
                        if (const auto* point = std::get_if<PointSymbol>(&symbolizer))
                            CHECK(graphic_size(point->graphic, 10).width() > 1);
                }
        }
    }
    for (const char* needed :
         {"community", "grid", "building", "entrance", "street", "barrier", "facility", "village",
          "homestead", "woodland", "farmland", "boundary_point", "restriction"})
        CHECK(layers.contains(needed));
}

TEST_CASE("land classes have the fills of design/map-style.md", "[styles]") {
    const auto fill_of = [](const char* layer, const char* land_class) {
        const Style style = layer_style(layer);
        const std::vector<std::string> names{"land_class"};
        const std::vector<land::Value> values{std::string(land_class)};
        std::vector<const Rule*> rules;
        applying_rules(style.passes.at(0), 5000, {names, values}, rules);
        REQUIRE(rules.size() == 1);
        return std::get<PolygonSymbol>(rules[0]->symbolizers.at(0)).fill->colour.name().toStdString();
    };
    CHECK(fill_of("farmland", "0101") == "#fcdd90");
    CHECK(fill_of("farmland", "0103") == "#fffedd");
    CHECK(fill_of("farmland", "0201") == "#f8dff8");
    CHECK(fill_of("woodland", "0301") == "#7acaa2");
    CHECK(fill_of("woodland", "0305") == "#cbeada");
    CHECK(fill_of("woodland", "0404") == "#e2e4ac");
    CHECK(fill_of("homestead", "0702") == "#fbb8b6");
}

TEST_CASE("a missing style is named", "[styles]") {
    try {
        layer_style("moat");
        FAIL("found");
    } catch (const Error& e) {
        CHECK(e.code() == "no_style");
        CHECK_THAT(e.where(), Catch::Matchers::ContainsSubstring("moat.sld"));
    }
    CHECK_THROWS_AS(layer_style("grid", "neon"), Error);
}

TEST_CASE("LIANGDI_STYLES comes first, and a wrong one is said", "[styles]") {
    const fs::path usual = style_directory();
    const fs::path own = fs::temp_directory_path() / "liangdi_styles_test";
    fs::create_directories(own);
    qputenv("LIANGDI_STYLES", QByteArray::fromStdString(own.string()));
    CHECK(style_directory() == own);
    fs::remove_all(own);
    CHECK_THROWS_AS(style_directory(), Error);
    qunsetenv("LIANGDI_STYLES");
    CHECK(style_directory() == usual);
}
