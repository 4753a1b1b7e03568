#include "render/pixel_painter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace liangdi::render {

namespace {

constexpr double most_cells = 1 << 20;  // of a shape's box: beyond, a sparse rasteriser is as good

std::uint32_t in_255(float part) {
    return static_cast<std::uint32_t>(part * 255 + 0.5F);
}

}  // namespace

bool PixelPainter::takes_fill(const FeatureShape& shape) const {
    if (!pixels_.first_row || shape.kind != FeatureShape::Kind::areas) return false;
    const QRectF seen = shape.box.intersected(QRectF(pixels_.place));
    return (seen.width() + 2) * (seen.height() + 2) <= most_cells;
}

void PixelPainter::fill(const FeatureShape& shape, const QColor& colour) {
    const QRect own(QPoint(static_cast<int>(std::floor(std::max(shape.box.left(), -1e6))),
                           static_cast<int>(std::floor(std::max(shape.box.top(), -1e6)))),
                    QPoint(static_cast<int>(std::floor(std::min(shape.box.right(), 1e6))),
                           static_cast<int>(std::floor(std::min(shape.box.bottom(), 1e6)))));
    const QRect seen = own.intersected(pixels_.place);
    if (seen.isEmpty()) return;
    const QRectF clip(seen);
    area_.begin(seen.width(), seen.height());
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        if (seen == own)
            area_.ring(shape.part(i), clip.topLeft());
        else
            area_.ring(clipped_ring(shape.part(i), clip), clip.topLeft());
    }
    const QRgb whole = qPremultiply(colour.rgba());
    const bool opaque = qAlpha(whole) == 255;
    for (int y = 0; y < seen.height(); ++y) {
        const float* edges = area_.row(y);
        QRgb* pixel = pixels_.row(seen.top() + y) + (seen.left() - pixels_.place.left());
        float inside = 0;
        QRgb coat = 0;
        bool none = true, all = false;
        for (int x = 0; x < seen.width(); ++x, ++pixel) {
            if (edges[x] != 0) {
                inside += edges[x];
                // Odd-even: rings may run either way round, and a hole may run as its shell does.
                float part = std::abs(inside);
                if (part > 1) part = std::abs(part - 2 * std::floor(part / 2 + 0.5F));
                const std::uint32_t covered = in_255(part);
                coat = scaled(whole, covered);
                none = covered == 0;
                all = covered >= 255 && opaque;
            }
            if (all)
                *pixel = coat;
            else if (!none)
                *pixel = over(*pixel, coat);
        }
    }
}

void PixelPainter::stroke(const FeatureShape& shape, double width_px, const QColor& colour) {
    colour_ = qPremultiply(colour.rgba());
    const QRectF place(pixels_.place);
    const QRectF seen = place.adjusted(-2, -2, 2, 2);
    const bool whole = seen.contains(shape.box), inside = place.adjusted(3, 3, -3, -3).contains(shape.box);
    const QPointF corner = place.topLeft();
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        const auto line = shape.part(i);
        for (std::size_t k = 1; k < line.size(); ++k) {
            QPointF a = line[k - 1], b = line[k];
            if (!whole && !clip_segment(a, b, seen)) continue;
            a -= corner;
            b -= corner;
            const bool flat = std::abs(b.x() - a.x()) >= std::abs(b.y() - a.y());
            if ((flat ? b.x() < a.x() : b.y() < a.y())) std::swap(a, b);
            if (flat && inside)
                segment<true, true>(a.x(), a.y(), b.x(), b.y(), width_px);
            else if (flat)
                segment<true, false>(a.x(), a.y(), b.x(), b.y(), width_px);
            else if (inside)
                segment<false, true>(a.y(), a.x(), b.y(), b.x(), width_px);
            else
                segment<false, false>(a.y(), a.x(), b.y(), b.x(), width_px);
        }
    }
}

/// Step by step along the longer way, u: within each step the line covers a stretch of the column (or row).
/// `inside`: far enough from the edge of the pixels that nothing need be asked.
template <bool flat, bool inside>
void PixelPainter::segment(double u0, double v0, double u1, double v1, double width_px) {
    if (u1 - u0 < 1e-9) return;
    const double slope = (v1 - v0) / (u1 - u0), half = width_px / 2 * std::sqrt(1 + slope * slope);
    const int width = pixels_.place.width(), height = pixels_.place.height();
    const qsizetype stride = pixels_.bytes_per_line / static_cast<qsizetype>(sizeof(QRgb));
    auto* const first_pixel = reinterpret_cast<QRgb*>(pixels_.first_row);
    // A little is added so that casting rounds down left of the pixels too.
    constexpr int margin = 8;
    for (int u = static_cast<int>(u0 + margin) - margin; u < u1; ++u) {
        const double first = std::max<double>(u, u0), last = std::min<double>(u + 1, u1);
        const double middle = v0 + slope * ((first + last) / 2 - u0);
        const double low = middle - half, high = middle + half;
        const double length = (last - first) * 255;
        for (int v = static_cast<int>(low + margin) - margin; v < high; ++v) {
            const int x = flat ? u : v, y = flat ? v : u;
            if (!inside && (x < 0 || y < 0 || x >= width || y >= height)) continue;
            const double covered = std::min<double>(v + 1, high) - std::max<double>(v, low);
            const auto part = static_cast<std::uint32_t>(std::min(length * covered + 0.5, 255.0));
            QRgb& pixel = first_pixel[y * stride + x];
            pixel = over(pixel, scaled(colour_, part));
        }
    }
}

}  // namespace liangdi::render
