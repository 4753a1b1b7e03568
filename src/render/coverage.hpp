#pragma once

#include <QColor>
#include <QRect>
#include <vector>

#include "render/feature_shape.hpp"
#include "render/pixels.hpp"
#include "render/signed_area.hpp"

namespace liangdi::render {

/// Adds up how much of each pixel small areas cover, exactly, and mixes their colours by it. Painted one by
/// one, neighbours that share a pixel let the background through (alpha over alpha); summed they do not.
class Coverage {
  public:
    /// The pixels that can be covered, in the coordinates of the shapes.
    explicit Coverage(const QRect& pixels)
        : pixels_(pixels), strips_((static_cast<std::size_t>(pixels.height()) + strip_px - 1) / strip_px) {}

    /// Whether a shape is one that is better added up than painted: an area of one ring of few pixels.
    static bool takes(const FeatureShape& shape);

    /// `colour` is opaque.
    void add(const FeatureShape& shape, const QColor& colour);

    /// Paints what was added on the pixels, which lie at the same place; starts anew.
    void lay_on(const Pixels& pixels);
    const QRect& pixels() const { return pixels_; }

  private:
    struct Sum {
        float red = 0, green = 0, blue = 0, covered = 0;
    };

    static constexpr std::size_t strip_px = 32;
    Sum* row(int y);

    QRect pixels_;
    std::vector<std::vector<Sum>>
        strips_;  // each allocated when the first shape comes: most layers have none
    SignedArea area_;
};

}  // namespace liangdi::render
