#include "render/map_furniture.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "render/map_font.hpp"

namespace liangdi::render {

namespace {

const QColor ink{0x1C, 0x20, 0x24};
const QColor panel{255, 255, 255, 217};

void draw_scale_bar(QPainter& painter, const MapView& view, double px) {
    const double length_m = scale_bar_length_m(view.m_per_px, 150 * px);
    const double length = length_m / view.m_per_px, left = 28 * px, bottom = view.size_px.height() - 20 * px;
    const double thick = 5 * px;
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawRoundedRect(QRectF(12 * px, bottom - 28 * px, length + 56 * px, 40 * px), 3 * px, 3 * px);
    painter.setPen(QPen(ink, px));
    for (int quarter = 0; quarter < 4; ++quarter) {
        painter.setBrush(quarter % 2 == 0 ? ink : QColor(Qt::white));
        painter.drawRect(QRectF(left + length / 4 * quarter, bottom - thick, length / 4, thick));
    }
    const QFont font = furniture_font(11, false, px);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const auto label = [&](double x, const QString& text) {
        painter.drawText(QPointF(x - metrics.horizontalAdvance(text) / 2, bottom - thick - 5 * px), text);
    };
    const bool km = length_m >= 1000;
    label(left, QStringLiteral("0"));
    label(left + length / 2, QString::number(length_m / (km ? 2000 : 2)));
    label(left + length, length_text(length_m));
}

void draw_north_arrow(QPainter& painter, const MapView& view, double px) {
    painter.save();
    painter.translate(view.size_px.width() - 36 * px, 40 * px);
    painter.scale(px, px);
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawEllipse(QPointF(0, 0), 24, 24);
    painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{{0, -4}, {-6, 17}, {0, 12}});
    painter.setBrush(Qt::white);
    painter.drawPolygon(QPolygonF{{0, -4}, {6, 17}, {0, 12}});
    painter.restore();
    const QFont font = furniture_font(11, true, px);
    painter.setFont(font);
    painter.setPen(ink);
    const QString north = QString::fromUtf8("北");
    painter.drawText(
        QPointF(view.size_px.width() - 36 * px - QFontMetricsF(font).horizontalAdvance(north) / 2, 30 * px),
        north);
}

void draw_title(QPainter& painter, const MapView& view, const QString& title, double px) {
    const QFont font = furniture_font(22, true, px);
    const double width = QFontMetricsF(font).horizontalAdvance(title);
    const double middle = view.size_px.width() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawRoundedRect(QRectF(middle - width / 2 - 14 * px, 12 * px, width + 28 * px, 38 * px), 3 * px,
                            3 * px);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QPointF(middle - width / 2, 39 * px), title);
}

}  // namespace

double scale_bar_length_m(double m_per_px, double longest_px) {
    const double longest_m = m_per_px * longest_px;
    const double power = std::pow(10.0, std::floor(std::log10(longest_m)));
    for (const double step : {5.0, 2.0})
        if (step * power <= longest_m) return step * power;
    return power;
}

QString length_text(double length_m) {
    return length_m >= 1000 ? QString::number(length_m / 1000) + QStringLiteral(" km")
                            : QString::number(length_m) + QStringLiteral(" m");
}

void draw_furniture(QPainter& painter, const MapView& view, const MapFurniture& furniture) {
    const double px = view.dpi / 96;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (furniture.scale_bar) draw_scale_bar(painter, view, px);
    if (furniture.north_arrow) draw_north_arrow(painter, view, px);
    if (!furniture.title.isEmpty()) draw_title(painter, view, furniture.title, px);
    painter.restore();
}

}  // namespace liangdi::render
