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

/// Adds the signed area to the right of an edge, within each row to the two or more pixels that it crosses.
void Coverage::edge(QPointF from, QPointF to, std::size_t width) {
    if (from.y() == to.y()) return;
    const double sign = from.y() < to.y() ? 1 : -1;
    if (sign < 0) std::swap(from, to);
    const double slope = (to.x() - from.x()) / (to.y() - from.y());
    double x = from.x(), y = from.y();
    while (y < to.y()) {
        const double row = std::floor(y), next_y = std::min(row + 1, to.y());
        // Rounding must not carry the edge out of its own box, and so out of the shape's pixels.
        const double next_x = next_y == to.y()
                                  ? to.x()
                                  : std::clamp(x + slope * (next_y - y), std::min(from.x(), to.x()),
                                               std::max(from.x(), to.x()));
        const double height = sign * (next_y - y);
        const double left = std::min(x, next_x), right = std::max(x, next_x), first = std::floor(left);
        float* cell = &edges_[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(first)];
        if (right <= first + 1) {
            const double part = height * ((left + right) / 2 - first);
            cell[0] += static_cast<float>(height - part);
            cell[1] += static_cast<float>(part);
        } else {
            // A trapezium over several pixels: what lies right of the edge grows from pixel to pixel.
            const double per_px = height / (right - left);
            double done = 0;  // already given to the pixels further left
            for (double at = first; at < right; ++at) {
                const double a = std::max(at, left), b = std::min(at + 1, right);
                const double to_here = per_px * (b - a) * (at + 1 - (a + b) / 2) + per_px * (a - left);
                *cell++ += static_cast<float>(to_here - done);
                done = to_here;
            }
            cell[0] += static_cast<float>(height - done);
        }
        x = next_x;
        y = next_y;
    }
}

void Coverage::add(const FeatureShape& shape, const QColor& colour) {
    const int left = static_cast<int>(std::floor(shape.box.left())),
              top = static_cast<int>(std::floor(shape.box.top()));
    const int width = static_cast<int>(std::floor(shape.box.right())) - left + 1,
              height = static_cast<int>(std::floor(shape.box.bottom())) - top + 1;
    if (!pixels_.intersects(QRect(left, top, width, height))) return;
    if (sums_.empty()) sums_.resize(static_cast<std::size_t>(pixels_.width()) * pixels_.height());
    const auto row_size = static_cast<std::size_t>(width) + 2;  // an edge also writes right of its last pixel
    edges_.assign(row_size * (static_cast<std::size_t>(height) + 1), 0);

    const QPointF corner(left, top);
    const auto ring = shape.part(0);
    for (std::size_t i = 0; i < ring.size(); ++i)
        edge(ring[i] - corner, ring[i + 1 < ring.size() ? i + 1 : 0] - corner, row_size);

    const auto red = static_cast<float>(colour.red()), green = static_cast<float>(colour.green()),
               blue = static_cast<float>(colour.blue());
    for (int y = std::max(top, pixels_.top()); y <= std::min(top + height - 1, pixels_.bottom()); ++y) {
        const float* signed_area = &edges_[static_cast<std::size_t>(y - top) * row_size];
        Sum* sum = &sums_[static_cast<std::size_t>(y - pixels_.top()) * pixels_.width()];
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

QImage Coverage::take() {
    if (sums_.empty()) return {};
    QImage image(pixels_.size(), QImage::Format_ARGB32_Premultiplied);
    const Sum* sum = sums_.data();
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));  // what QImage documents for this format
        for (int x = 0; x < image.width(); ++x, ++sum, ++pixel) {
            if (sum->covered <= 0) {
                *pixel = 0;
                continue;
            }
            const float scale =
                sum->covered > 1 ? 1 / sum->covered : 1;  // areas that overlap share the pixel
            const auto whole = [&](float value) { return static_cast<int>(value * scale + 0.5F); };
            const int alpha = whole(sum->covered * 255);
            *pixel = qRgba(std::min(whole(sum->red), alpha), std::min(whole(sum->green), alpha),
                           std::min(whole(sum->blue), alpha), alpha);
        }
    }
    sums_.clear();
    return image;
}

}  // namespace liangdi::render
