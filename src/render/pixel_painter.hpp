#pragma once

#include <QColor>

#include "render/feature_shape.hpp"
#include "render/pixels.hpp"
#include "render/signed_area.hpp"

namespace liangdi::render {

/// Fills areas and strokes hairlines, antialiased. A general painting engine makes a path, strokes and fills
/// it for each feature; most of a map is plain fills and thin lines, for which that costs several times the
/// pixels.
class PixelPainter {
  public:
    explicit PixelPainter(const Pixels& pixels) : pixels_(pixels) {}

    bool takes_fill(const FeatureShape& shape) const;
    bool takes_stroke(double width_px) const { return pixels_.first_row && width_px <= widest_px; }

    void fill(const FeatureShape& shape, const QColor& colour);
    /// Lines and rings, without joins: at such widths they are not seen.
    void stroke(const FeatureShape& shape, double width_px, const QColor& colour);

    static constexpr double widest_px = 1.25;

  private:
    template <bool flat, bool inside>
    void segment(double u0, double v0, double u1, double v1, double width_px);

    Pixels pixels_;
    SignedArea area_;
    QRgb colour_ = 0;  // of the stroke, premultiplied
};

}  // namespace liangdi::render
