#pragma once

#include <QColor>
#include <QPen>

#include "render/feature_shape.hpp"

class QPainter;

namespace liangdi::render {

/// How maps are written into a PDF, which is also what a printer gets, so that a sheet with a village's
/// parcels stays small. Pictures and SVG are painted as the style says.

/// Whether the painter writes PDF.
bool on_paper(const QPainter& painter);

/// `colour` as it looks over an opaque colour.
QColor blended(QColor colour, QColor below);

/// Qt writes a stroke into a PDF as a stroke only where its pen is opaque; a translucent one it outlines and
/// fills, which takes five times the space. So on paper a pen gets the colour that it has over `below`.
QPen paper_pen(const QPainter& painter, QPen pen, QColor below = Qt::white);

/// The shape with its vertices on whole px, and none twice in a row: Qt writes a whole number in four bytes
/// and any other in fourteen. At a PDF's 600 px an inch a vertex moves by 0.03 mm at the most.
FeatureShape on_whole_px(FeatureShape shape);
QPainterPath on_whole_px(QPainterPath path);

}  // namespace liangdi::render
