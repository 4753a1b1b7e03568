#include "render/flow_painter.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "render/map_font.hpp"

namespace liangdi::render {

namespace {

constexpr double rim_px = 3;
const QColor pill_text{0x2C, 0x14, 0x50}, figures_text{0x1C, 0x20, 0x24};

QPainterPath path_of(const FlowRibbon& ribbon) {
    const double reach = (ribbon.to.x() - ribbon.from.x()) / 2;
    QPainterPath path(ribbon.from);
    path.cubicTo(ribbon.from + QPointF(reach, 0), ribbon.to - QPointF(reach, 0), ribbon.to);
    return path;
}

QColor with_opacity(QColor colour) {
    colour.setAlphaF(flow_opacity);
    return colour;
}

void stroke(QPainter& painter, const QPainterPath& path, double width) {
    painter.strokePath(path, QPen(with_opacity(Qt::white), width + rim_px, Qt::SolidLine, Qt::FlatCap));
    painter.strokePath(path, QPen(with_opacity(flow_colour), width, Qt::SolidLine, Qt::FlatCap));
}

void paint_pill(QPainter& painter, const FlowPill& pill, double px) {
    if (pill.at) {
        painter.setPen(QPen(flow_colour, 1.2 * px));
        const double near_x = pill.at->x() < pill.box.center().x() ? pill.box.left() : pill.box.right();
        painter.drawLine(*pill.at, QPointF(near_x, pill.box.center().y()));
        painter.setBrush(Qt::white);
        painter.drawEllipse(*pill.at, 3.5 * px, 3.5 * px);
    }
    painter.setPen(QPen(flow_colour, 1.5 * px));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(pill.box, 3 * px, 3 * px);
    painter.setFont(furniture_font(12, true, px));
    painter.setPen(pill_text);
    painter.drawText(pill.box.topLeft() + QPointF(9 * px, 15 * px), pill.name);
    painter.setFont(furniture_font(11, false, px));
    painter.setPen(figures_text);
    painter.drawText(pill.box.topLeft() + QPointF(9 * px, 30 * px), pill.figures);
}

/// From the flow's own dark to a pale one.
QColor shade(std::size_t i, std::size_t count) {
    constexpr QRgb dark = 0x4A2A78, pale = 0xB9A6D4;
    const double part = count < 2 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
    return {mix(qRed(dark), qRed(pale)), mix(qGreen(dark), qGreen(pale)), mix(qBlue(dark), qBlue(pale))};
}

}  // namespace

void paint_flows(QPainter& painter, const FlowPicture& picture) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const auto& ribbon : picture.ribbons) stroke(painter, path_of(ribbon), ribbon.width_px);
    for (const auto& pill : picture.pills) paint_pill(painter, pill, picture.px);
    painter.restore();
}

void paint_flow_sample(QPainter& painter, const QRectF& box, double width_px) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath line(QPointF(box.left(), box.center().y()));
    line.lineTo(QPointF(box.right(), box.center().y()));
    stroke(painter, line, width_px);
    painter.restore();
}

std::vector<QRectF> stacked_boxes(const QRectF& box, const std::vector<BarPart>& parts) {
    double all = 0;
    for (const auto& part : parts) all += part.value;
    std::vector<QRectF> boxes;
    double before = 0;
    for (const auto& part : parts) {
        const double left = all > 0 ? before / all * box.width() : 0;
        before += part.value;
        const double right = all > 0 ? before / all * box.width() : 0;
        boxes.emplace_back(box.left() + left, box.top(), right - left, box.height());
    }
    return boxes;
}

void paint_stacked_bar(QPainter& painter, const QRectF& box, const std::vector<BarPart>& parts, double px) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QFont font = furniture_font(11, false, px);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const auto boxes = stacked_boxes(box, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QColor fill = shade(i, parts.size());
        painter.fillRect(boxes[i], fill);
        if (i > 0) painter.fillRect(QRectF(boxes[i].left() - px / 2, box.top(), px, box.height()), Qt::white);
        const double room = boxes[i].width() - 12 * px;
        if (room < metrics.horizontalAdvance(QStringLiteral("村…"))) continue;
        painter.setPen(fill.lightness() < 140 ? Qt::white : QColor(0x1C, 0x20, 0x24));
        painter.drawText(boxes[i].adjusted(6 * px, 0, -2 * px, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(parts[i].words, Qt::ElideRight, room));
    }
    painter.restore();
}

}  // namespace liangdi::render
