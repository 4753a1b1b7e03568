#include "render/signed_area.hpp"

#include <algorithm>
#include <utility>

namespace liangdi::render {

void SignedArea::begin(int width, int height) {
    // An edge also writes right of its last pixel, and one along the lower side a row further down.
    row_size_ = static_cast<std::size_t>(width) + 2;
    edges_.assign(row_size_ * (static_cast<std::size_t>(height) + 1), 0);
}

void SignedArea::ring(std::span<const QPointF> points, QPointF corner) {
    for (std::size_t i = 0; i < points.size(); ++i)
        edge(points[i] - corner, points[i + 1 < points.size() ? i + 1 : 0] - corner);
}

/// Adds the signed area to the right of an edge, within each row to the two or more pixels that it crosses.
/// Nothing here is negative, so that casting rounds down: a call to floor() costs more than all the rest.
void SignedArea::edge(QPointF from, QPointF to) {
    if (from.y() == to.y()) return;
    const double sign = from.y() < to.y() ? 1 : -1;
    if (sign < 0) std::swap(from, to);
    const double slope = (to.x() - from.x()) / (to.y() - from.y());
    const double least_x = std::min(from.x(), to.x()), most_x = std::max(from.x(), to.x());
    int row = static_cast<int>(from.y());
    float* line = &edges_[static_cast<std::size_t>(row) * row_size_];
    double x = from.x(), y = from.y();
    while (y < to.y()) {
        const bool ends = to.y() <= row + 1;
        const double next_y = ends ? to.y() : row + 1;
        // Rounding must not carry the edge out of its own box, and so out of the shape's pixels.
        const double next_x = ends ? to.x() : std::clamp(x + slope * (next_y - y), least_x, most_x);
        const double height = sign * (next_y - y);
        const double left = std::min(x, next_x), right = std::max(x, next_x);
        const int first = static_cast<int>(left);
        float* cell = line + first;
        if (right <= first + 1) {
            const double part = height * ((left + right) / 2 - first);
            cell[0] += static_cast<float>(height - part);
            cell[1] += static_cast<float>(part);
        } else {
            // A trapezium over several pixels: what lies right of the edge grows from pixel to pixel.
            const double per_px = height / (right - left);
            double done = 0;  // already given to the pixels further left
            for (int at = first; at < right; ++at) {
                const double a = std::max<double>(at, left), b = std::min<double>(at + 1, right);
                const double to_here = per_px * (b - a) * (at + 1 - (a + b) / 2) + per_px * (a - left);
                *cell++ += static_cast<float>(to_here - done);
                done = to_here;
            }
            cell[0] += static_cast<float>(height - done);
        }
        x = next_x;
        y = next_y;
        ++row;
        line += row_size_;
    }
}

}  // namespace liangdi::render
