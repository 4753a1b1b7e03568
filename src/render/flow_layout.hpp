#pragma once

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "render/map_view.hpp"

/// Flow lines between two maps (design/map-style.md "flow"): where ribbons and pills lie, as values.
namespace liangdi::render {

inline constexpr double least_flow_px = 2, most_flow_px = 24, mu_a_flow_px = 8;

/// One line, from the largest to the sum of the rest.
struct FlowLine {
    std::optional<geo::Point> at;  ///< its end on the other map; nothing: it has no place of its own
    QString name, figures;         ///< 龙井村二组 / 17 户 · 124.36 亩
    double value = 0;              ///< households, or 亩 / 8: what is 1 px wide
    bool sum = false;              ///< of those from the 13th on
};

/// Two maps side by side in one frame of device px.
struct FlowScene {
    MapView from_view, to_view;
    QRectF from_rect, to_rect;     ///< where the maps lie in the frame; sizes are those of the views
    std::optional<geo::Box> from;  ///< what the lines begin at, on its side towards the other map
    std::vector<FlowLine> lines;
    double px = 1;  ///< device px a px at 96 dpi
};

struct FlowRibbon {
    QPointF from, to;
    double width_px = 0;
};
struct FlowPill {
    QRectF box;
    QString name, figures;  ///< the name with the arrow of where it lies, if that is off the map
    bool off_map = false;
    std::optional<QPointF> at;  ///< the place itself, where the pill could not lie there
    std::size_t line = 0;
};
struct FlowPicture {
    std::vector<FlowRibbon> ribbons;  ///< in the order of the lines
    std::vector<FlowPill> pills;
    double px = 1;
};
FlowPicture flow_layout(const FlowScene& scene);

/// How many px a unit (household, 8 亩) is wide: 1, or less where the widest line would be wider than 24. A
/// sum does not count: it would make hairlines of the others.
double flow_px_a_unit(const std::vector<FlowLine>& lines);
double flow_width_px(double value, double px_a_unit);  ///< at 96 dpi

/// The line whose pill lies there.
std::optional<std::size_t> pill_at(const FlowPicture& picture, QPointF px);

}  // namespace liangdi::render
