#pragma once

#include <QColor>

/// Sizes and colours of the desk on which a page lies. The paper is white in every theme: it is the print.
namespace liangdi::gui::paper_look {

// Logical px.
inline constexpr int ruler_px = 22, desk_margin_px = 20;
inline constexpr double handle_px = 7, handle_reach_px = 6;

inline const QColor light_desk{0x9B, 0xA0, 0xA0}, dark_desk{0x14, 0x16, 0x18};
inline const QColor map_violet{0x7A, 0x2F, 0x9E};  ///< the map inside moves
inline const QColor on_paper{0x1B, 0x5E, 0x8C};    ///< frames of what is chosen: paper is always light

}  // namespace liangdi::gui::paper_look
