#pragma once

#include <QBrush>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QSizeF>

#include "render/style.hpp"

class QPainter;

namespace liangdi::render {

/// The outline of a well-known mark of that height around (0, 0), device axes (y down).
QPainterPath mark_path(std::string_view shape, double size);

/// Width and height of a graphic of that height.
QSizeF graphic_size(const Graphic& graphic, double height);

/// Draws with its anchor on `at`. `height` in device px, `px` = device px in a style px (for strokes and
/// displacement).
void paint_graphic(QPainter& painter, QPointF at, const Graphic& graphic, double height, double px);
QRectF graphic_box(QPointF at, const Graphic& graphic, double height, double px);

/// One tile of the graphic as a brush, a whole number of device px wide and high.
QBrush pattern_brush(const Graphic& graphic, double height, double px);

/// `unit_px` = device px in a unit of the stroke's symbolizer; invisible where nothing is to be drawn.
QPen pen_of(const Stroke& stroke, double width_px, double unit_px);

}  // namespace liangdi::render
