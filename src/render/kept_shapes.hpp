#pragma once

#include "render/feature_shape.hpp"

namespace liangdi::render {

/// Many shapes in a few pieces of memory, for later passes.
class KeptShapes {
  public:
    std::size_t add(const FeatureShape& shape) {
        entries_.push_back({shape.kind, shape.box, points_.size(), starts_.size(), shape.starts.size()});
        points_.insert(points_.end(), shape.points.begin(), shape.points.end());
        starts_.insert(starts_.end(), shape.starts.begin(), shape.starts.end());
        return entries_.size() - 1;
    }
    void get(std::size_t number, FeatureShape& shape) const {
        const Entry& entry = entries_[number];
        const std::size_t end =
            number + 1 < entries_.size() ? entries_[number + 1].first_point : points_.size();
        const auto point = points_.begin() + static_cast<std::ptrdiff_t>(entry.first_point);
        const auto start = starts_.begin() + static_cast<std::ptrdiff_t>(entry.first_start);
        shape.kind = entry.kind;
        shape.box = entry.box;
        shape.points.assign(point, points_.begin() + static_cast<std::ptrdiff_t>(end));
        shape.starts.assign(start, start + static_cast<std::ptrdiff_t>(entry.parts));
    }
    std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        FeatureShape::Kind kind;
        QRectF box;
        std::size_t first_point, first_start, parts;
    };
    std::vector<Entry> entries_;
    std::vector<QPointF> points_;
    std::vector<std::size_t> starts_;
};

}  // namespace liangdi::render
