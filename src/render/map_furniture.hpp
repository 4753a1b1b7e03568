#pragma once

#include <QString>

#include "render/map_view.hpp"

class QPainter;

namespace liangdi::render {

/// What stands around or on a map. Only what is asked for is drawn.
struct MapFurniture {
    bool scale_bar = true;
    bool north_arrow = true;
    QString title;  ///< empty: none
};

/// Draws on a map that was painted with the same view: the title at the top, the arrow of grid north at the
/// upper right, the scale bar at the lower left.
void draw_furniture(QPainter& painter, const MapView& view, const MapFurniture& furniture);

/// The round length (1, 2 or 5 times a power of ten, metres) whose bar is at most `longest_px`.
double scale_bar_length_m(double m_per_px, double longest_px);

/// "500 m", "2 km".
QString length_text(double length_m);

}  // namespace liangdi::render
