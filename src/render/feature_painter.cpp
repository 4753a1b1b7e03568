#include "render/feature_painter.hpp"

#include <algorithm>
#include <cmath>

#include "render/graphic.hpp"
#include "render/paper.hpp"

namespace liangdi::render {

namespace {
const QColor selection_core{0xFF, 0xE5, 0x00}, selection_case{0x1A, 0x1A, 0x1A};
constexpr double core_px = 2.6, case_px = 5.4, selected_point_px = 14;

/// Where the ground's origin falls within a tile, so that patterns stay on the ground when the map moves.
QPointF tile_origin(const MapView& view, QSize tile) {
    const QPointF origin = view.to_px({0, 0});
    return {std::fmod(std::round(origin.x()), tile.width()),
            std::fmod(std::round(origin.y()), tile.height())};
}
}  // namespace

QRectF clip_for(const MapView& view) {
    constexpr double beyond_px = 2048;
    return QRectF(QPointF(0, 0), QSizeF(view.size_px)).adjusted(-beyond_px, -beyond_px, beyond_px, beyond_px);
}

FeaturePainter::FeaturePainter(QPainter& painter, const Pixels& pixels, const MapView& view, double px)
    : painter_(painter),
      pixels_(pixels),
      view_(view),
      px_(px),
      clip_(clip_for(view)),
      paper_(on_paper(painter)) {}

double FeaturePainter::size_of(const Symbolizer& symbolizer, const FeatureAttributes& feature) {
    const auto in_px = [&](const Expression& e, Unit unit) {
        if (!e.constant()) return to_number(evaluate(e, feature)).value_or(0) * unit_px(unit);
        const auto [at, fresh] = sizes_.try_emplace(&symbolizer);
        if (fresh) at->second = to_number(evaluate(e, feature)).value_or(0) * unit_px(unit);
        return at->second;
    };
    const auto* size = size_expression(symbolizer);
    return size ? in_px(*size, unit_of(symbolizer)) : 0;
}

void FeaturePainter::draw(const FeatureShape& shape, const Symbolizer& symbolizer, double size_px) {
    if (shape.points.empty()) return;
    if (const auto* polygon = std::get_if<PolygonSymbol>(&symbolizer))
        draw_polygon(shape, *polygon, size_px);
    else if (const auto* line = std::get_if<LineSymbol>(&symbolizer))
        draw_line(shape, *line, size_px);
    else if (const auto* point = std::get_if<PointSymbol>(&symbolizer))
        draw_point(shape, *point, size_px);
}

const QBrush& FeaturePainter::pattern(const Graphic& graphic, Unit unit) {
    auto [at, fresh] = patterns_.try_emplace(&graphic);
    if (fresh) {
        const double height = to_number(evaluate(graphic.size, {})).value_or(8) * unit_px(unit);
        at->second = pattern_brush(graphic, std::clamp(height, 1.0, 512.0), unit_px(unit));
    }
    return at->second;
}

bool FeaturePainter::hairline(const Stroke& stroke, double stroke_px) const {
    return stroke.dashes.empty() && stroke_px > 0 && pixels_.takes_stroke(stroke_px);
}

QPainterPath FeaturePainter::path_on_device(const FeatureShape& shape) const {
    return path_of(paper_ ? on_whole_px(shape) : shape, clip_);
}

void FeaturePainter::draw_polygon(const FeatureShape& shape, const PolygonSymbol& symbol, double stroke_px) {
    if (shape.kind != FeatureShape::Kind::areas) return;
    const bool filled = symbol.fill && symbol.fill->colour.isValid();
    if (shape.box.width() < 1 && shape.box.height() < 1) {
        // Smaller than a pixel: its coverage is all that can be seen. Outlines would only clog the picture.
        if (filled) painter_.fillRect(shape.box, symbol.fill->colour);
        return;
    }
    const bool patterned = symbol.fill && symbol.fill->pattern;
    bool to_fill = filled, to_stroke = symbol.stroke.has_value();
    if (filled && pixels_.takes_fill(shape)) {
        pixels_.fill(shape, symbol.fill->colour);
        to_fill = false;
    }
    if (to_stroke && !to_fill && !patterned && hairline(*symbol.stroke, stroke_px)) {
        pixels_.stroke(shape, stroke_px, symbol.stroke->colour);
        to_stroke = false;
    }
    if (!to_fill && !to_stroke && !patterned) return;
    const QPainterPath path = path_on_device(shape);
    QPen pen(Qt::NoPen);
    if (to_stroke)
        pen = paper_pen(painter_, pen_of(*symbol.stroke, stroke_px, unit_px(symbol.unit)),
                        filled ? blended(symbol.fill->colour, Qt::white) : QColor(Qt::white));
    painter_.setPen(patterned ? QPen(Qt::NoPen) : pen);
    painter_.setBrush(to_fill ? QBrush(symbol.fill->colour) : QBrush(Qt::NoBrush));
    if (to_fill || !patterned) painter_.drawPath(path);
    if (!patterned) return;
    if (paper_)
        waiting_of(symbol).push_back({path, pen});
    else
        draw_hatched(symbol, {{path, pen}});
}

std::vector<FeaturePainter::Hatched>& FeaturePainter::waiting_of(const PolygonSymbol& symbol) {
    const auto at = std::ranges::find(waiting_, &symbol, &Waiting::symbol);
    if (at != waiting_.end()) return at->areas;
    return waiting_.emplace_back(&symbol).areas;
}

void FeaturePainter::draw_hatched(const PolygonSymbol& symbol, const std::vector<Hatched>& areas) {
    const QBrush& brush = pattern(*symbol.fill->pattern, symbol.unit);
    painter_.setBrushOrigin(tile_origin(view_, brush.textureImage().size()));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(brush);
    for (const auto& area : areas) painter_.drawPath(area.path);
    painter_.setBrush(Qt::NoBrush);
    for (const auto& area : areas)
        if (area.pen.style() != Qt::NoPen) painter_.strokePath(area.path, area.pen);
}

void FeaturePainter::finish_pass() {
    for (const auto& [symbol, areas] : waiting_) draw_hatched(*symbol, areas);
    waiting_.clear();
}

void FeaturePainter::draw_line(const FeatureShape& shape, const LineSymbol& symbol, double stroke_px) {
    if (shape.kind == FeatureShape::Kind::points) return;
    if (hairline(symbol.stroke, stroke_px)) {
        pixels_.stroke(shape, stroke_px, symbol.stroke.colour);
        return;
    }
    const QPen pen = paper_pen(painter_, pen_of(symbol.stroke, stroke_px, unit_px(symbol.unit)));
    if (pen.style() == Qt::NoPen) return;
    painter_.strokePath(path_on_device(shape), pen);
}

void FeaturePainter::draw_point(const FeatureShape& shape, const PointSymbol& symbol, double height_px) {
    if (height_px <= 0) return;
    const auto at = [&](QPointF p) {
        if (clip_.contains(p)) paint_graphic(painter_, p, symbol.graphic, height_px, unit_px(symbol.unit));
    };
    if (shape.kind == FeatureShape::Kind::points)
        for (const QPointF& p : shape.points) at(p);
    else
        at(anchor_of(shape));
}

void draw_selection(QPainter& painter, std::span<const FeatureShape> shapes, double px, const QRectF& clip,
                    const QRectF& rows) {
    const double reach = (selected_point_px + case_px) * px;
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair{selection_case, case_px}, std::pair{selection_core, core_px}}) {
        const QPen pen(colour, width * px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
        for (const auto& shape : shapes) {
            const double radius = selected_point_px / 2 * px;
            const bool tiny = shape.box.width() < radius && shape.box.height() < radius;
            if (shape.points.empty() || !shape.box.adjusted(-reach, -reach, reach, reach).intersects(rows))
                continue;
            // What would be too small to see gets a ring around it.
            if (shape.kind == FeatureShape::Kind::points || tiny)
                painter.drawEllipse(shape.box.center(), radius, radius);
            else
                painter.strokePath(path_of(shape, clip), pen);
        }
    }
}

}  // namespace liangdi::render
