#include "render/map_view.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::render {

namespace {
constexpr double nearest_scale = 10, farthest_scale = 50e6;

double m_per_px_of(double denominator, double dpi) {
    return std::clamp(denominator, nearest_scale, farthest_scale) * 0.0254 / dpi;
}
}  // namespace

MapView MapView::at_scale(geo::Point centre, double denominator, QSize size_px, double dpi) {
    return {centre, m_per_px_of(denominator, dpi), size_px, dpi};
}

MapView MapView::fit(const geo::Box& box, QSize size_px, double dpi, double margin_px) {
    if (box.empty()) return at_scale({0, 0}, 1000, size_px, dpi);
    const double room_x = std::max(size_px.width() - 2 * margin_px, 1.0);
    const double room_y = std::max(size_px.height() - 2 * margin_px, 1.0);
    const double m_per_px = std::max(box.width() / room_x, box.height() / room_y);
    if (m_per_px <= 0) return at_scale(box.centre(), 500, size_px, dpi);
    return at_scale(box.centre(), m_per_px * dpi / 0.0254, size_px, dpi);
}

geo::Box MapView::extent() const {
    geo::Box box;
    box.min_x = centre.x - size_px.width() / 2.0 * m_per_px;
    box.max_x = centre.x + size_px.width() / 2.0 * m_per_px;
    box.min_y = centre.y - size_px.height() / 2.0 * m_per_px;
    box.max_y = centre.y + size_px.height() / 2.0 * m_per_px;
    return box;
}

MapView MapView::zoomed(QPointF px, double factor) const {
    const geo::Point kept = to_ground(px);
    MapView view = with_scale(scale() / factor);
    const geo::Point now = view.to_ground(px);
    view.centre.x += kept.x - now.x;
    view.centre.y += kept.y - now.y;
    return view;
}

MapView MapView::panned(QPointF by_px) const {
    MapView view = *this;
    view.centre.x -= by_px.x() * m_per_px;
    view.centre.y += by_px.y() * m_per_px;
    return view;
}

MapView MapView::with_scale(double denominator) const {
    MapView view = *this;
    view.m_per_px = m_per_px_of(denominator, dpi);
    return view;
}

MapView MapView::at_round_scale() const {
    const double step = std::pow(10.0, std::floor(std::log10(scale())) - 1);
    return with_scale(std::ceil(scale() / step - 1e-9) * step);
}

MapView MapView::centred(geo::Point ground) const {
    MapView view = *this;
    view.centre = ground;
    return view;
}

MapView MapView::resized(QSize new_size_px) const {
    MapView view = *this;
    view.size_px = new_size_px;
    return view;
}

}  // namespace liangdi::render
