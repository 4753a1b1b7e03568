#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <vector>

#include "render/flow_layout.hpp"

class QPainter;

namespace liangdi::render {

inline const QColor flow_colour{0x6B, 0x3F, 0xA0};
inline constexpr float flow_opacity = 0.62F;

/// Ribbons with a white rim, then pills. Draws where the picture lies; clips to nothing.
void paint_flows(QPainter& painter, const FlowPicture& picture);

/// A sample of a line, as the legend shows it, in the middle of the box.
void paint_flow_sample(QPainter& painter, const QRectF& box, double width_px);

/// A part of a stacked bar. What does not fit into it is cut off with an ellipsis, or left out.
struct BarPart {
    QString words;
    double value = 0;
};
/// Parts side by side over the whole width, the first the darkest.
void paint_stacked_bar(QPainter& painter, const QRectF& box, const std::vector<BarPart>& parts, double px);
/// Where the parts lie.
std::vector<QRectF> stacked_boxes(const QRectF& box, const std::vector<BarPart>& parts);

}  // namespace liangdi::render
