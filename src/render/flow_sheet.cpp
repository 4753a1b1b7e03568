#include "render/flow_sheet.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "render/map_font.hpp"
#include "render/map_furniture.hpp"
#include "render/map_renderer.hpp"
#include "render/page_layout.hpp"

namespace liangdi::render {

namespace {

const QColor ink{0x1C, 0x20, 0x24}, muted{0x56, 0x5C, 0x63}, panel{0xF8, 0xF8, 0xF5};
const QColor town_colour{0x1B, 0x5E, 0x8C}, village_colour{0x85, 0x53, 0x00};

void text(QPainter& painter, const QRectF& box, Qt::Alignment side, const QString& words, const QFont& font,
          const QColor& colour) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(side | Qt::AlignVCenter),
                     QFontMetricsF(font).elidedText(words, Qt::ElideRight, box.width()));
}

void head(QPainter& painter, const QRect& box, const QString& words, double scale, const QColor& colour,
          double px) {
    painter.fillRect(box, panel);
    painter.fillRect(QRectF(box.left(), box.bottom() + 1 - 3 * px, box.width(), 3 * px), colour);
    const QRectF inside = QRectF(box).adjusted(10 * px, 0, -10 * px, -3 * px);
    const QString of = scale_text(scale);
    text(painter, inside, Qt::AlignRight, of, furniture_font(12, false, px), muted);
    text(painter, inside.adjusted(0, 0, -90 * px, 0), Qt::AlignLeft, words, furniture_font(13, true, px),
         colour);
}

MapReport map(QPainter& painter, const QRect& box, const MapRequest& request, bool on_picture) {
    MapReport report;
    painter.save();
    painter.translate(box.topLeft());
    if (on_picture) {
        painter.drawImage(QPointF(0, 0), MapRenderer().to_image(request, &report));
    } else {
        report = MapRenderer().paint(request, painter);
    }
    draw_furniture(painter, request.view, {true, true, {}});
    painter.restore();
    return report;
}

}  // namespace

FlowFrame flow_frame(QSize size, double dpi) {
    const double px = dpi / 96;
    const auto of = [px](double at_96) { return static_cast<int>(std::lround(at_96 * px)); };
    const int head_px = of(30), legend_px = of(30), bar_px = of(96), gap = of(6);
    const int half = (size.width() - gap) / 2, map_px = size.height() - head_px - legend_px - bar_px;
    FlowFrame frame;
    frame.town_head = {0, 0, half, head_px};
    frame.village_head = {half + gap, 0, size.width() - half - gap, head_px};
    frame.town = {0, head_px, half, map_px};
    frame.village = {half + gap, head_px, size.width() - half - gap, map_px};
    frame.legend = {0, head_px + map_px, size.width(), legend_px};
    frame.bar = {0, head_px + map_px + legend_px, size.width(), bar_px};
    return frame;
}

MapReport paint_flow_sheet(QPainter& painter, const FlowSheet& sheet, bool on_picture) {
    const double px = sheet.dpi / 96;
    const FlowFrame frame = flow_frame(sheet.size_px, sheet.dpi);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRect(QPoint(0, 0), sheet.size_px), panel);
    MapReport report = map(painter, frame.town, sheet.town, on_picture);
    report += map(painter, frame.village, sheet.village, on_picture);
    head(painter, frame.town_head, sheet.town_head, sheet.town.view.scale(), town_colour, px);
    head(painter, frame.village_head, sheet.village_head, sheet.village.view.scale(), village_colour, px);

    FlowScene scene{sheet.town.view, sheet.village.view, frame.town, frame.village,
                    sheet.from,      sheet.lines,        px};
    if (!sheet.from_town) {
        std::swap(scene.from_view, scene.to_view);
        std::swap(scene.from_rect, scene.to_rect);
    }
    painter.save();
    painter.setClipRect(QRectF(frame.town.united(frame.village)), Qt::IntersectClip);
    paint_flows(painter, flow_layout(scene));
    painter.restore();

    const QFont small = furniture_font(12, false, px);
    const double words_px = QFontMetricsF(small).horizontalAdvance(sheet.width_words);
    const QRectF legend = QRectF(frame.legend).adjusted(12 * px, 0, -12 * px, 0);
    text(painter, legend, Qt::AlignRight, sheet.width_words, small, ink);
    paint_flow_sample(painter, {legend.right() - words_px - 68 * px, legend.top(), 56 * px, legend.height()},
                      5 * px);

    const QRectF bar = QRectF(frame.bar).adjusted(12 * px, 0, -12 * px, -8 * px);
    const double third = bar.height() / 3;
    text(painter, {bar.left(), bar.top(), bar.width(), third}, Qt::AlignLeft, sheet.caption,
         furniture_font(13, true, px), ink);
    paint_stacked_bar(painter, {bar.left(), bar.top() + third + 2 * px, bar.width(), third - 4 * px},
                      sheet.bar, px);
    text(painter, {bar.left(), bar.top() + 2 * third, bar.width(), third}, Qt::AlignLeft, sheet.statuses,
         small, muted);
    painter.restore();
    return report;
}

}  // namespace liangdi::render
