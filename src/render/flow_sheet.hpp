#pragma once

#include <QSize>
#include <QString>

#include "render/flow_layout.hpp"
#include "render/flow_painter.hpp"
#include "render/map_request.hpp"

class QPainter;

/// Town and village side by side as one picture: heads with their scales, both maps, the flow lines over
/// them, what their width means, and all of them as one bar.
namespace liangdi::render {

struct FlowSheet {
    QSize size_px;
    double dpi = 96;
    QString town_head, village_head;  ///< 城 · 安置区：平远新城
    MapRequest town, village;         ///< their views have the sizes of flow_frame
    bool from_town = true;            ///< the lines begin in the town
    std::optional<geo::Box> from;
    std::vector<FlowLine> lines;
    QString width_words;        ///< 线宽 = 户数（1 px = 1 户）
    QString caption, statuses;  ///< above and below the bar
    std::vector<BarPart> bar;
};
/// Device px.
struct FlowFrame {
    QRect town_head, village_head, town, village, legend, bar;
};
FlowFrame flow_frame(QSize size_px, double dpi);

/// `on_picture`: the device is a picture, and the maps may be painted on all processors.
MapReport paint_flow_sheet(QPainter& painter, const FlowSheet& sheet, bool on_picture);

}  // namespace liangdi::render
