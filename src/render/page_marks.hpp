#pragma once

#include <QPainter>

#include "render/page.hpp"

/// The small things on a page. Painter in page units.
namespace liangdi::render {

/// A bar of a round length that uses most of the box, with its figures; the box's left edge is 0.
void paint_scale_bar(QPainter& painter, const QRectF& mm, const PageScaleBar& bar);

/// A framed arrow with its letter above and its note below.
void paint_north(QPainter& painter, const QRectF& mm, const PageNorth& north);

/// As large as the box allows without distortion, its caption below.
void paint_image(QPainter& painter, const QRectF& mm, const PageImage& image);

void paint_rule(QPainter& painter, const QRectF& mm, const PageRule& rule);

double chart_height_mm(const PageChart& chart);
void paint_chart(QPainter& painter, const QRectF& mm, const PageChart& chart);

}  // namespace liangdi::render
