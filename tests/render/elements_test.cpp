// Each element of a style as a picture, beside the one that lies in references/.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "catch.hpp"
#include "memory_source.hpp"
#include "reference_picture.hpp"
#include "render/map_renderer.hpp"
#include "render/sld_reader.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

struct Element {
    std::string name, rules;
    double middle_n = 60;  ///< of the picture
};

std::string p(const std::string& name, const std::string& value) {
    return "<se:SvgParameter name=\"" + name + "\">" + value + "</se:SvgParameter>";
}
std::string rule(const std::string& inner) {
    return "<se:Rule>" + inner + "</se:Rule>";
}
std::string fill(const std::string& more = "") {
    return "<se:Fill>" + p("fill", "#C98880") + more + "</se:Fill>";
}
std::string stroke(const std::string& width, const std::string& more = "") {
    return "<se:Stroke>" + p("stroke", "#1B5E8C") + p("stroke-width", width) + more + "</se:Stroke>";
}
std::string line(const std::string& width, const std::string& more = "", const std::string& attributes = "") {
    return rule("<se:LineSymbolizer " + attributes + ">" + stroke(width, more) + "</se:LineSymbolizer>");
}
std::string area(const std::string& inner, const std::string& attributes = "") {
    return rule("<se:PolygonSymbolizer " + attributes + ">" + inner + "</se:PolygonSymbolizer>");
}
std::string mark(const std::string& shape, const std::string& size, const std::string& more = "") {
    return "<se:Graphic><se:Mark><se:WellKnownName>" + shape + "</se:WellKnownName>" + fill() +
           stroke("1.5") + "</se:Mark><se:Size>" + size + "</se:Size>" + more + "</se:Graphic>";
}
std::string drawing(const std::string& size, const std::string& more = "") {
    return "<se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:href=\"marks/house.svg\"/>"
           "<se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>" +
           size + "</se:Size>" + more + "</se:Graphic>";
}
std::string point(const std::string& graphic) {
    return rule("<se:PointSymbolizer>" + graphic + "</se:PointSymbolizer>");
}
std::string tiled(const std::string& graphic) {
    return area("<se:Fill><se:GraphicFill>" + graphic + "</se:GraphicFill></se:Fill>");
}
std::string text(const std::string& more, const std::string& placement = "", const std::string& font = "") {
    return rule("<se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label><se:Font>" +
                p("font-size", "15") + font + "</se:Font>" +
                (placement.empty() ? "" : "<se:LabelPlacement>" + placement + "</se:LabelPlacement>") + more +
                "</se:TextSymbolizer>");
}

const std::vector<Element>& elements() {
    const std::string halo =
        "<se:Halo><se:Radius>2.5</se:Radius><se:Fill>" + p("fill", "#FFE500") + "</se:Fill></se:Halo>";
    const std::string ink = "<se:Fill>" + p("fill", "#4B1D6B") + "</se:Fill>";
    const std::string metre = "uom=\"http://www.opengeospatial.org/se/units/metre\"";
    static const std::vector<Element> all{
        {"fill", area(fill())},
        {"fill-opacity", area(fill(p("fill-opacity", "0.4")))},
        {"stroke-of-area", area(fill() + stroke("4"))},
        {"stroke-alone", area(stroke("4"))},
        {"hairline", line("0.9")},
        {"line", line("6")},
        {"line-opacity", line("6", p("stroke-opacity", "0.4"))},
        {"dash", line("4", p("stroke-dasharray", "12 5"))},
        {"dash-offset", line("4", p("stroke-dasharray", "12 5") + p("stroke-dashoffset", "8"))},
        {"cap-round", line("12", p("stroke-linecap", "round"))},
        {"cap-square", line("12", p("stroke-linecap", "square"))},
        {"join-round", line("12", p("stroke-linejoin", "round"))},
        {"join-bevel", line("12", p("stroke-linejoin", "bevel"))},
        {"metres", line("14", "", metre)},
        {"square", point(mark("square", "22"))},
        {"circle", point(mark("circle", "22"))},
        {"triangle", point(mark("triangle", "22"))},
        {"star", point(mark("star", "22"))},
        {"cross", point(mark("cross", "22"))},
        {"x", point(mark("x", "22"))},
        {"rotation", point(mark("triangle", "22", "<se:Rotation>20</se:Rotation>"))},
        {"graphic-opacity", point(mark("square", "22", "<se:Opacity>0.4</se:Opacity>"))},
        {"displacement", point(mark("square", "22",
                                    "<se:Displacement><se:DisplacementX>14</se:DisplacementX>"
                                    "<se:DisplacementY>6</se:DisplacementY></se:Displacement>"))},
        {"anchor", point(mark("square", "22",
                              "<se:AnchorPoint><se:AnchorPointX>0</se:AnchorPointX>"
                              "<se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint>"))},
        {"drawing", point(drawing("26"))},
        {"pattern-of-marks", tiled(mark("circle", "12"))},
        {"pattern-of-drawings", tiled(drawing("18"))},
        {"else",
         "<se:Rule><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>"
         "恒大</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><se:PolygonSymbolizer>" +
             fill() + "</se:PolygonSymbolizer></se:Rule>" +
             rule("<se:ElseFilter/><se:LineSymbolizer>" + stroke("3") + "</se:LineSymbolizer>")},
        {"text", text(ink)},
        {"text-halo", text(halo + ink)},
        {"text-bold", text(ink, "", p("font-weight", "bold"))},
        {"text-spaced", text(ink + "<se:VendorOption name=\"charSpacing\">8</se:VendorOption>")},
        {"text-displaced",
         text(ink,
              "<se:PointPlacement><se:Displacement><se:DisplacementX>0</se:DisplacementX>"
              "<se:DisplacementY>18</se:DisplacementY></se:Displacement></se:PointPlacement>")},
        {"text-rotated", text(ink, "<se:PointPlacement><se:Rotation>30</se:Rotation></se:PointPlacement>")},
        {"text-along", text(ink, "<se:LinePlacement/>")},
        {"text-above", text(ink + "<se:VendorOption name=\"labelAnchor\">above</se:VendorOption>"),
         84},  // room above
        {"text-on-plate", text("<se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName>" + fill() +
                               "</se:Mark><se:Size>24</se:Size></se:Graphic>" + ink)},
    };
    return all;
}

/// An area with a hole and a small one, a bent line, two points.
QImage picture_of(const Element& element, double dpi) {
    auto source = std::make_shared<test::MemorySource>();
    const auto name = [](const char* text) {
        return test::MemorySource::Attributes{{"name", std::string(text)}};
    };
    source->add(geo::MultiPolygon{{geo::Ring{{12, 60}, {60, 68}, {66, 112}, {20, 106}, {12, 60}},
                                   {geo::Ring{{28, 78}, {28, 92}, {42, 94}, {44, 80}, {28, 78}}}}},
                name("恒大"));
    source->add(test::square(80.5, 90.5, 18), name("47"));
    source->add(geo::MultiLineString{{{14, 18}, {60, 34}, {112, 22}}}, name("学府路"));
    source->add(geo::Point{86, 62}, name("A1"));
    source->add(geo::Point{104, 52.5}, name("B"));
    MapRequest request;
    const double times = dpi / 96;
    request.view = MapView{{60, element.middle_n},
                           1 / times,
                           {static_cast<int>(120 * times), static_cast<int>(120 * times)},
                           dpi};
    request.layers.push_back(
        {"test",
         source,
         read_sld(QByteArray::fromStdString(test::sld_of(element.rules)), "test", style_directory()).at(0),
         true,
         1,
         {}});
    return MapRenderer().to_image(request).convertToFormat(QImage::Format_RGB32);
}

std::string name_of(const Element& element, double dpi) {
    return element.name + "-" + std::to_string(static_cast<int>(dpi));
}

}  // namespace

TEST_CASE("every element of a style looks as its reference, at 96 and 192 dpi", "[elements]") {
    for (const double dpi : {96.0, 192.0})
        for (const auto& element : elements())
            test::check_reference(picture_of(element, dpi), name_of(element, dpi));
}

TEST_CASE("the references tell the elements apart: one that is ignored is seen", "[elements]") {
    for (const double dpi : {96.0, 192.0})
        for (const auto& one : elements())
            for (const auto& other : elements()) {
                if (one.name >= other.name) continue;
                INFO(one.name << ", " << other.name << " at " << dpi << " dpi");
                const auto reference = [dpi](const Element& element) {
                    return QImage(test::reference_file(LIANGDI_RENDER_REFERENCES, name_of(element, dpi)));
                };
                CHECK(test::unlike(reference(one), reference(other)) > test::unlike_tolerance);
            }
}
