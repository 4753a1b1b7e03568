#include "render/sld_writer.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <cmath>
#include <limits>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/sld_reader.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;
namespace fs = std::filesystem;

namespace {

Style style_of(std::vector<Symbolizer> symbolizers) {
    Rule rule;
    rule.title = "旱地 Dry land";
    rule.symbolizers = std::move(symbolizers);
    return {"farmland", "screen", "", 25.4 / 96, {{{rule}}}};
}

std::string refusal(const Style& style) {
    try {
        write_sld({style});
    } catch (const Error& error) {
        CHECK(error.code() == "unwritable_style");
        CHECK_THAT(error.where(), Catch::Matchers::ContainsSubstring("farmland"));
        return error.what();
    }
    FAIL("it was written");
    return {};
}

std::vector<Style> read_back(const std::vector<Style>& styles) {
    return read_sld(write_sld(styles), "written.sld", style_directory());
}

using Random = std::mt19937;
int below(Random& random, int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n));
}
bool toss(Random& random) {
    return below(random, 2) == 0;
}
double size(Random& random) {
    return std::ldexp(below(random, 1 << 20), -below(random, 24));
}
QColor colour(Random& random) {
    QColor c(below(random, 256), below(random, 256), below(random, 256));
    if (toss(random)) c.setAlphaF(static_cast<float>(below(random, 65536)) / 65535.F);
    return c;
}
std::string words(Random& random) {
    const char* some[] = {"a", "水田", "<b> & \"c\"", " 前", "x\ny", "]]", "5 ", "'é'", "0101*"};
    return some[below(random, 9)];
}
Expression expression(Random& random, int depth) {
    using Kind = Expression::Kind;
    if (depth == 0 || below(random, 4) == 0)
        return toss(random) ? literal(size(random)) : property("land_class");
    const Kind kinds[] = {Kind::add,         Kind::sub,       Kind::mul,          Kind::div,
                          Kind::concatenate, Kind::substring, Kind::string_length};
    Expression e;
    e.kind = kinds[below(random, 7)];
    const int count = e.kind == Kind::string_length ? 1
                      : e.kind == Kind::concatenate ? 1 + below(random, 4)
                      : e.kind == Kind::substring   ? 2 + below(random, 2)
                                                    : 2;
    for (int i = 0; i < count; ++i) e.arguments.push_back(expression(random, depth - 1));
    return e;
}
/// Blanks live in the mixed content of a label.
Expression label(Random& random) {
    Expression e;
    e.kind = Expression::Kind::concatenate;
    e.arguments = {literal(words(random)), expression(random, 2), literal(words(random))};
    return toss(random) ? e : expression(random, 3);
}
Filter filter(Random& random, int depth) {
    Filter f;
    f.kind = static_cast<Filter::Kind>(below(random, depth == 0 ? 9 : 12));
    if (f.kind >= Filter::Kind::all) {
        const int count = 1 + below(random, 3);
        for (int i = 0; i < count; ++i) f.children.push_back(filter(random, depth - 1));
        return f;
    }
    const int count = f.kind == Filter::Kind::between ? 3 : f.kind == Filter::Kind::null ? 1 : 2;
    for (int i = 0; i < count; ++i) f.operands.push_back(expression(random, 1));
    f.match_case = toss(random);
    return f;
}
Stroke stroke(Random& random) {
    Stroke s;
    s.colour = colour(random);
    s.width = toss(random) ? literal(size(random)) : expression(random, 2);
    for (int i = below(random, 3); i > 0; --i) s.dashes.insert(s.dashes.end(), {size(random), 2.0});
    s.dash_offset = toss(random) ? 0 : size(random);
    s.cap = toss(random) ? Qt::FlatCap : toss(random) ? Qt::RoundCap : Qt::SquareCap;
    s.join = toss(random) ? Qt::MiterJoin : toss(random) ? Qt::RoundJoin : Qt::BevelJoin;
    return s;
}
Graphic graphic(Random& random) {
    Graphic g;
    if (toss(random)) {
        g.mark = Mark{};
        g.mark->shape = toss(random) ? "circle" : "x";
        if (toss(random)) g.mark->fill = colour(random);
        if (toss(random)) g.mark->stroke = stroke(random);
    } else {
        g.svg_name = toss(random) ? "marks/rice.svg" : "marks/hatch_idle.svg";
        QFile file(QString::fromStdString((style_directory() / g.svg_name).string()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        g.svg = file.readAll();
    }
    g.size = toss(random) ? literal(size(random)) : expression(random, 2);
    if (toss(random)) g.rotation_deg = size(random), g.opacity = 0.3, g.anchor_y = 0, g.offset_x = -2.5;
    return g;
}
TextSymbol text(Random& random) {
    TextSymbol t;
    t.label = label(random);
    t.font = {toss(random) ? "" : "WenQuanYi Micro Hei", size(random), toss(random), toss(random)};
    t.colour = colour(random);
    if (toss(random)) t.halo_radius = size(random), t.halo_colour = colour(random);
    t.placement = static_cast<TextSymbol::Placement>(below(random, 3));
    t.offset_y = size(random);
    if (t.placement != TextSymbol::Placement::line) t.anchor_x = 0, t.offset_x = -1, t.rotation_deg = 12.5;
    t.priority = below(random, 900) - 100;
    if (toss(random)) t.letter_spacing = size(random), t.inside_share = 0.6, t.repeat_distance = 200;
    if (toss(random)) t.behind = graphic(random);
    return t;
}
Symbolizer symbolizer(Random& random) {
    const Unit unit = toss(random) ? Unit::px : Unit::metre;
    switch (below(random, 4)) {
        case 0: {
            PolygonSymbol area{unit, {}, {}};
            if (toss(random)) {
                area.fill = Fill{};
                if (toss(random)) area.fill->pattern = graphic(random);
                if (toss(random) || !area.fill->pattern) area.fill->colour = colour(random);
            }
            if (toss(random)) area.stroke = stroke(random);
            return area;
        }
        case 1:
            return LineSymbol{unit, stroke(random)};
        case 2:
            return PointSymbol{unit, graphic(random), toss(random)};
        default:
            return text(random);
    }
}
Style any_style(Random& random) {
    Style style{toss(random) ? "farmland" : "grid", toss(random) ? "screen" : "print", "", 0, {}};
    style.px_mm = style.name == "print" ? 0.28 : 25.4 / 96;
    for (int p = below(random, 3); p >= 0; --p) {
        Pass pass;
        for (int r = below(random, 3); r > 0; --r) {
            Rule rule;
            rule.name = toss(random) ? "" : "r1";
            rule.title = toss(random) ? "" : "水田 <Paddy> & more";
            rule.hidden = toss(random);
            if (toss(random)) rule.min_scale = below(random, 100000);
            if (toss(random)) rule.max_scale = 1 + below(random, 100000) + 0.125;
            rule.otherwise = below(random, 3) == 0;
            if (!rule.otherwise && toss(random)) rule.filter = filter(random, 2);
            for (int s = below(random, 3); s >= 0; --s) rule.symbolizers.push_back(symbolizer(random));
            pass.rules.push_back(std::move(rule));
        }
        style.passes.push_back(std::move(pass));
    }
    return style;
}

}  // namespace

TEST_CASE("every style of the house is the same after writing and reading", "[sld]") {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(style_directory())) {
        if (entry.path().extension() != ".sld") continue;
        CAPTURE(entry.path());
        const auto styles = load_styles(entry.path());
        CHECK(read_back(styles) == styles);
        ++files;
    }
    CHECK(files > 10);
}

TEST_CASE("any style is the same after writing and reading", "[sld]") {
    Random random(20260728);
    for (int i = 0; i < 400; ++i) {
        std::vector<Style> styles;
        for (int n = below(random, 3); n >= 0; --n) styles.push_back(any_style(random));
        CAPTURE(i, write_sld(styles).toStdString());
        REQUIRE(read_back(styles) == styles);
    }
}

TEST_CASE("what a style file cannot hold is refused with its rule", "[sld]") {
    LineSymbol line;
    line.stroke.dashes = {1, 2, 3};
    CHECK_THAT(refusal(style_of({line})), Catch::Matchers::ContainsSubstring("even number"));
    line.stroke.dashes = {std::numeric_limits<double>::infinity(), 1};
    CHECK_THAT(refusal(style_of({line})), Catch::Matchers::ContainsSubstring("no number"));
    line.stroke = {};
    line.stroke.colour = QColor();
    CHECK_THAT(refusal(style_of({line})), Catch::Matchers::ContainsSubstring("colour"));
    CHECK_THAT(refusal(style_of({PolygonSymbol{Unit::px, Fill{}, {}}})),
               Catch::Matchers::ContainsSubstring("neither colour nor pattern"));
    CHECK_THAT(refusal(style_of({PointSymbol{}})), Catch::Matchers::ContainsSubstring("symbol"));
    TextSymbol text;
    text.label = literal("a\x01");
    CHECK_THAT(refusal(style_of({text})), Catch::Matchers::ContainsSubstring("control character"));
    text.label = literal("a");
    text.unit = Unit::metre;
    CHECK_THAT(refusal(style_of({text})), Catch::Matchers::ContainsSubstring("pixels"));
    text.unit = Unit::px;
    text.placement = TextSymbol::Placement::line;
    text.rotation_deg = 3;
    CHECK_THAT(refusal(style_of({text})), Catch::Matchers::ContainsSubstring("along a line"));
    Style style = style_of({LineSymbol{}});
    style.passes[0].rules[0].title = " Paddy";
    CHECK_THAT(refusal(style), Catch::Matchers::ContainsSubstring("blank"));
    style = style_of({LineSymbol{}});
    style.passes[0].rules[0].filter = Filter{};
    CHECK_THAT(refusal(style), Catch::Matchers::ContainsSubstring("filter is empty"));
    style.passes[0].rules[0].otherwise = true;
    CHECK_THAT(refusal(style), Catch::Matchers::ContainsSubstring("all others"));
    style = style_of({LineSymbol{}});
    style.px_mm = 1;
    CHECK_THAT(refusal(style), Catch::Matchers::ContainsSubstring("other pixels"));
}

TEST_CASE("a saved style takes its drawings with it and overwrites nobody else's", "[sld]") {
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "deep" / "farmland.sld";
    fs::create_directories(file.parent_path() / "marks");
    QFile other(QString::fromStdString((file.parent_path() / "marks" / "rice.svg").string()));
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write("<svg/>");
    other.close();
    auto styles = load_styles(style_directory() / "farmland.sld");
    save_styles(file, styles);
    save_styles(file, styles);  // once more: nothing is taken for another's
    auto read = load_styles(file);
    CHECK(fs::file_size(file.parent_path() / "marks" / "rice.svg") == 6);
    CHECK(fs::exists(file.parent_path() / "marks" / "rice-2.svg"));
    CHECK(!fs::exists(file.parent_path() / "marks" / "rice-3.svg"));
    const auto drawings = [](const std::vector<Style>& all) {
        std::vector<QByteArray> svg;
        for (const auto& rule : all.front().passes.at(1).rules)
            svg.push_back(std::get<PolygonSymbol>(rule.symbolizers.at(0)).fill->pattern->svg);
        return svg;
    };
    CHECK(drawings(read) == drawings(styles));
    CHECK(drawings(read).size() > 5);
    // A name that leads out of the folder stays inside.
    auto& pattern = *std::get<PolygonSymbol>(styles[0].passes[1].rules[0].symbolizers[0]).fill->pattern;
    pattern.svg_name = "../../away.svg";
    save_styles(file, styles);
    CHECK(fs::exists(file.parent_path() / "marks" / "away.svg"));
    CHECK_THROWS_AS(save_styles("/dev/null/farmland.sld", styles), Error);
}

TEST_CASE("a hidden rule draws nothing and keeps its features from the else-rule", "[sld]") {
    Rule paddy, rest;
    paddy.filter = Filter{Filter::Kind::equal, {property("land_class"), literal("0101")}, {}};
    rest.otherwise = true;
    paddy.symbolizers = rest.symbolizers = {LineSymbol{}};
    paddy.hidden = true;
    const Style style{"farmland", "screen", "", 25.4 / 96, {{{paddy, rest}}}};
    const std::vector<std::string> names{"land_class"};
    const std::vector<land::Value> wet{std::string("0101")}, dry{std::string("0103")};
    CHECK(!is_drawn(style, 1000, {names, wet}));
    CHECK(is_drawn(style, 1000, {names, dry}));
    CHECK(properties_at(style, 1000) == names);
    const auto read = read_back({style});
    CHECK(read.front() == style);
    // Programs that know nothing of it find it beyond every scale.
    CHECK_THAT(write_sld({style}).toStdString(),
               Catch::Matchers::ContainsSubstring("<se:MinScaleDenominator>1000000000<"));
}
