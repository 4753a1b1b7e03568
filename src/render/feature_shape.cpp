#include "render/feature_shape.hpp"

#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace liangdi::render {

namespace {

class ShapeSink final : public geo::BlobSink {
  public:
    ShapeSink(const MapView& view, FeatureShape& shape, double tolerance_px)
        : view_(view), shape_(shape), tolerance_px_(tolerance_px) {}

    void point(geo::Point p) override {
        const QPointF px = view_.to_px(p);
        if (!std::isfinite(px.x()) || !std::isfinite(px.y())) return;
        begin(FeatureShape::Kind::points);
        keep(px);
    }
    void line(std::span<const geo::Point> points) override { take(points, FeatureShape::Kind::lines); }
    void ring(std::span<const geo::Point> points, bool /*is_shell*/) override {
        take(points, FeatureShape::Kind::areas);
    }
    void finish() {
        if (!shape_.points.empty()) shape_.box = QRectF(QPointF(min_x_, min_y_), QPointF(max_x_, max_y_));
    }

  private:
    void begin(FeatureShape::Kind kind) {
        shape_.kind = kind;
        shape_.starts.push_back(shape_.points.size());
    }
    void keep(QPointF px) {
        min_x_ = std::min(min_x_, px.x()), max_x_ = std::max(max_x_, px.x());
        min_y_ = std::min(min_y_, px.y()), max_y_ = std::max(max_y_, px.y());
        shape_.points.push_back(px);
    }
    void take(std::span<const geo::Point> points, FeatureShape::Kind kind) {
        if (points.empty()) return;
        begin(kind);
        QPointF last;
        bool first = true;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF px = view_.to_px(points[i]);
            if (!std::isfinite(px.x()) || !std::isfinite(px.y())) continue;
            const bool near = !first && std::abs(px.x() - last.x()) < tolerance_px_ &&
                              std::abs(px.y() - last.y()) < tolerance_px_;
            // The last vertex closes the ring or ends the line: it stays.
            if (near && i + 1 < points.size()) continue;
            keep(px);
            last = px;
            first = false;
        }
        if (shape_.points.size() == shape_.starts.back()) shape_.starts.pop_back();
    }

    const MapView& view_;
    FeatureShape& shape_;
    double tolerance_px_;
    double min_x_ = 1e300, min_y_ = 1e300, max_x_ = -1e300, max_y_ = -1e300;
};

/// One step of Sutherland and Hodgman: what lies on the inner side of one edge of the clip.
template <typename Inside, typename Cross>
void clip_side(const std::vector<QPointF>& in, std::vector<QPointF>& out, Inside inside, Cross cross) {
    out.clear();
    for (std::size_t i = 0; i < in.size(); ++i) {
        const QPointF a = in[i], b = in[(i + 1) % in.size()];
        if (inside(a)) out.push_back(a);
        if (inside(a) != inside(b)) out.push_back(cross(a, b));
    }
}

}  // namespace

std::vector<QPointF> clipped_ring(std::span<const QPointF> ring, const QRectF& c) {
    std::vector<QPointF> a(ring.begin(), ring.end()), b;
    if (a.size() > 1 && a.front() == a.back()) a.pop_back();
    const auto at_x = [](double x) {
        return [x](QPointF p, QPointF q) {
            return QPointF(x, p.y() + (q.y() - p.y()) * (x - p.x()) / (q.x() - p.x()));
        };
    };
    const auto at_y = [](double y) {
        return [y](QPointF p, QPointF q) {
            return QPointF(p.x() + (q.x() - p.x()) * (y - p.y()) / (q.y() - p.y()), y);
        };
    };
    clip_side(
        a, b, [&](QPointF p) { return p.x() >= c.left(); }, at_x(c.left()));
    clip_side(
        b, a, [&](QPointF p) { return p.x() <= c.right(); }, at_x(c.right()));
    clip_side(
        a, b, [&](QPointF p) { return p.y() >= c.top(); }, at_y(c.top()));
    clip_side(
        b, a, [&](QPointF p) { return p.y() <= c.bottom(); }, at_y(c.bottom()));
    return a;
}

bool clip_segment(QPointF& a, QPointF& b, const QRectF& c) {  // Liang and Barsky
    const QPointF d = b - a;
    double from = 0, to = 1;
    const auto side = [&](double direction, double distance) {
        if (direction == 0) return distance >= 0;
        const double t = distance / direction;
        if (direction < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    if (!side(-d.x(), a.x() - c.left()) || !side(d.x(), c.right() - a.x()) ||
        !side(-d.y(), a.y() - c.top()) || !side(d.y(), c.bottom() - a.y()))
        return false;
    const QPointF start = a;
    a = start + d * from;
    b = start + d * to;
    return true;
}

namespace {

void add_clipped_line(QPainterPath& path, std::span<const QPointF> line, const QRectF& clip) {
    bool open = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF a = line[i - 1], b = line[i];
        if (!clip_segment(a, b, clip)) {
            open = false;
            continue;
        }
        if (!open || path.currentPosition() != a) path.moveTo(a);
        path.lineTo(b);
        open = b == line[i];
    }
}

void add_polygon(QPainterPath& path, std::span<const QPointF> points, bool closed) {
    if (points.empty()) return;
    path.moveTo(points.front());
    for (const QPointF& p : points.subspan(1)) path.lineTo(p);
    if (closed) path.closeSubpath();
}

}  // namespace

std::span<const QPointF> FeatureShape::part(std::size_t i) const {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : points.size();
    return std::span(points).subspan(starts[i], end - starts[i]);
}

bool read_shape(geo::ByteView blob, const MapView& view, FeatureShape& shape, double tolerance_px) {
    shape.kind = FeatureShape::Kind::none;
    shape.points.clear();
    shape.starts.clear();
    shape.box = {};
    ShapeSink sink(view, shape, tolerance_px);
    if (!geo::visit_spatialite_blob(blob, sink)) return false;
    sink.finish();
    return true;
}

QPainterPath path_of(const FeatureShape& shape, const QRectF& clip) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.reserve(static_cast<int>(shape.points.size() + shape.parts()));
    const bool whole = shape.box.left() >= clip.left() && shape.box.right() <= clip.right() &&
                       shape.box.top() >= clip.top() && shape.box.bottom() <= clip.bottom();
    const bool areas = shape.kind == FeatureShape::Kind::areas;
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        if (whole)
            add_polygon(path, shape.part(i), areas);
        else if (areas)
            add_polygon(path, clipped_ring(shape.part(i), clip), true);
        else
            add_clipped_line(path, shape.part(i), clip);
    }
    return path;
}

bool contains(const FeatureShape& shape, QPointF p) {
    bool inside = false;
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        const auto ring = shape.part(i);
        for (std::size_t k = 1; k < ring.size(); ++k) {
            const QPointF a = ring[k - 1], b = ring[k];
            if ((a.y() > p.y()) == (b.y() > p.y())) continue;
            if (p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y())) inside = !inside;
        }
    }
    return inside;
}

std::vector<double> crossings_at(const FeatureShape& shape, double y) {
    std::vector<double> xs;
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        const auto ring = shape.part(i);
        for (std::size_t k = 1; k < ring.size(); ++k) {
            const QPointF a = ring[k - 1], b = ring[k];
            if ((a.y() > y) != (b.y() > y))
                xs.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
        }
    }
    std::sort(xs.begin(), xs.end());
    return xs;
}

namespace {

/// The middle of the widest inner stretch over a few levels, when the centroid lies outside.
QPointF inner_point(const FeatureShape& shape) {
    const auto shell = shape.part(longest_part(shape));
    double twice_area = 0, x = 0, y = 0;
    const QPointF origin = shell.front();
    for (std::size_t i = 1; i < shell.size(); ++i) {
        const QPointF a = shell[i - 1] - origin, b = shell[i] - origin;
        const double cross = a.x() * b.y() - b.x() * a.y();
        twice_area += cross;
        x += (a.x() + b.x()) * cross;
        y += (a.y() + b.y()) * cross;
    }
    if (std::abs(twice_area) > 1e-9) {
        const QPointF centroid = origin + QPointF(x, y) / (3 * twice_area);
        if (contains(shape, centroid)) return centroid;
    }
    QPointF best = shape.box.center();
    double widest = 0;
    for (const double level : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
        const double at = shape.box.top() + shape.box.height() * level;
        const auto xs = crossings_at(shape, at);
        for (std::size_t i = 1; i < xs.size(); i += 2)
            if (xs[i] - xs[i - 1] > widest * 1.2) {
                widest = xs[i] - xs[i - 1];
                best = QPointF((xs[i] + xs[i - 1]) / 2, at);
            }
    }
    return best;
}

}  // namespace

QPointF anchor_of(const FeatureShape& shape) {
    if (shape.points.empty()) return {};
    if (shape.kind == FeatureShape::Kind::areas) return inner_point(shape);
    if (shape.kind == FeatureShape::Kind::points) return shape.points.front();
    const auto line = shape.part(longest_part(shape));
    return point_along(line, length_of(line) / 2);
}

double length_of(std::span<const QPointF> line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    return length;
}

std::size_t longest_part(const FeatureShape& shape) {
    std::size_t best = 0;
    double longest = -1;
    for (std::size_t i = 0; i < shape.parts(); ++i)
        if (const double length = length_of(shape.part(i)); length > longest) longest = length, best = i;
    return best;
}

QPointF point_along(std::span<const QPointF> line, double along) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF step = line[i] - line[i - 1];
        const double length = std::hypot(step.x(), step.y());
        if (along <= length && length > 0) return line[i - 1] + step * (along / length);
        along -= length;
    }
    return line.empty() ? QPointF{} : line.back();
}

}  // namespace liangdi::render
