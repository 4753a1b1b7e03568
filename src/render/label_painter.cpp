#include "render/label_painter.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "render/graphic.hpp"
#include "render/paper.hpp"

namespace liangdi::render {

namespace {

QPointF baseline_of(const LabelPiece& piece, const QFont& font) {
    return {-piece.width / 2, font.pixelSize() * baseline_below_middle};
}

/// Qt counts an absolute letter spacing in px of the screen and scales it to the device's resolution, where a
/// label is laid out in px of the device: what it draws is measured, and the spacing chosen so that it fits.
QFont font_for(const QFont& font, QPaintDevice* device) {
    const double wanted = font.letterSpacing();
    if (wanted == 0 || font.letterSpacingType() != QFont::AbsoluteSpacing || !device) return font;
    QFont out = font;
    out.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    const auto advance = [device](const QFont& f) {
        return QFontMetricsF(f, device).horizontalAdvance(QStringLiteral("x"));
    };
    const double drawn = advance(font) - advance(out);
    if (drawn * wanted <= 0) return font;
    out.setLetterSpacing(QFont::AbsoluteSpacing, wanted * wanted / drawn);
    return out;
}

template <typename Draw>
void in_place(QPainter& painter, const LabelPiece& piece, Draw draw) {
    const QTransform before = painter.transform();
    painter.translate(piece.centre);
    if (piece.angle_deg != 0) painter.rotate(piece.angle_deg);
    draw();
    painter.setTransform(before);
}

}  // namespace

void draw_label(QPainter& painter, const LabelCandidate& label, std::size_t place) {
    const TextSymbol& symbol = *label.symbol;
    const auto& pieces = label.places[place];
    if (symbol.behind) {
        const double height = to_number(evaluate(symbol.behind->size, {})).value_or(0) * label.px;
        QPointF middle;
        for (const auto& piece : pieces) middle += piece.centre / static_cast<double>(pieces.size());
        paint_graphic(painter, middle, *symbol.behind, height, label.px);
    }
    if (symbol.halo_radius > 0) {
        const QPen halo = paper_pen(painter, QPen(symbol.halo_colour, symbol.halo_radius * 2 * label.px,
                                                  Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const auto& piece : pieces)
            in_place(painter, piece, [&] {
                QPainterPath outline;
                outline.addText(baseline_of(piece, label.font), label.font, piece.text);
                painter.strokePath(on_paper(painter) ? on_whole_px(outline) : outline, halo);
            });
    }
    painter.setFont(font_for(label.font, painter.device()));
    painter.setPen(symbol.colour);
    for (const auto& piece : pieces)
        in_place(painter, piece, [&] { painter.drawText(baseline_of(piece, label.font), piece.text); });
}

QRectF label_reach(const LabelCandidate& label, std::size_t place) {
    const TextSymbol& symbol = *label.symbol;
    QRectF boxes;
    for (const auto& box : label.request.places[place]) boxes |= box;
    double more = label.font.pixelSize() + symbol.halo_radius * label.px;
    if (symbol.behind)
        more +=
            graphic_size(*symbol.behind, to_number(evaluate(symbol.behind->size, {})).value_or(0) * label.px)
                .width();
    return boxes.adjusted(-more, -more, more, more);
}

}  // namespace liangdi::render
