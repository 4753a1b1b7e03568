#include "gui/swatch.hpp"

#include <QPainter>
#include <QPixmap>
#include <algorithm>

#include "render/graphic.hpp"

namespace liangdi::gui {

namespace {

constexpr QSize swatch_size(20, 12);

/// The first symbolizers of each sort that draw anything, whatever the scale.
struct Looks {
    const render::Fill* fill = nullptr;
    const render::Stroke* outline = nullptr;
    const render::Stroke* line = nullptr;
    const render::Graphic* mark = nullptr;
};

Looks looks_of(const render::Style& style) {
    Looks looks;
    for (const auto& pass : style.passes) {
        for (const auto& rule : pass.rules) {
            for (const auto& symbolizer : rule.symbolizers) {
                if (const auto* area = std::get_if<render::PolygonSymbol>(&symbolizer)) {
                    if (!looks.fill && area->fill && area->fill->colour.isValid()) looks.fill = &*area->fill;
                    if (!looks.outline && area->stroke) looks.outline = &*area->stroke;
                } else if (const auto* line = std::get_if<render::LineSymbol>(&symbolizer)) {
                    if (!looks.line) looks.line = &line->stroke;
                } else if (const auto* point = std::get_if<render::PointSymbol>(&symbolizer)) {
                    if (!looks.mark) looks.mark = &point->graphic;
                }
            }
        }
    }
    return looks;
}

double width_of(const render::Stroke& stroke) {
    const auto width = render::to_number(render::evaluate(stroke.width, {}));
    return std::clamp(width.value_or(1), 0.8, 2.5);
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
        painter.setBrush(looks.fill ? QBrush(looks.fill->colour) : QBrush(Qt::NoBrush));
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
