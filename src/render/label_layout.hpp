#pragma once

#include <QFont>
#include <QPointF>
#include <QString>
#include <vector>

#include "render/feature_shape.hpp"
#include "render/label_placer.hpp"
#include "render/style.hpp"

namespace liangdi::render {

/// A run of characters drawn in one go around its middle.
struct LabelPiece {
    QString text;
    QPointF centre;
    double width = 0;
    double angle_deg = 0;  ///< clockwise
};

/// A label in every place it could take; `request.places[i]` are the boxes of `places[i]`. Device px.
struct LabelCandidate {
    LabelRequest request;
    const TextSymbol* symbol = nullptr;  ///< of the style in the MapRequest, which must outlive this
    QFont font;
    double px = 1;  ///< device px in a px of the style
    std::vector<std::vector<LabelPiece>> places;
};

/// Baseline below the middle of a line of text, in parts of the font's size: centres digits and Han alike.
inline constexpr double baseline_below_middle = 0.36;

/// Where the label of a shape could stand: in an area or at a point, above an area, along a line (steep lines
/// get upright characters from top to bottom). No places when it fits nowhere. `frame`: the picture.
LabelCandidate layout_label(const TextSymbol& symbol, const QString& text, const FeatureShape& shape,
                            const QFont& font, double px, const QRectF& frame);

}  // namespace liangdi::render
