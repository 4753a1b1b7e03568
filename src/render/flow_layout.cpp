#include "render/flow_layout.hpp"

#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "render/map_font.hpp"

namespace liangdi::render {

namespace {

constexpr double inset_px = 8, gap_px = 4, most_start_px = 64;

QPointF clamped(QPointF p, const QRectF& rect) {
    return {std::clamp(p.x(), rect.left(), rect.right()), std::clamp(p.y(), rect.top(), rect.bottom())};
}

/// → ↗ ↑ …: which way it lies from the middle of the map.
QString arrow_to(QPointF from, QPointF to) {
    constexpr std::array<char16_t, 8> arrows{u'→', u'↗', u'↑', u'↖', u'←', u'↙', u'↓', u'↘'};
    const double turns = std::atan2(from.y() - to.y(), to.x() - from.x()) / (2 * std::numbers::pi);
    const auto eighth = static_cast<std::size_t>(std::lround(turns * 8) + 8) % 8;
    return QString(QChar(arrows[eighth]));
}

QSizeF size_of(const QString& name, const QString& figures, double px) {
    const QFontMetricsF bold(furniture_font(12, true, px)), plain(furniture_font(11, false, px));
    const double width = std::max(bold.horizontalAdvance(name), plain.horizontalAdvance(figures));
    return {width + 18 * px, 36 * px};
}

/// Puts each pill as near to where it belongs as the others leave room.
class Places {
  public:
    Places(const QRectF& room, std::vector<QRectF> taken) : room_(room), taken_(std::move(taken)) {}

    QRectF place(QRectF wanted, double px) {
        wanted.moveLeft(
            std::clamp(wanted.left(), room_.left(), std::max(room_.left(), room_.right() - wanted.width())));
        wanted.moveTop(
            std::clamp(wanted.top(), room_.top(), std::max(room_.top(), room_.bottom() - wanted.height())));
        const double step = 4 * px, column = wanted.width() + gap_px * px;
        const int rows = static_cast<int>(room_.height() / step) + 1;
        for (const double aside : {0.0, -column, column, -2 * column, 2 * column}) {
            for (int i = 0; i < 2 * rows; ++i) {
                const double by = (i % 2 == 0 ? i / 2 : -(i + 1) / 2) * step;
                const QRectF box = wanted.translated(aside, by);
                if (!room_.contains(box)) continue;
                const QRectF with_gap = box.adjusted(-gap_px * px, -gap_px * px, gap_px * px, gap_px * px);
                if (std::ranges::none_of(taken_, [&](const QRectF& t) { return t.intersects(with_gap); })) {
                    taken_.push_back(box);
                    return box;
                }
            }
        }
        taken_.push_back(wanted);  // a map too small for its lines: they lie over each other
        return wanted;
    }

  private:
    QRectF room_;
    std::vector<QRectF> taken_;
};

/// What stands on every map: the scale bar at the lower left, the arrow of north at the upper right.
std::vector<QRectF> furniture_of(const QRectF& map, double px) {
    return {QRectF(map.left(), map.bottom() - 52 * px, 230 * px, 52 * px),
            QRectF(map.right() - 64 * px, map.top(), 64 * px, 72 * px)};
}

FlowPill pill_for(const FlowScene& scene, std::size_t i, Places& places) {
    const FlowLine& line = scene.lines[i];
    const double px = scene.px;
    const bool rightwards = scene.to_rect.center().x() >= scene.from_rect.center().x();
    const QRectF inside =
        scene.to_rect.adjusted(inset_px * px, inset_px * px, -inset_px * px, -inset_px * px);
    FlowPill pill{{}, line.name, line.figures, false, {}, i};
    QPointF at(rightwards ? inside.right() : inside.left(), inside.bottom());
    QPointF middle = scene.to_rect.center();
    if (line.at) {
        at = scene.to_view.to_px(*line.at) + scene.to_rect.topLeft();
        pill.off_map = !scene.to_rect.contains(at);
        if (pill.off_map) pill.name += QStringLiteral(" ") + arrow_to(middle, at);
    } else {
        pill.off_map = true;
    }
    const QSizeF size = size_of(pill.name, line.figures, px);
    const QPointF end = clamped(at, inside);
    // The near side of the pill is where the line ends.
    const QRectF wanted(QPointF(rightwards ? end.x() : end.x() - size.width(), end.y() - size.height() / 2),
                        size);
    pill.box = places.place(wanted, px);
    if (line.at && !pill.off_map) {
        const QPointF near_side(rightwards ? pill.box.left() : pill.box.right(), pill.box.center().y());
        if ((near_side - at).manhattanLength() > 2 * px) pill.at = at;
    }
    return pill;
}

}  // namespace

double flow_px_a_unit(const std::vector<FlowLine>& lines) {
    double widest = 0;
    for (const auto& line : lines)
        if (!line.sum) widest = std::max(widest, line.value);
    return widest > most_flow_px ? most_flow_px / widest : 1;
}

double flow_width_px(double value, double px_a_unit) {
    return std::clamp(value * px_a_unit, least_flow_px, most_flow_px);
}

FlowPicture flow_layout(const FlowScene& scene) {
    FlowPicture picture;
    picture.px = scene.px;
    if (scene.lines.empty()) return picture;
    const double px = scene.px, unit = flow_px_a_unit(scene.lines);
    const QRectF room = scene.to_rect.adjusted(inset_px * px, inset_px * px, -inset_px * px, -inset_px * px);
    Places places(room, furniture_of(scene.to_rect, px));
    for (std::size_t i = 0; i < scene.lines.size(); ++i) picture.pills.push_back(pill_for(scene, i, places));

    const QRectF from_inside = scene.from_rect.adjusted(4 * px, 4 * px, -4 * px, -4 * px);
    const bool rightwards = scene.to_rect.center().x() >= scene.from_rect.center().x();
    QPointF from = from_inside.center();
    if (scene.from && !scene.from->empty()) {
        const geo::Point side{rightwards ? scene.from->max_x : scene.from->min_x, scene.from->centre().y};
        from = clamped(scene.from_view.to_px(side) + scene.from_rect.topLeft(), from_inside);
    }
    double all = 0;
    for (const auto& line : scene.lines) {
        picture.ribbons.push_back({from, {}, flow_width_px(line.value, unit) * px});
        all += picture.ribbons.back().width_px;
    }
    // They leave one under the other in the order in which they arrive, so that they do not cross at once.
    std::vector<std::size_t> order(scene.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return picture.pills[i].box.center().y(); });
    const double spread = std::min(all, most_start_px * px), squeeze = all > 0 ? spread / all : 1;
    double y = from.y() - spread / 2;
    for (const std::size_t i : order) {
        FlowRibbon& ribbon = picture.ribbons[i];
        const FlowPill& pill = picture.pills[i];
        ribbon.from.setY(y + ribbon.width_px * squeeze / 2);
        y += ribbon.width_px * squeeze;
        ribbon.to = QPointF(rightwards ? pill.box.left() : pill.box.right(), pill.box.center().y());
    }
    return picture;
}

std::optional<std::size_t> pill_at(const FlowPicture& picture, QPointF px) {
    for (auto pill = picture.pills.rbegin(); pill != picture.pills.rend(); ++pill)
        if (pill->box.contains(px)) return pill->line;
    return {};
}

}  // namespace liangdi::render
