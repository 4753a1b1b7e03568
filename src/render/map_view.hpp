#pragma once

#include <QPointF>
#include <QSize>

#include "geo/geometry.hpp"

namespace liangdi::render {

/// Where on the ground a picture lies: the transform between ground and device px, as a value.
/// Ground: easting, northing in metres, north up. Device: x right, y down, (0, 0) the upper left corner.
struct MapView {
    geo::Point centre;
    double m_per_px = 1;  ///< metres on the ground a device px
    QSize size_px{1, 1};
    double dpi = 96;  ///< device px an inch

    static MapView at_scale(geo::Point centre, double denominator, QSize size_px, double dpi = 96);
    /// The largest scale that shows the whole box with `margin_px` left free around; an empty box gives
    /// 1:1000 around the origin, a single point 1:500.
    static MapView fit(const geo::Box& box, QSize size_px, double dpi = 96, double margin_px = 0);

    /// The same centre at the next smaller scale that people say: 1:2 263 becomes 1:2 300.
    MapView at_round_scale() const;

    QPointF to_px(geo::Point ground) const {
        return {(ground.x - centre.x) / m_per_px + size_px.width() / 2.0,
                (centre.y - ground.y) / m_per_px + size_px.height() / 2.0};
    }
    geo::Point to_ground(QPointF px) const {
        return {centre.x + (px.x() - size_px.width() / 2.0) * m_per_px,
                centre.y - (px.y() - size_px.height() / 2.0) * m_per_px};
    }
    geo::Box extent() const;
    double scale() const { return m_per_px * dpi / 0.0254; }  ///< denominator

    /// `factor` > 1 comes nearer; the ground under `px` stays where it is. Scales stay within 1:10 … 1:50M.
    MapView zoomed(QPointF px, double factor) const;
    /// What lay at p lies at p + by_px afterwards.
    MapView panned(QPointF by_px) const;
    MapView with_scale(double denominator) const;
    MapView centred(geo::Point ground) const;
    /// Keeps the scale and the centre.
    MapView resized(QSize new_size_px) const;
};

}  // namespace liangdi::render
