#include "render/graphic.hpp"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/paper.hpp"

namespace liangdi::render {

QPainterPath mark_path(std::string_view shape, double size) {
    QPainterPath path;
    const double r = size / 2;
    if (shape == "circle") {
        path.addEllipse(QPointF(0, 0), r, r);
    } else if (shape == "triangle") {
        path.addPolygon(QPolygonF{{0, -r}, {r, r}, {-r, r}, {0, -r}});
        path.closeSubpath();
    } else if (shape == "star") {
        QPolygonF star;
        for (int i = 0; i < 10; ++i) {
            const double angle = i * std::numbers::pi / 5, radius = i % 2 ? r * 0.4 : r;
            star << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
        }
        path.addPolygon(star);
        path.closeSubpath();
    } else if (shape == "cross" || shape == "x") {
        const double d = shape == "x" ? r * std::numbers::sqrt2 / 2 : r;
        path.moveTo(shape == "x" ? QPointF(-d, -d) : QPointF(-d, 0));
        path.lineTo(shape == "x" ? QPointF(d, d) : QPointF(d, 0));
        path.moveTo(shape == "x" ? QPointF(-d, d) : QPointF(0, -d));
        path.lineTo(shape == "x" ? QPointF(d, -d) : QPointF(0, d));
    } else {
        path.addRect(-r, -r, size, size);
    }
    return path;
}

QSizeF graphic_size(const Graphic& graphic, double height) {
    if (graphic.mark) return {height, height};
    const QSizeF drawn = QSvgRenderer(graphic.svg).viewBoxF().size();
    return drawn.height() > 0 ? QSizeF(height * drawn.width() / drawn.height(), height) : QSizeF();
}

QPen pen_of(const Stroke& stroke, double width_px, double unit_px) {
    if (width_px <= 0 || stroke.colour.alpha() == 0) return Qt::NoPen;
    QPen pen(stroke.colour, width_px, Qt::SolidLine, stroke.cap, stroke.join);
    if (!stroke.dashes.empty()) {
        QList<qreal> dashes;  // Qt counts dashes in pen widths
        for (const double dash : stroke.dashes) dashes << dash * unit_px / width_px;
        pen.setDashPattern(dashes);
        pen.setDashOffset(stroke.dash_offset * unit_px / width_px);
    }
    return pen;
}

QRectF graphic_box(QPointF at, const Graphic& graphic, double height, double px) {
    const QSizeF size = graphic_size(graphic, height);
    const QPointF centre = at + QPointF(size.width() * (0.5 - graphic.anchor_x) + graphic.offset_x * px,
                                        size.height() * (graphic.anchor_y - 0.5) - graphic.offset_y * px);
    return QRectF(centre - QPointF(size.width(), size.height()) / 2, size);
}

void paint_graphic(QPainter& painter, QPointF at, const Graphic& graphic, double height, double px) {
    const QRectF box = graphic_box(at, graphic, height, px);
    if (box.isEmpty()) return;
    painter.save();
    painter.translate(box.center());
    painter.rotate(graphic.rotation_deg);
    painter.setOpacity(painter.opacity() * graphic.opacity);
    if (graphic.mark) {
        const Mark& mark = *graphic.mark;
        painter.setPen(Qt::NoPen);
        if (mark.stroke)
            painter.setPen(paper_pen(
                painter,
                pen_of(*mark.stroke, to_number(evaluate(mark.stroke->width, {})).value_or(1) * px, px)));
        painter.setBrush(mark.fill.isValid() ? QBrush(mark.fill) : QBrush(Qt::NoBrush));
        painter.drawPath(mark_path(mark.shape, height));
    } else {
        QSvgRenderer(graphic.svg)
            .render(&painter, QRectF(QPointF(-box.width(), -box.height()) / 2, box.size()));
    }
    painter.restore();
}

QBrush pattern_brush(const Graphic& graphic, double height, double px) {
    const QSizeF size = graphic_size(graphic, height);
    const QSize whole(std::max(1, static_cast<int>(std::lround(size.width()))),
                      std::max(1, static_cast<int>(std::lround(size.height()))));
    QImage tile(whole, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    if (graphic.mark) {
        paint_graphic(painter, QRectF(tile.rect()).center(), graphic, height, px);
    } else {
        painter.setOpacity(graphic.opacity);
        QSvgRenderer(graphic.svg).render(&painter, QRectF(tile.rect()));
    }
    painter.end();
    return QBrush(tile);
}

}  // namespace liangdi::render
