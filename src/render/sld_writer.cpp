#include "render/sld_writer.hpp"

#include <fmt/format.h>

#include <cmath>

#include "render/sld_cursor.hpp"
#include "render/sld_parts.hpp"
#include "render/sld_pen.hpp"

namespace liangdi::render {

namespace sld {

namespace {

/// As few digits as say it: a colour keeps its opacity in 65535 steps.
std::string opacity_text(const QColor& colour) {
    for (int digits = 1; digits < 8; ++digits) {
        const std::string text = fmt::format("{:.{}f}", colour.alphaF(), digits);
        QColor same = colour;
        same.setAlphaF(std::stof(text));
        if (same == colour) return text;
    }
    return fmt::format("{}", colour.alphaF());
}

std::string_view cap_name(Qt::PenCapStyle cap) {
    return cap == Qt::RoundCap ? "round" : cap == Qt::SquareCap ? "square" : "butt";
}

std::string_view join_name(Qt::PenJoinStyle join) {
    return join == Qt::RoundJoin ? "round" : join == Qt::BevelJoin ? "bevel" : "mitre";
}

void write_mark(SldPen& pen, const Mark& mark) {
    pen.element(se_ns, "Mark", [&] {
        pen.text(se_ns, "WellKnownName", mark.shape);
        if (mark.fill.isValid()) write_fill(pen, {mark.fill, {}});
        if (mark.stroke) write_stroke(pen, *mark.stroke);
    });
}

struct SymbolWriter {
    SldPen& pen;

    void operator()(const PolygonSymbol& area) const {
        pen.element(se_ns, "PolygonSymbolizer", [&] {
            write_unit(pen, area.unit);
            if (area.fill) write_fill(pen, *area.fill);
            if (area.stroke) write_stroke(pen, *area.stroke);
        });
    }
    void operator()(const LineSymbol& line) const {
        pen.element(se_ns, "LineSymbolizer", [&] {
            write_unit(pen, line.unit);
            write_stroke(pen, line.stroke);
        });
    }
    void operator()(const PointSymbol& point) const {
        pen.element(se_ns, "PointSymbolizer", [&] {
            write_unit(pen, point.unit);
            write_graphic(pen, point.graphic);
            if (point.blocks_labels) pen.option("labelObstacle", "true");
        });
    }
    void operator()(const TextSymbol& text) const { write_text_symbol(pen, text); }
};

void write_title(SldPen& pen, const std::string& title) {
    if (!title.empty()) pen.element(se_ns, "Description", [&] { pen.text(se_ns, "Title", title); });
}

void write_rule(SldPen& pen, const Rule& rule) {
    pen.at_rule(rule.title.empty() ? rule.name : rule.title);
    if (rule.otherwise && rule.filter) pen.fail("a rule has a filter, or it is the one for all others");
    if (rule.min_scale >= hidden_beyond) pen.fail("its scale is beyond every map");
    const double beyond = rule.hidden ? hidden_beyond : 0;
    pen.element(se_ns, "Rule", [&] {
        if (!rule.name.empty()) pen.text(se_ns, "Name", rule.name);
        write_title(pen, rule.title);
        if (rule.filter) write_filter(pen, *rule.filter);
        if (rule.otherwise) pen.element(se_ns, "ElseFilter");
        if (rule.min_scale + beyond != 0) pen.number(se_ns, "MinScaleDenominator", rule.min_scale + beyond);
        if (std::isfinite(rule.max_scale)) pen.number(se_ns, "MaxScaleDenominator", rule.max_scale + beyond);
        for (const auto& symbolizer : rule.symbolizers) std::visit(SymbolWriter{pen}, symbolizer);
    });
    pen.at_rule({});
}

void write_user_style(SldPen& pen, const Style& style) {
    if (style.px_mm != px_mm_of(style.name))
        pen.fail(fmt::format("style \"{}\" counts other pixels than a file's", style.name));
    pen.element(sld_ns, "UserStyle", [&] {
        if (!style.name.empty()) pen.text(se_ns, "Name", style.name);
        write_title(pen, style.title);
        for (const auto& pass : style.passes)
            pen.element(se_ns, "FeatureTypeStyle", [&] {
                for (const auto& rule : pass.rules) write_rule(pen, rule);
            });
    });
}

}  // namespace

void write_unit(SldPen& pen, Unit unit) {
    if (unit == Unit::metre) pen.attribute("uom", "http://www.opengeospatial.org/se/units/metre");
}

void write_colour(SldPen& pen, std::string_view name, const QColor& colour) {
    pen.svg_parameter(name, colour.name(QColor::HexRgb).toUpper().toStdString());
    if (colour.alpha() != 255 || colour.alphaF() != 1)
        pen.svg_parameter(std::string(name) + "-opacity", opacity_text(colour));
}

void write_stroke(SldPen& pen, const Stroke& stroke) {
    if (!stroke.colour.isValid()) pen.fail("a line has no colour");
    if (stroke.dashes.size() % 2 != 0) pen.fail("a dash pattern needs an even number of parts");
    pen.element(se_ns, "Stroke", [&] {
        write_colour(pen, "stroke", stroke.colour);
        pen.element(se_ns, "SvgParameter", [&] {
            pen.attribute("name", "stroke-width");
            write_content(pen, stroke.width);
        });
        std::string dashes;
        for (const double dash : stroke.dashes)
            dashes += (dashes.empty() ? "" : " ") + number_text(dash, pen);
        if (!dashes.empty()) pen.svg_parameter("stroke-dasharray", dashes);
        if (stroke.dash_offset != 0)
            pen.svg_parameter("stroke-dashoffset", number_text(stroke.dash_offset, pen));
        pen.svg_parameter("stroke-linecap", std::string(cap_name(stroke.cap)));
        pen.svg_parameter("stroke-linejoin", std::string(join_name(stroke.join)));
    });
}

void write_fill(SldPen& pen, const Fill& fill) {
    if (!fill.colour.isValid() && !fill.pattern) pen.fail("a fill has neither colour nor pattern");
    pen.element(se_ns, "Fill", [&] {
        if (fill.pattern) pen.element(se_ns, "GraphicFill", [&] { write_graphic(pen, *fill.pattern); });
        if (fill.colour.isValid()) write_colour(pen, "fill", fill.colour);
    });
}

void write_anchor(SldPen& pen, double x, double y) {
    pen.element(se_ns, "AnchorPoint", [&] {
        pen.number(se_ns, "AnchorPointX", x);
        pen.number(se_ns, "AnchorPointY", y);
    });
}

void write_displacement(SldPen& pen, double x, double y) {
    if (x == 0 && y == 0) return;
    pen.element(se_ns, "Displacement", [&] {
        pen.number(se_ns, "DisplacementX", x);
        pen.number(se_ns, "DisplacementY", y);
    });
}

void write_graphic(SldPen& pen, const Graphic& graphic) {
    if (!graphic.mark && graphic.svg_name.empty()) pen.fail("a symbol is neither a mark nor a drawing");
    pen.element(se_ns, "Graphic", [&] {
        if (!graphic.svg_name.empty())
            pen.element(se_ns, "ExternalGraphic", [&] {
                pen.element(se_ns, "OnlineResource", [&] { pen.link(graphic.svg_name); });
                pen.text(se_ns, "Format", "image/svg+xml");
            });
        if (graphic.mark) write_mark(pen, *graphic.mark);
        if (graphic.opacity != 1) pen.number(se_ns, "Opacity", graphic.opacity);
        pen.element(se_ns, "Size", [&] { write_content(pen, graphic.size); });
        if (graphic.rotation_deg != 0) pen.number(se_ns, "Rotation", graphic.rotation_deg);
        if (graphic.anchor_x != 0.5 || graphic.anchor_y != 0.5)
            write_anchor(pen, graphic.anchor_x, graphic.anchor_y);
        write_displacement(pen, graphic.offset_x, graphic.offset_y);
    });
}

}  // namespace sld

QByteArray write_sld(const std::vector<Style>& styles) {
    QByteArray xml;
    sld::SldPen pen(xml, styles.empty() ? "style" : styles.front().layer);
    pen.element(sld_ns, "StyledLayerDescriptor", [&] {
        pen.attribute("version", "1.1.0");
        for (auto first = styles.begin(); first != styles.end();) {
            auto last = first;
            pen.element(sld_ns, "NamedLayer", [&] {
                if (!first->layer.empty()) pen.text(se_ns, "Name", first->layer);
                for (; last != styles.end() && last->layer == first->layer; ++last)
                    sld::write_user_style(pen, *last);
            });
            first = last;
        }
    });
    return xml + '\n';
}

}  // namespace liangdi::render
