#include "render/coverage.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::render {

namespace {
constexpr double largest_px = 16;  // larger areas have few edge pixels for their size: painting is as good
}

bool Coverage::takes(const FeatureShape& shape) {
    return shape.kind == FeatureShape::Kind::areas && shape.parts() == 1 && shape.box.width() < largest_px &&
           shape.box.height() < largest_px;
}

void Coverage::add(const FeatureShape& shape, const QColor& colour) {
    const int left = static_cast<int>(std::floor(shape.box.left())),
              top = static_cast<int>(std::floor(shape.box.top()));
    const int width = static_cast<int>(std::floor(shape.box.right())) - left + 1,
              height = static_cast<int>(std::floor(shape.box.bottom())) - top + 1;
    if (!pixels_.intersects(QRect(left, top, width, height))) return;
    area_.begin(width, height);
    area_.ring(shape.part(0), QPointF(left, top));

    const auto red = static_cast<float>(colour.red()), green = static_cast<float>(colour.green()),
               blue = static_cast<float>(colour.blue());
    for (int y = std::max(top, pixels_.top()); y <= std::min(top + height - 1, pixels_.bottom()); ++y) {
        const float* signed_area = area_.row(y - top);
        Sum* sum = row(y);
        float inside = 0;
        for (int x = left; x < left + width; ++x) {
            inside += *signed_area++;
            if (x < pixels_.left() || x > pixels_.right()) continue;
            const float part = std::min(std::abs(inside), 1.0F);
            Sum& s = sum[x - pixels_.left()];
            s.red += part * red;
            s.green += part * green;
            s.blue += part * blue;
            s.covered += part;
        }
    }
}

Coverage::Sum* Coverage::row(int y) {
    const auto below_top = static_cast<std::size_t>(y - pixels_.top()),
               width = static_cast<std::size_t>(pixels_.width());
    auto& strip = strips_[below_top / strip_px];
    if (strip.empty()) strip.resize(strip_px * width);
    return &strip[below_top % strip_px * width];
}

void Coverage::lay_on(const Pixels& pixels) {
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        if (strips_[i].empty()) continue;
        const Sum* sum = strips_[i].data();
        const int top = pixels_.top() + static_cast<int>(i * strip_px);
        for (int y = top; y < std::min(top + static_cast<int>(strip_px), pixels_.bottom() + 1); ++y) {
            QRgb* pixel = pixels.row(y);
            for (int x = 0; x < pixels_.width(); ++x, ++sum, ++pixel) {
                if (sum->covered <= 0) continue;
                // Areas that overlap share the pixel.
                const float scale = sum->covered > 1 ? 1 / sum->covered : 1;
                const auto whole = [&](float value) { return static_cast<int>(value * scale + 0.5F); };
                const int alpha = whole(sum->covered * 255);
                *pixel =
                    over(*pixel, qRgba(std::min(whole(sum->red), alpha), std::min(whole(sum->green), alpha),
                                       std::min(whole(sum->blue), alpha), alpha));
            }
        }
        strips_[i].clear();
    }
}

}  // namespace liangdi::render
