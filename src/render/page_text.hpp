#pragma once

#include <QFont>
#include <QPainter>

#include "render/page.hpp"

/// Text on a page. The painter counts in units of 0.01 mm, so that lines break at the same places on a
/// screen, a printer and in a PDF.
namespace liangdi::render {

inline constexpr double page_units_a_mm = 100;

inline QRectF page_units(const QRectF& mm) {
    return {mm.x() * page_units_a_mm, mm.y() * page_units_a_mm, mm.width() * page_units_a_mm,
            mm.height() * page_units_a_mm};
}

QFont page_font(double size_mm, bool bold, double spacing = 0);

double text_width_mm(const QString& text, const QFont& font);
/// Of the text broken into lines of that width.
double text_height_mm(const QString& text, const QFont& font, double width_mm);

/// Breaks lines at the width of the box; sets the text smaller, down to a half, where it would not fit.
void draw_text(QPainter& painter, const QRectF& mm, const QString& text, const TextLook& look);

}  // namespace liangdi::render
