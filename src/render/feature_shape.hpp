#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

#include "geo/spatialite_blob.hpp"
#include "render/map_view.hpp"

namespace liangdi::render {

/// A feature's geometry in device px, with no more vertices than can be seen.
struct FeatureShape {
    enum class Kind { none, points, lines, areas };
    Kind kind = Kind::none;
    std::vector<QPointF> points;
    std::vector<std::size_t> starts;  ///< where each part (a ring, a line, a point) begins in `points`
    QRectF box;                       ///< of all points; may have no height or width

    std::size_t parts() const { return starts.size(); }
    std::span<const QPointF> part(std::size_t i) const;
};

/// Reads a SpatiaLite blob straight into device px, leaving out vertices nearer than `tolerance_px` to the
/// last one kept. False when the blob cannot be read; `shape` is emptied first and its memory used again.
bool read_shape(geo::ByteView blob, const MapView& view, FeatureShape& shape, double tolerance_px = 0.3);

/// A ring cut to `clip`, open; runs along the clip where it leaves it.
std::vector<QPointF> clipped_ring(std::span<const QPointF> ring, const QRectF& clip);
/// Cuts a segment to `clip`; false where it misses it.
bool clip_segment(QPointF& a, QPointF& b, const QRectF& clip);

/// The path to draw (odd-even), cut to `clip` where the shape reaches far beyond it: painting engines count
/// in 16 bits before the point.
QPainterPath path_of(const FeatureShape& shape, const QRectF& clip);

/// Where a label or a symbol stands: surely inside an area, half-way along the longest line, the first point.
QPointF anchor_of(const FeatureShape& shape);

/// Odd-even over all rings of an area.
bool contains(const FeatureShape& shape, QPointF p);

/// x of the crossings of the horizontal line at y with an area's rings, in order.
std::vector<double> crossings_at(const FeatureShape& shape, double y);

/// Index of the longest line or ring; 0 where there is none.
std::size_t longest_part(const FeatureShape& shape);
double length_of(std::span<const QPointF> line);
/// The point `along` px from the line's beginning; its end where the line is shorter.
QPointF point_along(std::span<const QPointF> line, double along);

}  // namespace liangdi::render
