#include "render/sld_reader.hpp"

#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"

using namespace liangdi;
using namespace liangdi::render;
using test::sld_of;

namespace {

std::vector<Style> read(const std::string& xml) {
    return read_sld(QByteArray::fromStdString(xml), "test.sld");
}

/// The whole message of the refusal; fails the test when there is none.
std::string refusal(const std::string& xml) {
    try {
        read(xml);
    } catch (const Error& e) {
        CHECK(e.code() == "bad_style");
        return e.what();
    }
    FAIL("the style was accepted");
    return {};
}

}  // namespace

TEST_CASE("an unknown element is refused with its name and line", "[sld]") {
    // Rules begin on line 4 of sld_of's file.
    const std::string message = refusal(sld_of("<se:Rule>\n<se:PolygonSymboliser/>\n</se:Rule>"));
    CHECK_THAT(message, Catch::Matchers::ContainsSubstring("<se:PolygonSymboliser>"));
    CHECK_THAT(message, Catch::Matchers::ContainsSubstring("test.sld, line 5"));
}

TEST_CASE("what is half right is refused as well", "[sld]") {
    const auto rule = [](const std::string& inner) { return sld_of("<se:Rule>" + inner + "</se:Rule>"); };
    const auto stroke = [&](const std::string& inner) {
        return rule("<se:LineSymbolizer><se:Stroke>" + inner + "</se:Stroke></se:LineSymbolizer>");
    };
    const auto [xml, part] = GENERATE_COPY(table<std::string, std::string>({
        {stroke("<se:SvgParameter name=\"stroke-widht\">1</se:SvgParameter>"), "stroke-widht"},
        {stroke("<se:SvgParameter name=\"stroke\">red</se:SvgParameter>"), "red"},
        {stroke("<se:SvgParameter name=\"stroke-dasharray\">1 2 3</se:SvgParameter>"), "even"},
        {stroke("<se:SvgParameter name=\"stroke-opacity\">half</se:SvgParameter>"), "half"},
        {rule("<se:LineSymbolizer uom=\"inch\"/>"), "inch"},
        {rule("stray"), "stray"},
        {rule("<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>a</ogc:PropertyName>"
              "</ogc:PropertyIsEqualTo></ogc:Filter>"),
         "2 operands"},
        {rule("<ogc:Filter><ogc:PropertyIsAbout/></ogc:Filter>"), "ogc:PropertyIsAbout"},
        {rule("<se:TextSymbolizer/>"), "se:Label"},
        {rule("<se:TextSymbolizer><se:Label>a</se:Label><se:VendorOption name=\"glow\">1</se:VendorOption>"
              "</se:TextSymbolizer>"),
         "glow"},
        {rule(
             "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>hexagon</se:WellKnownName></se:Mark>"
             "</se:Graphic></se:PointSymbolizer>"),
         "hexagon"},
        {rule("<Rule/>"), "<Rule>"},
        {"<se:Rule", "XML"},
        {sld_of("").substr(0, 300), "XML"},
        {"", "XML"},
    }));
    CAPTURE(xml);
    CHECK_THAT(refusal(xml), Catch::Matchers::ContainsSubstring(part));
}

TEST_CASE("rules, scales, units and expressions are read", "[sld]") {
    const auto styles = read(sld_of(R"(<se:Rule><se:Description><se:Title>主干道</se:Title></se:Description>
      <ogc:Filter><ogc:Not><ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull></ogc:Not></ogc:Filter>
      <se:MinScaleDenominator>500</se:MinScaleDenominator><se:MaxScaleDenominator>1e4</se:MaxScaleDenominator>
      <se:LineSymbolizer uom="http://www.opengeospatial.org/se/units/metre"><se:Stroke>
        <se:SvgParameter name="stroke">#0A0B0C</se:SvgParameter>
        <se:SvgParameter name="stroke-width"><ogc:Add><ogc:PropertyName>width_m</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:Add></se:SvgParameter>
      </se:Stroke></se:LineSymbolizer>
      <se:TextSymbolizer><se:Label>No. <ogc:PropertyName>name</ogc:PropertyName></se:Label></se:TextSymbolizer></se:Rule>)",
                                    "print"));
    REQUIRE(styles.size() == 1);
    CHECK(styles[0].layer == "test");
    CHECK(styles[0].px_mm == 0.28);
    REQUIRE(styles[0].passes.size() == 1);
    const Rule& rule = styles[0].passes[0].rules.at(0);
    CHECK(rule.title == "主干道");
    CHECK(!rule.active_at(499.9));
    CHECK(rule.active_at(500));
    CHECK(!rule.active_at(10000));
    CHECK(properties_at(styles[0], 1000) == std::vector<std::string>{"name", "width_m"});
    CHECK(properties_at(styles[0], 20000).empty());

    const std::vector<std::string> names{"name", "width_m"};
    const std::vector<land::Value> values{std::string("7"), 5.5};
    const auto& line = std::get<LineSymbol>(rule.symbolizers.at(0));
    CHECK(line.unit == Unit::metre);
    CHECK(line.stroke.colour == QColor(10, 11, 12));
    CHECK(to_number(evaluate(line.stroke.width, {names, values})) == 7.5);
    CHECK(to_label(evaluate(std::get<TextSymbol>(rule.symbolizers.at(1)).label, {names, values})) == "No. 7");
}
