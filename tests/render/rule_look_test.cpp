#include "render/rule_look.hpp"

#include <algorithm>

#include "catch.hpp"
#include "geo/error.hpp"
#include "render/sld_reader.hpp"
#include "render/sld_writer.hpp"
#include "render/style_adoption.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;
namespace fs = std::filesystem;

namespace {

struct Found {
    std::size_t style;
    RulePlace at;
};

Found find_rule(const std::vector<Style>& styles, const std::string& style, const std::string& title) {
    for (std::size_t s = 0; s < styles.size(); ++s)
        for (std::size_t p = 0; styles[s].name == style && p < styles[s].passes.size(); ++p)
            for (std::size_t r = 0; r < styles[s].passes[p].rules.size(); ++r)
                if (styles[s].passes[p].rules[r].title == title) return {s, {p, r}};
    FAIL("no rule " << title);
    return {};
}

const Rule& rule_at(const std::vector<Style>& styles, const Found& found) {
    return styles[found.style].passes[found.at.pass].rules[found.at.rule];
}

double number(const Expression& size) {
    return to_number(land::Value(size.text)).value();
}

}  // namespace

TEST_CASE("a rule that gets its own look stays as it is, in every style of the house", "[look]") {
    for (const auto& entry : fs::directory_iterator(style_directory())) {
        if (entry.path().extension() != ".sld") continue;
        for (const auto& style : load_styles(entry.path()))
            for (const auto& pass : style.passes)
                for (const auto& rule : pass.rules) {
                    Rule same = rule;
                    set_look(same, look_of(rule));
                    CAPTURE(entry.path(), style.name, rule.title);
                    CHECK(same == rule);
                }
    }
}

TEST_CASE("any part of a look is found again after it was set, and can be written", "[look]") {
    for (const auto& entry : fs::directory_iterator(style_directory())) {
        if (entry.path().extension() != ".sld") continue;
        auto styles = load_styles(entry.path());
        for (auto& style : styles)
            for (auto& pass : style.passes)
                for (auto& rule : pass.rules) {
                    RuleLook look = look_of(rule);
                    look.visible = false;
                    look.title = "其他 Other";
                    look.min_scale = 250;
                    look.max_scale = 7001;
                    if (look.fill || look.is_area) look.fill = QColor(1, 2, 3, 128);
                    if (look.is_area && !look.outline) look.outline = LineLook{Qt::black, 1, {}};
                    if (look.outline) {
                        look.outline->colour = QColor(4, 5, 6);
                        if (look.outline->width) look.outline->width = 3.25;
                        look.outline->dashes = {5, 2};
                    }
                    if (look.text) look.text = LabelLook{QColor(7, 8, 9), 13.5};
                    if (look.symbol && look.symbol->size) look.symbol->size = 21;
                    if (look.pattern) look.pattern.reset();
                    CAPTURE(entry.path(), style.name, rule.title);
                    set_look(rule, look);
                    CHECK(look_of(rule) == look);
                }
        CHECK(read_sld(write_sld(styles), "w", style_directory()) == styles);
    }
}

TEST_CASE("paper follows the screen: colours as they are, sizes in proportion", "[look]") {
    auto styles = load_styles(style_directory() / "farmland.sld");
    const auto original = styles;
    const Found screen = find_rule(styles, "screen", "地块线 Parcel line"),
                print = find_rule(styles, "print", "地块线 Parcel line");
    RuleLook look = look_of(rule_at(styles, screen));
    REQUIRE((look.outline && look.outline->width));
    *look.outline->width *= 3;
    look.outline->colour = QColor(200, 0, 0);
    look.outline->dashes = {4, 2};
    change_look(styles, screen.style, screen.at, look, true);
    CHECK(look_of(rule_at(styles, screen)) == look);
    const auto was = look_of(rule_at(original, print)).outline.value(),
               is = look_of(rule_at(styles, print)).outline.value();
    CHECK(is.colour == look.outline->colour);
    CHECK(*is.width == Approx(*was.width * 3));
    CHECK(is.dashes.at(0) == Approx(4 * (25.4 / 96) / 0.28));
    // The second rule of the same name is another one.
    const auto second = [](const std::vector<Style>& all, const Found& of) {
        return all[of.style].passes[of.at.pass].rules[of.at.rule + 1];
    };
    CHECK(second(styles, screen) == second(original, screen));
    CHECK(second(styles, print) == second(original, print));
    // Only the screen.
    styles = original;
    change_look(styles, screen.style, screen.at, look, false);
    CHECK(styles[print.style] == original[print.style]);
}

TEST_CASE("hidden, renamed and refilled everywhere; a sheet's own style as well", "[look]") {
    auto styles = load_styles(style_directory() / "building.sld");
    const std::string title = "住宅楼，6 层及以下 Residential, up to 6 floors";
    const Found screen = find_rule(styles, "screen", title), own = find_rule(styles, "own", title);
    RuleLook look = look_of(rule_at(styles, screen));
    look.visible = false;
    look.title = "低层 Low";
    look.fill = QColor(10, 200, 10);
    change_look(styles, screen.style, screen.at, look, true);
    for (const char* name : {"screen", "print", "own"}) {
        const Rule& rule = rule_at(styles, find_rule(styles, name, look.title));
        CHECK(rule.hidden);
        CHECK(look_of(rule).fill == look.fill);
    }
    CHECK(look_of(rule_at(styles, own)).outline ==
          look_of(rule_at(load_styles(style_directory() / "building.sld"), own)).outline);
}

TEST_CASE("a line's case keeps its proportion, and what has its colour takes the new one", "[look]") {
    auto styles = load_styles(style_directory() / "community.sld");
    const Found at = find_rule(styles, "screen", "惠泽社区界");
    const Rule before = rule_at(styles, at);
    RuleLook look = look_of(before);
    *look.outline->width *= 2;
    look.outline->colour = QColor(0, 90, 0);
    change_look(styles, at.style, at.at, look, false);
    const Rule& after = rule_at(styles, at);
    const auto& band = std::get<LineSymbol>(after.symbolizers.at(0)).stroke;
    const auto& old_band = std::get<LineSymbol>(before.symbolizers.at(0)).stroke;
    CHECK(number(band.width) == Approx(2 * number(old_band.width)));
    CHECK(band.colour.rgb() == look.outline->colour.rgb());
    CHECK(band.colour.alphaF() == old_band.colour.alphaF());
}

TEST_CASE("a style of somebody else becomes a layer's: screen, paper, labels of their own", "[look]") {
    Rule rule;
    TextSymbol text;
    text.label = property("code");
    rule.symbolizers = {PolygonSymbol{Unit::px, Fill{QColor(1, 2, 3), {}}, Stroke{}}, text};
    const Style theirs{"layer 1", "layer 1", "", 25.4 / 96, {{{rule}}}};
    const auto house = load_styles(style_directory() / "village.sld");
    const auto styles = adopted({theirs}, house);
    REQUIRE(styles.size() == house.size());
    CHECK(styles[0].name == "screen");
    CHECK(styles[0].layer == "village");
    REQUIRE(styles[0].passes.at(0).rules.size() == 2);
    CHECK(look_of(styles[0].passes[0].rules[1]).text);
    CHECK(!look_of(styles[0].passes[0].rules[0]).text);
    const auto print = std::ranges::find(styles, std::string("print"), &Style::name);
    REQUIRE(print != styles.end());
    CHECK(print->px_mm == 0.28);
    CHECK(look_of(print->passes.at(0).rules.at(1)).text->size == Approx(10 * (25.4 / 96) / 0.28));
    CHECK(std::ranges::find(styles, std::string("index_own"), &Style::name) != styles.end());
    CHECK(adopted(house, house).size() == house.size());
    CHECK_THROWS_AS(adopted({}, house), Error);
}
