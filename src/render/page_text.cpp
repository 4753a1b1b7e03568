#include "render/page_text.hpp"

#include <QFontMetricsF>
#include <cmath>

#include "render/map_font.hpp"

namespace liangdi::render {

namespace {

constexpr int line_breaks = Qt::TextWordWrap | Qt::TextExpandTabs;
constexpr double smallest = 0.5;

int alignment(const TextLook& look) {
    const int across = look.align == Align::left    ? Qt::AlignLeft
                       : look.align == Align::right ? Qt::AlignRight
                                                    : Qt::AlignHCenter;
    return across | (look.vertical_centre ? Qt::AlignVCenter : Qt::AlignTop);
}

QSizeF size_units(const QString& text, const QFont& font, double width_units) {
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width_units, 1e7), line_breaks, text).size();
}

}  // namespace

QFont page_font(double size_mm, bool bold, double spacing) {
    std::vector<std::string> ignored;  // the maps report a missing font
    QFont font = map_font({"", size_mm * page_units_a_mm, bold, false}, 1, ignored);
    // In per cent of the advance: an absolute spacing would be scaled by the device's resolution.
    if (spacing != 0) font.setLetterSpacing(QFont::PercentageSpacing, 100 * (1 + spacing));
    return font;
}

double text_width_mm(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text) / page_units_a_mm;
}

double text_height_mm(const QString& text, const QFont& font, double width_mm) {
    return size_units(text, font, width_mm * page_units_a_mm).height() / page_units_a_mm;
}

void draw_text(QPainter& painter, const QRectF& mm, const QString& text, const TextLook& look) {
    if (text.isEmpty()) return;
    const QRectF box = page_units(mm);
    double size_mm = look.size_mm;
    QFont font = page_font(size_mm, look.bold, look.spacing);
    for (; size_mm > look.size_mm * smallest; size_mm *= 0.95) {
        font = page_font(size_mm, look.bold, look.spacing);
        const QSizeF needed = size_units(text, font, box.width());
        // Half a line may hang over: a box is often drawn as high as its text looks.
        if (needed.width() <= box.width() + 1 && needed.height() <= box.height() + font.pixelSize() * 0.5)
            break;
    }
    painter.setFont(font);
    painter.setPen(look.colour);
    painter.drawText(box, alignment(look) | line_breaks | Qt::TextDontClip, text);
}

}  // namespace liangdi::render
