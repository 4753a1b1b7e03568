#include "render/hit_test.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/feature_shape.hpp"

namespace liangdi::render {

namespace {

double distance_to_segment(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Distance from a point to a geometry and whether it lies inside; ground metres.
class Nearness final : public geo::BlobSink {
  public:
    explicit Nearness(geo::Point p) : p_(p) {}
    void point(geo::Point q) override { distance_ = std::min(distance_, std::hypot(q.x - p_.x, q.y - p_.y)); }
    void line(std::span<const geo::Point> points) override {
        if (points.size() == 1) point(points.front());
        for (std::size_t i = 1; i < points.size(); ++i)
            distance_ = std::min(distance_, distance_to_segment(p_, points[i - 1], points[i]));
    }
    void ring(std::span<const geo::Point> points, bool /*is_shell*/) override {
        line(points);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const geo::Point a = points[i - 1], b = points[i];
            if ((a.y > p_.y) != (b.y > p_.y) && p_.x < a.x + (b.x - a.x) * (p_.y - a.y) / (b.y - a.y))
                inside_ = !inside_;
        }
    }
    double distance() const { return inside_ ? 0 : distance_; }

  private:
    geo::Point p_;
    double distance_ = std::numeric_limits<double>::infinity();
    bool inside_ = false;
};

bool segment_meets(geo::Point a, geo::Point b, const geo::Box& box) {
    QPointF from(a.x, a.y), to(b.x, b.y);
    return clip_segment(from, to, {QPointF(box.min_x, box.min_y), QPointF(box.max_x, box.max_y)});
}

class Meeting final : public geo::BlobSink {
  public:
    explicit Meeting(const geo::Box& box, double line_reach_m = 0)
        : box_(box), line_box_(box.grown(line_reach_m)), around_(box.centre()) {}
    void point(geo::Point q) override { meets_ = meets_ || box_.contains(q); }
    void line(std::span<const geo::Point> points) override { edges(points, line_box_); }
    void ring(std::span<const geo::Point> points, bool is_shell) override {
        edges(points, box_);
        around_.ring(points, is_shell);
    }
    bool meets() const { return meets_ || around_.distance() == 0; }

  private:
    void edges(std::span<const geo::Point> points, const geo::Box& box) {
        for (std::size_t i = 1; i < points.size() && !meets_; ++i)
            meets_ = segment_meets(points[i - 1], points[i], box);
    }
    geo::Box box_, line_box_;
    Nearness around_;
    bool meets_ = false;
};

/// Calls `visit` with each drawn feature of a layer whose box meets `box`.
template <typename Visit>
void each_drawn(const MapLayer& layer, double scale, const geo::Box& box, Visit visit) {
    if (!layer.visible || !layer.source || !draws_at(layer.style, scale)) return;
    land::FeatureQuery query;
    query.box = box;
    query.attributes = properties_at(layer.style, scale);
    layer.source->each(query, [&](const land::FeatureView& feature) {
        if (is_drawn(layer.style, scale, {query.attributes, feature.attributes})) visit(feature);
        return true;
    });
}

}  // namespace

std::vector<Hit> features_at(std::span<const MapLayer> layers, const MapView& view, QPointF px,
                             double tolerance_px) {
    const geo::Point at = view.to_ground(px);
    const double tolerance_m = tolerance_px * view.m_per_px;
    geo::Box box;
    box.add(at);
    box = box.grown(tolerance_m);
    std::vector<Hit> hits;
    for (std::size_t i = layers.size(); i-- > 0;) {
        std::vector<Hit> here;
        each_drawn(layers[i], view.scale(), box, [&](const land::FeatureView& feature) {
            Nearness nearness(at);
            if (geo::visit_spatialite_blob(feature.blob, nearness) && nearness.distance() <= tolerance_m)
                here.push_back({i, feature.id, nearness.distance()});
        });
        std::reverse(here.begin(), here.end());
        std::stable_sort(here.begin(), here.end(),
                         [](const Hit& a, const Hit& b) { return a.distance_m < b.distance_m; });
        hits.insert(hits.end(), here.begin(), here.end());
    }
    return hits;
}

bool meets_box(geo::ByteView blob, const geo::Box& box, double line_reach_m) {
    Meeting meeting(box, line_reach_m);
    return geo::visit_spatialite_blob(blob, meeting) && meeting.meets();
}

std::vector<Hit> features_in(std::span<const MapLayer> layers, const MapView& view, const geo::Box& box) {
    std::vector<Hit> hits;
    for (std::size_t i = layers.size(); i-- > 0;)
        each_drawn(layers[i], view.scale(), box, [&](const land::FeatureView& feature) {
            Meeting meeting(box);
            if (geo::visit_spatialite_blob(feature.blob, meeting) && meeting.meets())
                hits.push_back({i, feature.id, 0});
        });
    return hits;
}

}  // namespace liangdi::render
