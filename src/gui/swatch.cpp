#include "gui/swatch.hpp"

#include <QPainter>
#include <QPixmap>
#include <algorithm>

#include "land/value.hpp"
#include "render/graphic.hpp"

namespace liangdi::gui {

namespace {

constexpr QSize swatch_size(20, 12);

struct Looks {
    const render::Fill* fill = nullptr;
    const render::Stroke* outline = nullptr;
    const render::Stroke* line = nullptr;
    const render::Graphic* mark = nullptr;
    bool empty() const { return !fill && !outline && !line && !mark; }
};

/// Halos and rims are nearly white and would not be seen on the dock.
bool is_halo(const QColor& colour) {
    constexpr int nearly_white = 235;
    return colour.lightness() > nearly_white;
}

void add_looks(const render::Rule& rule, Looks& looks) {
    for (const auto& symbolizer : rule.symbolizers) {
        if (const auto* area = std::get_if<render::PolygonSymbol>(&symbolizer)) {
            if (!looks.fill && area->fill && (area->fill->colour.isValid() || area->fill->pattern))
                looks.fill = &*area->fill;
            if (!looks.outline && area->stroke && !is_halo(area->stroke->colour))
                looks.outline = &*area->stroke;
        } else if (const auto* line = std::get_if<render::LineSymbol>(&symbolizer)) {
            if (!looks.line && !is_halo(line->stroke.colour)) looks.line = &line->stroke;
        } else if (const auto* point = std::get_if<render::PointSymbol>(&symbolizer)) {
            const auto& mark = point->graphic.mark;
            if (!looks.mark && !(mark && mark->fill.isValid() && is_halo(mark->fill) && !mark->stroke))
                looks.mark = &point->graphic;
        }
    }
}

/// What a typical feature of the layer looks like; where the rules ask for more than its land class, the
/// first symbolizers of each sort.
Looks looks_of(const render::Style& style) {
    const std::vector<std::string> names{"land_class"};
    const std::string land_class = style.layer == "woodland"    ? "0301"
                                   : style.layer == "homestead" ? "0702"
                                                                : "0101";
    const std::vector<land::Value> values{land_class};
    constexpr double near_scale = 1000;
    Looks typical, any;
    std::vector<const render::Rule*> rules;
    for (const auto& pass : style.passes) {
        render::applying_rules(pass, near_scale, {names, values}, rules);
        for (const auto* rule : rules) add_looks(*rule, typical);
        for (const auto& rule : pass.rules)
            if (!rule.hidden) add_looks(rule, any);
    }
    return typical.empty() ? any : typical;
}

double width_of(const render::Stroke& stroke) {
    const auto width = render::to_number(render::evaluate(stroke.width, {}));
    return std::clamp(width.value_or(1), 0.8, 2.5);
}

/// A hatch is smaller here than on the map, so that a swatch shows more than one line of it.
QBrush brush_of(const render::Fill& fill) {
    constexpr double tile_px = 6;
    return fill.pattern ? render::pattern_brush(*fill.pattern, tile_px, 1) : QBrush(fill.colour);
}

}  // namespace

QIcon swatch(const render::Style& style, const QPalette& palette, double ratio) {
    QPixmap pixmap(swatch_size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(0, 0), QSizeF(swatch_size)).adjusted(1, 1, -1, -1);
    const Looks looks = looks_of(style);
    if (looks.fill || looks.outline) {
        const render::Stroke* edge = looks.outline ? looks.outline : looks.line;
        painter.setBrush(looks.fill ? brush_of(*looks.fill) : QBrush(Qt::NoBrush));
        painter.setPen(edge ? QPen(edge->colour, std::min(width_of(*edge), 1.6))
                            : QPen(palette.color(QPalette::Mid), 1));
        painter.drawRect(box);
    } else if (looks.line) {
        painter.setPen(render::pen_of(*looks.line, width_of(*looks.line), 1));
        painter.drawLine(QPointF(0, box.center().y()), QPointF(box.right() + 1, box.center().y()));
    } else if (looks.mark) {
        render::paint_graphic(painter, box.center(), *looks.mark, box.height(), 1);
    }
    painter.end();
    return QIcon(pixmap);
}

}  // namespace liangdi::gui
