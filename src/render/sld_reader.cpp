#include "render/sld_reader.hpp"

#include <fmt/format.h>

#include <QFile>
#include <algorithm>
#include <cmath>

#include "render/sld_parts.hpp"

namespace liangdi::render {

namespace sld {

Unit read_unit(SldCursor& in) {
    const std::string uom = in.attribute("uom");
    if (uom.empty() || uom == "http://www.opengeospatial.org/se/units/pixel") return Unit::px;
    if (uom == "http://www.opengeospatial.org/se/units/metre") return Unit::metre;
    in.fail(fmt::format("unit \"{}\" is not supported, only pixel and metre", uom));
}

QColor read_colour(SldCursor& in) {
    const std::string text = in.text();
    const QColor colour(QString::fromStdString(text));
    if (text.size() != 7 || !colour.isValid())
        in.fail(fmt::format("\"{}\" is no colour of the form #RRGGBB", text));
    return colour;
}

Stroke read_stroke(SldCursor& in) {
    Stroke stroke;
    double opacity = 1;
    while (in.next_child()) {
        if (!in.is(se_ns, "SvgParameter")) in.refuse_element();
        const std::string name = in.attribute("name");
        if (name == "stroke")
            stroke.colour = read_colour(in);
        else if (name == "stroke-width")
            stroke.width = read_content(in);
        else if (name == "stroke-opacity")
            opacity = in.number();
        else if (name == "stroke-dashoffset")
            stroke.dash_offset = in.number();
        else if (name == "stroke-dasharray") {
            for (const auto& part : QString::fromStdString(in.text()).split(u' ', Qt::SkipEmptyParts)) {
                bool ok = false;
                stroke.dashes.push_back(part.toDouble(&ok));
                if (!ok || stroke.dashes.back() < 0) in.fail("stroke-dasharray must be numbers");
            }
            if (stroke.dashes.size() % 2 != 0) in.fail("stroke-dasharray must have an even number of parts");
        } else if (name == "stroke-linecap") {
            const std::string cap = in.text();
            if (cap == "butt")
                stroke.cap = Qt::FlatCap;
            else if (cap == "round")
                stroke.cap = Qt::RoundCap;
            else if (cap == "square")
                stroke.cap = Qt::SquareCap;
            else
                in.fail(fmt::format("stroke-linecap \"{}\" is not known", cap));
        } else if (name == "stroke-linejoin") {
            const std::string join = in.text();
            if (join == "mitre" || join == "miter")
                stroke.join = Qt::MiterJoin;
            else if (join == "round")
                stroke.join = Qt::RoundJoin;
            else if (join == "bevel")
                stroke.join = Qt::BevelJoin;
            else
                in.fail(fmt::format("stroke-linejoin \"{}\" is not known", join));
        } else {
            in.fail(fmt::format("SvgParameter \"{}\" is not supported in <se:Stroke>", name));
        }
    }
    stroke.colour.setAlphaF(static_cast<float>(opacity));
    return stroke;
}

Fill read_fill(SldCursor& in, const std::filesystem::path& directory) {
    Fill fill;
    double opacity = 1;
    while (in.next_child()) {
        if (in.is(se_ns, "GraphicFill")) {
            while (in.next_child()) {
                if (!in.is(se_ns, "Graphic")) in.refuse_element();
                fill.pattern = read_graphic(in, directory);
            }
            continue;
        }
        if (!in.is(se_ns, "SvgParameter")) in.refuse_element();
        const std::string name = in.attribute("name");
        if (name == "fill")
            fill.colour = read_colour(in);
        else if (name == "fill-opacity")
            opacity = in.number();
        else
            in.fail(fmt::format("SvgParameter \"{}\" is not supported in <se:Fill>", name));
    }
    if (!fill.colour.isValid() && !fill.pattern) fill.colour = QColor(0x80, 0x80, 0x80);  // SE's default
    if (fill.colour.isValid()) fill.colour.setAlphaF(static_cast<float>(opacity));
    return fill;
}

namespace {

Mark read_mark(SldCursor& in) {
    Mark mark;
    while (in.next_child()) {
        if (in.is(se_ns, "WellKnownName")) {
            mark.shape = in.text();
            static constexpr std::string_view known[] = {"square", "circle", "triangle",
                                                         "star",   "cross",  "x"};
            if (std::find(std::begin(known), std::end(known), mark.shape) == std::end(known))
                in.fail(fmt::format("mark \"{}\" is not known", mark.shape));
        } else if (in.is(se_ns, "Fill")) {
            mark.fill = read_fill(in, {}).colour;
        } else if (in.is(se_ns, "Stroke")) {
            mark.stroke = read_stroke(in);
        } else {
            in.refuse_element();
        }
    }
    return mark;
}

void read_external(SldCursor& in, const std::filesystem::path& directory, Graphic& graphic) {
    while (in.next_child()) {
        if (in.is(se_ns, "OnlineResource")) {
            graphic.svg_name = in.attribute("href");
            const std::filesystem::path path = directory / graphic.svg_name;
            QFile file(QString::fromStdString(path.string()));
            if (!file.open(QIODevice::ReadOnly))
                in.fail(fmt::format("the drawing \"{}\" cannot be read", graphic.svg_name));
            graphic.svg = file.readAll();
            if (in.next_child()) in.refuse_element();
        } else if (in.is(se_ns, "Format")) {
            if (const std::string format = in.text(); format != "image/svg+xml")
                in.fail(fmt::format("format \"{}\" is not supported, only image/svg+xml", format));
        } else {
            in.refuse_element();
        }
    }
}

void read_xy(SldCursor& in, std::string_view x_name, std::string_view y_name, double& x, double& y) {
    while (in.next_child()) {
        if (in.is(se_ns, x_name))
            x = in.number();
        else if (in.is(se_ns, y_name))
            y = in.number();
        else
            in.refuse_element();
    }
}

PolygonSymbol read_polygon(SldCursor& in, const std::filesystem::path& directory) {
    PolygonSymbol polygon;
    polygon.unit = read_unit(in);
    while (in.next_child()) {
        if (in.is(se_ns, "Fill"))
            polygon.fill = read_fill(in, directory);
        else if (in.is(se_ns, "Stroke"))
            polygon.stroke = read_stroke(in);
        else
            in.refuse_element();
    }
    return polygon;
}

LineSymbol read_line(SldCursor& in) {
    LineSymbol line;
    line.unit = read_unit(in);
    while (in.next_child()) {
        if (in.is(se_ns, "Stroke"))
            line.stroke = read_stroke(in);
        else
            in.refuse_element();
    }
    return line;
}

PointSymbol read_point(SldCursor& in, const std::filesystem::path& directory) {
    PointSymbol point;
    point.unit = read_unit(in);
    while (in.next_child()) {
        if (in.is(se_ns, "Graphic"))
            point.graphic = read_graphic(in, directory);
        else if (in.is(se_ns, "VendorOption") && in.attribute("name") == "labelObstacle")
            point.blocks_labels = in.boolean();
        else
            in.refuse_element();
    }
    return point;
}

void read_description(SldCursor& in, std::string& title) {
    while (in.next_child()) {
        if (in.is(se_ns, "Title"))
            title = in.text();
        else if (in.is(se_ns, "Abstract"))
            in.skip();
        else
            in.refuse_element();
    }
}

Rule read_rule(SldCursor& in, const std::filesystem::path& directory) {
    Rule rule;
    while (in.next_child()) {
        if (in.is(se_ns, "Name")) {
            rule.name = in.text();
        } else if (in.is(se_ns, "Description")) {
            read_description(in, rule.title);
        } else if (in.is(se_ns, "MinScaleDenominator")) {
            rule.min_scale = in.number();
        } else if (in.is(se_ns, "MaxScaleDenominator")) {
            rule.max_scale = in.number();
        } else if (in.is(ogc_ns, "Filter")) {
            rule.filter = read_filter(in);
        } else if (in.is(se_ns, "ElseFilter")) {
            rule.otherwise = true;
            if (in.next_child()) in.refuse_element();
        } else if (in.is(se_ns, "PolygonSymbolizer")) {
            rule.symbolizers.emplace_back(read_polygon(in, directory));
        } else if (in.is(se_ns, "LineSymbolizer")) {
            rule.symbolizers.emplace_back(read_line(in));
        } else if (in.is(se_ns, "PointSymbolizer")) {
            rule.symbolizers.emplace_back(read_point(in, directory));
        } else if (in.is(se_ns, "TextSymbolizer")) {
            rule.symbolizers.emplace_back(read_text_symbol(in, directory));
        } else {
            in.refuse_element();
        }
    }
    if (rule.min_scale >= hidden_beyond) {
        rule.hidden = true;
        // What is beyond a milliard has no more digits than these; no upper limit stays none.
        const auto back = [](double scale) { return std::round((scale - hidden_beyond) * 1000) / 1000; };
        rule.min_scale = back(rule.min_scale);
        rule.max_scale = back(rule.max_scale);
    }
    return rule;
}

Pass read_pass(SldCursor& in, const std::filesystem::path& directory) {
    Pass pass;
    while (in.next_child()) {
        if (in.is(se_ns, "Rule"))
            pass.rules.push_back(read_rule(in, directory));
        else if (in.is(se_ns, "Name") || in.is(se_ns, "Description"))
            in.skip();
        else
            in.refuse_element();
    }
    return pass;
}

Style read_user_style(SldCursor& in, const std::filesystem::path& directory) {
    Style style;
    while (in.next_child()) {
        if (in.is(se_ns, "Name"))
            style.name = in.text();
        else if (in.is(se_ns, "Description"))
            read_description(in, style.title);
        else if (in.is(sld_ns, "IsDefault"))
            in.boolean();
        else if (in.is(se_ns, "FeatureTypeStyle"))
            style.passes.push_back(read_pass(in, directory));
        else
            in.refuse_element();
    }
    style.px_mm = px_mm_of(style.name);
    return style;
}

}  // namespace

Graphic read_graphic(SldCursor& in, const std::filesystem::path& directory) {
    Graphic graphic;
    while (in.next_child()) {
        if (in.is(se_ns, "Mark"))
            graphic.mark = read_mark(in);
        else if (in.is(se_ns, "ExternalGraphic"))
            read_external(in, directory, graphic);
        else if (in.is(se_ns, "Size"))
            graphic.size = read_content(in);
        else if (in.is(se_ns, "Rotation"))
            graphic.rotation_deg = in.number();
        else if (in.is(se_ns, "Opacity"))
            graphic.opacity = in.number();
        else if (in.is(se_ns, "AnchorPoint"))
            read_xy(in, "AnchorPointX", "AnchorPointY", graphic.anchor_x, graphic.anchor_y);
        else if (in.is(se_ns, "Displacement"))
            read_xy(in, "DisplacementX", "DisplacementY", graphic.offset_x, graphic.offset_y);
        else
            in.refuse_element();
    }
    if (!graphic.mark && graphic.svg.isEmpty()) in.fail("<se:Graphic> holds neither a mark nor a drawing");
    return graphic;
}

}  // namespace sld

std::vector<Style> read_sld(const QByteArray& xml, const std::string& where,
                            const std::filesystem::path& directory) {
    SldCursor in(xml, where);
    std::vector<Style> styles;
    if (!in.next_child()) in.fail("the file is empty");
    if (!in.is(sld_ns, "StyledLayerDescriptor")) in.refuse_element();
    if (const std::string version = in.attribute("version"); version != "1.1.0")
        in.fail(fmt::format("SLD version must be 1.1.0, not \"{}\"", version));
    while (in.next_child()) {
        if (in.is(se_ns, "Name") || in.is(se_ns, "Description")) {
            in.skip();
            continue;
        }
        if (!in.is(sld_ns, "NamedLayer")) in.refuse_element();
        std::string layer;
        while (in.next_child()) {
            if (in.is(se_ns, "Name")) {
                layer = in.text();
            } else if (in.is(se_ns, "Description")) {
                in.skip();
            } else if (in.is(sld_ns, "UserStyle")) {
                styles.push_back(sld::read_user_style(in, directory));
                styles.back().layer = layer;
            } else {
                in.refuse_element();
            }
        }
    }
    // The end of the document is read as well: a file cut off in the middle must not pass.
    in.next_child();
    return styles;
}

}  // namespace liangdi::render
