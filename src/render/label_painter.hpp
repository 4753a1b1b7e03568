#pragma once

#include <vector>

#include "render/label_layout.hpp"

class QPainter;

namespace liangdi::render {

/// Draws a label in one of its places: plate, halo, then the text itself as text (it stays searchable in
/// PDF).
void draw_label(QPainter& painter, const LabelCandidate& label, std::size_t place);

/// A box that holds all of what draw_label draws, device px; rather too large.
QRectF label_reach(const LabelCandidate& label, std::size_t place);

}  // namespace liangdi::render
