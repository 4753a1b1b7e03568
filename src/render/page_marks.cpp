#include "render/page_marks.hpp"

#include <algorithm>

#include "render/map_furniture.hpp"
#include "render/page_table.hpp"
#include "render/page_text.hpp"

namespace liangdi::render {

namespace {

QPen line_of(double width_mm) {
    return QPen(page_ink, width_mm * page_units_a_mm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

void north_arrow(QPainter& painter, QPointF middle, double height) {
    const double half = height / 2, wing = height / 5.5, notch = height / 5;
    painter.setPen(line_of(0.15));
    const auto place = [&](double x, double y) { return (middle + QPointF(x, y)) * page_units_a_mm; };
    painter.setBrush(page_ink);
    painter.drawPolygon(QPolygonF{place(0, -half), place(wing, half), place(0, half - notch)});
    painter.setBrush(Qt::white);
    painter.drawPolygon(QPolygonF{place(0, -half), place(-wing, half), place(0, half - notch)});
}

}  // namespace

void paint_scale_bar(QPainter& painter, const QRectF& mm, const PageScaleBar& bar) {
    const double m_per_mm = bar.scale / 1000;
    const double length_m = scale_bar_length_m(m_per_mm, mm.width());
    const double length = length_m / m_per_mm, thick = bar.size_mm * 0.7;
    const double top = mm.top() + bar.size_mm * 1.5;
    painter.setPen(line_of(0.2));
    for (int quarter = 0; quarter < 4; ++quarter) {
        painter.setBrush(quarter % 2 == 0 ? page_ink : QColor(Qt::white));
        painter.drawRect(page_units({mm.left() + length / 4 * quarter, top, length / 4, thick}));
    }
    const QFont font = page_font(bar.size_mm, false);
    const auto label = [&](double x, const QString& text) {
        const double width = text_width_mm(text, font);
        draw_text(painter, {x - width / 2 - 1, mm.top(), width + 2, bar.size_mm * 1.4}, text,
                  {bar.size_mm, false, Align::centre});
    };
    const bool km = length_m >= 1000;
    label(mm.left(), QStringLiteral("0"));
    label(mm.left() + length / 2, QString::number(length_m / (km ? 2000 : 2)));
    label(mm.left() + length, length_text(length_m));
}

void paint_north(QPainter& painter, const QRectF& mm, const PageNorth& north) {
    painter.setPen(line_of(0.2));
    painter.setBrush(Qt::white);
    painter.drawRect(page_units(mm));
    const double letter = north.size_mm * 1.7;
    const QFont font = page_font(north.size_mm, false);
    const double note =
        north.note.isEmpty() ? 0 : text_height_mm(north.note, font, mm.width() - 1) + north.size_mm * 0.4;
    draw_text(painter, {mm.left(), mm.top() + 0.8, mm.width(), letter * 1.3}, north.letter,
              {letter, true, Align::centre});
    const double top = mm.top() + 0.8 + letter * 1.4;
    const double room = mm.bottom() - note - top - 0.8;
    north_arrow(painter, {mm.center().x(), top + room / 2}, std::max(room, 1.0));
    draw_text(painter, {mm.left() + 0.5, mm.bottom() - note, mm.width() - 1, note}, north.note,
              {north.size_mm, false, Align::centre});
}

void paint_image(QPainter& painter, const QRectF& mm, const PageImage& image) {
    const double caption = image.caption.isEmpty() ? 0 : 4.5;
    const QRectF room = mm.adjusted(0, 0, 0, -caption);
    if (image.image.isNull() || room.height() <= 0) return;
    const QSizeF size = QSizeF(image.image.size()).scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF at(room.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawImage(page_units(at), image.image);
    if (caption > 0)
        draw_text(painter, {mm.left(), mm.bottom() - caption + 0.6, mm.width(), caption - 0.6}, image.caption,
                  {2.8, false, Align::centre});
}

void paint_rule(QPainter& painter, const QRectF& mm, const PageRule& rule) {
    if (rule.width_mm > 0) {
        painter.setPen(
            QPen(rule.line, rule.width_mm * page_units_a_mm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(rule.fill.isValid() ? QBrush(rule.fill) : QBrush(Qt::NoBrush));
    const QRectF box = page_units(mm);
    if (mm.width() == 0 || mm.height() == 0) {
        painter.drawLine(box.topLeft(), box.bottomRight());
    } else {
        painter.drawRect(box);
    }
}

double chart_height_mm(const PageChart& chart) {
    const double heading = chart.heading.isEmpty() ? 0 : heading_bar_mm(chart.size_mm) + chart.size_mm * 0.5;
    const double series = chart.series.empty() ? 0 : chart.size_mm * 2;
    return heading + series + static_cast<double>(chart.bars.size()) * chart.size_mm * 2;
}

void paint_chart(QPainter& painter, const QRectF& mm, const PageChart& chart) {
    const double size = chart.size_mm;
    double y = mm.top();
    if (!chart.heading.isEmpty()) {
        paint_heading(painter, {mm.left(), y, mm.width(), heading_bar_mm(size)}, chart.heading, size);
        y += heading_bar_mm(size) + size * 0.5;
    }
    const QFont font = page_font(size, false);
    const auto colour = [&](std::size_t i) {
        return chart.colours.empty() ? QColor(0x1B, 0x5E, 0x8C) : chart.colours[i % chart.colours.size()];
    };
    painter.setPen(Qt::NoPen);
    if (!chart.series.empty()) {
        double x = mm.left();
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            painter.fillRect(page_units({x, y + size * 0.5, size, size}), colour(i));
            const double width = text_width_mm(chart.series[i], font) + 1;
            draw_text(painter, {x + size * 1.3, y, width, size * 2}, chart.series[i],
                      {size, false, Align::left, page_ink, 0, true});
            x += size * 2.6 + width;
        }
        y += size * 2;
    }
    double label = 0, figure = 0, most = 0;
    for (const auto& bar : chart.bars) {
        label = std::max(label, text_width_mm(bar.label, font));
        figure = std::max(figure, text_width_mm(bar.figure, font));
        double sum = 0;
        for (const double value : bar.values) sum += value;
        most = std::max(most, sum);
    }
    label = std::min(label + 1, mm.width() * 0.4);
    figure = std::min(figure + 1, mm.width() * 0.3);
    const double room = std::max(mm.width() - label - figure - 2, 1.0);
    for (const auto& bar : chart.bars) {
        draw_text(painter, {mm.left(), y, label, size * 2}, bar.label,
                  {size, false, Align::right, page_ink, 0, true});
        double x = mm.left() + label + 1;
        for (std::size_t i = 0; i < bar.values.size(); ++i) {
            const double width = most > 0 ? bar.values[i] / most * room : 0;
            painter.fillRect(page_units({x, y + size * 0.35, width, size * 1.3}), colour(i));
            x += width;
        }
        draw_text(painter, {x + 1, y, figure + 1, size * 2}, bar.figure,
                  {size, false, Align::left, page_ink, 0, true});
        y += size * 2;
    }
}

}  // namespace liangdi::render
