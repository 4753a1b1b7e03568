#pragma once

#include <QColor>
#include <QImage>
#include <QRect>
#include <vector>

#include "render/feature_shape.hpp"

namespace liangdi::render {

/// Adds up how much of each pixel small areas cover, exactly, and mixes their colours by it. Painted one by
/// one, neighbours that share a pixel let the background through (alpha over alpha); summed they do not.
/// Coverage by signed areas of edges, as font rasterisers do (R. Levien, font-rs).
class Coverage {
  public:
    /// The pixels that can be covered, in the coordinates of the shapes.
    explicit Coverage(const QRect& pixels) : pixels_(pixels) {}

    /// Whether a shape is one that is better added up than painted: an area of one ring of few pixels.
    static bool takes(const FeatureShape& shape);

    /// `colour` is opaque.
    void add(const FeatureShape& shape, const QColor& colour);

    /// What was added, premultiplied, to be drawn at `pixels().topLeft()`; starts anew. Null: nothing was.
    QImage take();
    const QRect& pixels() const { return pixels_; }

  private:
    struct Sum {
        float red = 0, green = 0, blue = 0, covered = 0;
    };
    void edge(QPointF from, QPointF to, std::size_t width);

    QRect pixels_;
    std::vector<Sum> sums_;     // allocated when the first shape comes
    std::vector<float> edges_;  // of one shape, its pixels row by row
};

}  // namespace liangdi::render
