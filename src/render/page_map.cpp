#include "render/page_map.hpp"

#include <algorithm>
#include <cmath>

#include "render/page_text.hpp"

namespace liangdi::render {

namespace {

const QColor cross_colour{0x8A, 0x8A, 0x84};
constexpr double tick_text_mm = 2.3, cross_mm = 2;

/// The map's place in whole device px, and the view that puts every ground point where the paper wants it
/// nonetheless.
struct Placed {
    QPoint at;
    MapView view;
};

Placed placed(const QRectF& box, const PageMap& map, double dpi) {
    const double k = dpi / 25.4;
    const QPoint at(static_cast<int>(std::lround(box.left() * k)),
                    static_cast<int>(std::lround(box.top() * k)));
    const QSize size(std::max(1, static_cast<int>(std::lround(box.width() * k))),
                     std::max(1, static_cast<int>(std::lround(box.height() * k))));
    MapView view = MapView::at_scale(map.centre, map.scale, size, dpi);
    // The scale of a page may lie outside of what a window can be zoomed to.
    view.m_per_px = map.scale * 0.0254 / dpi;
    const QPointF off = QPointF(at) + QPointF(size.width(), size.height()) / 2 - box.center() * k;
    view.centre = {map.centre.x + off.x() * view.m_per_px, map.centre.y - off.y() * view.m_per_px};
    return {at, view};
}

MapReport paint_ground(QPainter& painter, const PageDevice& device, const QRectF& box, const PageMap& map) {
    const Placed place = placed(box, map, device.dpi);
    MapRequest request = map.map;
    request.view = place.view;
    painter.save();
    device.to_px(painter, place.at);
    MapReport report;
    if (device.raster) {
        painter.drawImage(0, 0, MapRenderer().to_image(request, &report));
    } else {
        report = MapRenderer().paint(request, painter);
    }
    painter.restore();
    return report;
}

QString coordinate(double metres) {
    return QString::number(std::llround(metres));
}

void draw_ticks(QPainter& painter, const QRectF& mm, const QRectF& box, const PageMap& map) {
    const geo::Box ground = map_ground(mm, map);
    const double step = map.tick_m;
    const auto first = [&](double from) { return std::ceil(from / step) * step; };
    const double gap = map.gap_mm;
    painter.setPen(QPen(page_ink, 0.2 * page_units_a_mm, Qt::SolidLine, Qt::FlatCap));
    const auto line = [&](QPointF a, QPointF b) {
        painter.drawLine(a * page_units_a_mm, b * page_units_a_mm);
    };
    const TextLook look{tick_text_mm, false, Align::left, page_ink, 0, true};
    const QFont font = page_font(tick_text_mm, false);
    for (double e = first(ground.min_x); e <= ground.max_x; e += step) {
        const double x = map_place_mm(mm, map, {e, 0}).x();
        line({x, box.top() - gap}, {x, box.top()});
        line({x, box.bottom()}, {x, box.bottom() + gap});
        const double width = text_width_mm(coordinate(e), font);
        if (x + 0.6 + width > box.right()) continue;  // would run over the corner
        for (const double y : {box.top() - gap, box.bottom()})
            draw_text(painter, {x + 0.6, y, width + 1, gap}, coordinate(e), look);
    }
    for (double n = first(ground.min_y); n <= ground.max_y; n += step) {
        const double y = map_place_mm(mm, map, {0, n}).y();
        line({box.left() - gap, y}, {box.left(), y});
        line({box.right(), y}, {box.right() + gap, y});
        const double width = text_width_mm(coordinate(n), font);
        if (y - 0.6 - width < box.top()) continue;
        for (const double x : {box.left() - gap, box.right()}) {
            painter.save();
            painter.translate(QPointF(x, y - 0.6) * page_units_a_mm);
            painter.rotate(-90);
            draw_text(painter, {0, 0, width + 1, gap}, coordinate(n), look);
            painter.restore();
        }
    }
    if (!map.crosses) return;
    painter.setPen(QPen(cross_colour, 0.15 * page_units_a_mm, Qt::SolidLine, Qt::FlatCap));
    for (double e = first(ground.min_x); e <= ground.max_x; e += step) {
        for (double n = first(ground.min_y); n <= ground.max_y; n += step) {
            const QPointF at = map_place_mm(mm, map, {e, n});
            line(at - QPointF(cross_mm, 0), at + QPointF(cross_mm, 0));
            line(at - QPointF(0, cross_mm), at + QPointF(0, cross_mm));
        }
    }
}

void draw_frame(QPainter& painter, const QRectF& box, double width_mm) {
    if (width_mm <= 0) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(page_ink, width_mm * page_units_a_mm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(page_units(box));
}

}  // namespace

QRectF map_box_mm(const QRectF& mm, const PageMap& map) {
    const double around = map.gap_mm + map.outer_mm;
    return mm.adjusted(around, around, -around, -around);
}

geo::Box map_ground(const QRectF& mm, const PageMap& map) {
    const QRectF box = map_box_mm(mm, map);
    const double half_x = box.width() / 2000 * map.scale, half_y = box.height() / 2000 * map.scale;
    return {map.centre.x - half_x, map.centre.y - half_y, map.centre.x + half_x, map.centre.y + half_y};
}

QPointF map_place_mm(const QRectF& mm, const PageMap& map, geo::Point ground) {
    const QPointF middle = map_box_mm(mm, map).center();
    return {middle.x() + (ground.x - map.centre.x) * 1000 / map.scale,
            middle.y() - (ground.y - map.centre.y) * 1000 / map.scale};
}

double scale_that_fits(const geo::Box& box, const QSizeF& mm, const std::vector<double>& scales) {
    const double least =
        std::max(box.width() / std::max(mm.width(), 1.0), box.height() / std::max(mm.height(), 1.0)) * 1000;
    for (const double scale : scales)
        if (scale >= least) return scale;
    for (double power = 1;; power *= 10)
        for (const double round : {1.0, 2.0, 5.0})
            if (round * power >= least) return round * power;
}

double tick_distance_m(double scale) {
    const double least = 0.04 * scale;
    for (double power = 1;; power *= 10)
        for (const double round : {1.0, 2.0, 5.0})
            if (round * power >= least) return round * power;
}

MapReport paint_map(QPainter& painter, const PageDevice& device, const QRectF& mm, const PageMap& map) {
    const QRectF box = map_box_mm(mm, map);
    MapReport report = paint_ground(painter, device, box, map);
    if (map.tick_m > 0) draw_ticks(painter, mm, box, map);
    draw_frame(painter, box, map.inner_mm);
    const double half = map.outer_mm / 2;
    draw_frame(painter, mm.adjusted(half, half, -half, -half), map.outer_mm);
    return report;
}

}  // namespace liangdi::render
