#pragma once

#include <QPointF>
#include <cstddef>
#include <span>
#include <vector>

namespace liangdi::render {

/// How much of each pixel a few rings cover, exactly: signed areas of their edges, summed along each row, as
/// font rasterisers do (R. Levien, font-rs). The memory is used again from shape to shape.
class SignedArea {
  public:
    /// For rings that lie between (0, 0) and (width, height), both included.
    void begin(int width, int height);
    void ring(std::span<const QPointF> points, QPointF corner);  ///< `corner` becomes (0, 0); closed or not
    /// The sum up to and with pixel x of the row is the area covered there, with the sign of its direction.
    const float* row(int y) const { return &edges_[static_cast<std::size_t>(y) * row_size_]; }

  private:
    void edge(QPointF from, QPointF to);

    std::size_t row_size_ = 0;
    std::vector<float> edges_;
};

}  // namespace liangdi::render
