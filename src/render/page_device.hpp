#pragma once

#include <QPainter>
#include <cmath>

namespace liangdi::render {

/// What a page is painted on. Text and lines are given in page units and scaled; maps and swatches are given
/// in device px, so that their hairlines and patterns are those of the device.
struct PageDevice {
    double dpi = 96;
    QTransform base;      ///< the page's upper left corner on the device; a translation
    bool raster = false;  ///< a picture, where bands on all processors are quicker than one painter

    double px_a_mm() const { return dpi / 25.4; }
    /// To whole device px, with the corner of an item at that place of the page.
    void to_px(QPainter& painter, QPointF px) const {
        painter.setWorldTransform(base);
        painter.translate(std::round(px.x()), std::round(px.y()));
    }
};

}  // namespace liangdi::render
