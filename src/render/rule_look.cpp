#include "render/rule_look.hpp"

#include <algorithm>

namespace liangdi::render {

namespace {

std::optional<double> constant_of(const Expression& size) {
    if (!size.constant()) return {};
    return to_number(land::Value(size.text));
}

template <typename Symbol>
std::vector<Symbol*> all_of(Rule& rule) {
    std::vector<Symbol*> found;
    for (auto& symbolizer : rule.symbolizers)
        if (auto* symbol = std::get_if<Symbol>(&symbolizer)) found.push_back(symbol);
    return found;
}

std::vector<Stroke*> strokes_of(Rule& rule) {
    std::vector<Stroke*> strokes;
    for (auto* area : all_of<PolygonSymbol>(rule))
        if (area->stroke) strokes.push_back(&*area->stroke);
    for (auto* line : all_of<LineSymbol>(rule)) strokes.push_back(&line->stroke);
    for (auto* point : all_of<PointSymbol>(rule))
        if (point->graphic.mark && point->graphic.mark->stroke)
            strokes.push_back(&*point->graphic.mark->stroke);
    return strokes;
}

/// The parts of a rule that its look is about.
struct Parts {
    PolygonSymbol* area = nullptr;  ///< the first
    Stroke* line = nullptr;         ///< the uppermost whose width is its own; else the uppermost
    PointSymbol* point = nullptr;   ///< the uppermost
    TextSymbol* text = nullptr;

    explicit Parts(Rule& rule) {
        if (const auto areas = all_of<PolygonSymbol>(rule); !areas.empty()) area = areas.front();
        if (const auto points = all_of<PointSymbol>(rule); !points.empty()) point = points.back();
        if (const auto texts = all_of<TextSymbol>(rule); !texts.empty()) text = texts.front();
        if (area) {
            if (area->stroke) line = &*area->stroke;
            return;
        }
        for (auto* stroke : strokes_of(rule))
            if (!line || constant_of(stroke->width) || !constant_of(line->width)) line = stroke;
    }
    QColor* fill_colour() const {
        if (area) return area->fill ? &area->fill->colour : nullptr;
        return point && point->graphic.mark ? &point->graphic.mark->fill : nullptr;
    }
};

GraphicLook graphic_look(const Graphic& graphic) {
    return {graphic.svg_name, graphic.mark ? graphic.mark->shape : "", graphic.svg,
            constant_of(graphic.size)};
}

void set_graphic(Graphic& graphic, const GraphicLook& look) {
    graphic.svg_name = look.svg_name;
    graphic.svg = look.svg;
    if (look.shape.empty()) {
        graphic.mark.reset();
    } else {
        if (!graphic.mark) graphic.mark = Mark{look.shape, QColor(Qt::black), {}};
        graphic.mark->shape = look.shape;
    }
    if (look.size && look.size != constant_of(graphic.size)) graphic.size = literal(*look.size);
}

void set_fill(const Parts& parts, const std::optional<QColor>& colour) {
    if (parts.area && colour && !parts.area->fill) parts.area->fill = Fill{};
    if (auto* fill = parts.fill_colour()) *fill = colour.value_or(QColor());
}

void set_pattern(PolygonSymbol& area, const std::optional<GraphicLook>& look) {
    if (!look) {
        if (area.fill) area.fill->pattern.reset();
        return;
    }
    if (!area.fill) area.fill = Fill{};
    if (!area.fill->pattern) area.fill->pattern = Graphic{};
    set_graphic(*area.fill->pattern, *look);
}

void set_outline(Rule& rule, const Parts& parts, const std::optional<LineLook>& before,
                 const std::optional<LineLook>& look) {
    if (!look) {
        if (parts.area) parts.area->stroke.reset();
        return;
    }
    if (parts.area && !parts.area->stroke) {
        parts.area->stroke = Stroke{};
        parts.area->stroke->join = Qt::RoundJoin;
    }
    Stroke* main = parts.area ? &*parts.area->stroke : parts.line;
    if (!main) return;
    for (auto* stroke : strokes_of(rule)) {
        if (stroke == main || !before) continue;
        if (stroke->colour.rgb() == before->colour.rgb()) {
            QColor same = look->colour;
            same.setAlphaF(stroke->colour.alphaF());
            stroke->colour = same;
        }
        const auto width = constant_of(stroke->width);
        if (width && before->width && look->width && *before->width > 0 && before->width != look->width)
            stroke->width = literal(*width * *look->width / *before->width);
    }
    main->colour = look->colour;
    main->dashes = look->dashes;
    if (look->width && look->width != constant_of(main->width)) main->width = literal(*look->width);
}

void set_symbol(Rule& rule, const Parts& parts, const GraphicLook& before, const GraphicLook& look) {
    if (!parts.point) return;
    for (auto* point : all_of<PointSymbol>(rule)) {  // a rim is the same shape, a little larger
        const auto size = constant_of(point->graphic.size);
        if (point == parts.point || !size) continue;
        if (before.size && look.size && *before.size > 0 && before.size != look.size)
            point->graphic.size = literal(*size * *look.size / *before.size);
        if (point->graphic.mark && !look.shape.empty() && point->graphic.mark->shape == before.shape)
            point->graphic.mark->shape = look.shape;
    }
    set_graphic(parts.point->graphic, look);
}

}  // namespace

RuleLook look_of(const Rule& rule) {
    Rule copy = rule;
    const Parts parts(copy);
    RuleLook look;
    look.visible = !rule.hidden;
    look.title = rule.title;
    look.min_scale = rule.min_scale;
    look.max_scale = rule.max_scale;
    look.is_area = parts.area != nullptr;
    if (const auto* fill = parts.fill_colour(); fill && fill->isValid()) look.fill = *fill;
    if (parts.line)
        look.outline = LineLook{parts.line->colour, constant_of(parts.line->width), parts.line->dashes};
    if (parts.area && parts.area->fill && parts.area->fill->pattern)
        look.pattern = graphic_look(*parts.area->fill->pattern);
    if (parts.point) look.symbol = graphic_look(parts.point->graphic);
    if (parts.text) look.text = LabelLook{parts.text->colour, parts.text->font.size};
    return look;
}

void set_look(Rule& rule, const RuleLook& look) {
    const RuleLook before = look_of(rule);
    const Parts parts(rule);
    rule.hidden = !look.visible;
    rule.title = look.title;
    rule.min_scale = look.min_scale;
    rule.max_scale = look.max_scale;
    if (look.fill != before.fill) set_fill(parts, look.fill);
    if (parts.area && look.pattern != before.pattern) set_pattern(*parts.area, look.pattern);
    if (look.outline != before.outline) set_outline(rule, parts, before.outline, look.outline);
    if (look.symbol && before.symbol && look.symbol != before.symbol)
        set_symbol(rule, parts, *before.symbol, *look.symbol);
    if (parts.text && look.text) {
        parts.text->colour = look.text->colour;
        parts.text->font.size = look.text->size;
    }
    if (parts.area && parts.area->fill && !parts.area->fill->colour.isValid() && !parts.area->fill->pattern)
        parts.area->fill.reset();
}

}  // namespace liangdi::render
