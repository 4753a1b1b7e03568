#pragma once

#include <QBrush>
#include <QPainter>
#include <QPen>
#include <span>
#include <unordered_map>
#include <vector>

#include "render/feature_shape.hpp"
#include "render/pixel_painter.hpp"
#include "render/style.hpp"

namespace liangdi::render {

/// Draws shapes with symbolizers on one painter. `px` = device px in a px of the style.
/// The symbolizers must outlive the painter: their patterns are kept by address.
class FeaturePainter {
  public:
    /// `pixels`: what the painter paints on, where that is a picture.
    FeaturePainter(QPainter& painter, const Pixels& pixels, const MapView& view, double px);

    /// The one size of a symbolizer that may depend on the feature, in device px: the stroke's width or the
    /// graphic's height. Computed while the attributes are there, so that drawing can come later.
    double size_of(const Symbolizer& symbolizer, const FeatureAttributes& feature);

    /// Text symbolizers draw nothing here (label_layout.hpp).
    void draw(const FeatureShape& shape, const Symbolizer& symbolizer, double size_px);

    /// To be called after the last shape of a pass. In a PDF hatched areas wait until then: each change of
    /// the brush there is a pattern of its own, a hundred on a page, all of them held when the file is
    /// finished.
    void finish_pass();

    const QRectF& clip() const { return clip_; }

  private:
    struct Hatched {
        QPainterPath path;
        QPen pen;  ///< of the outline, which lies above the hatch
    };
    struct Waiting {
        const PolygonSymbol* symbol;
        std::vector<Hatched> areas;
    };

    void draw_polygon(const FeatureShape& shape, const PolygonSymbol& symbol, double stroke_px);
    void draw_line(const FeatureShape& shape, const LineSymbol& symbol, double stroke_px);
    void draw_point(const FeatureShape& shape, const PointSymbol& symbol, double height_px);
    double unit_px(Unit unit) const { return unit == Unit::px ? px_ : 1 / view_.m_per_px; }
    QPainterPath path_on_device(const FeatureShape& shape) const;
    bool hairline(const Stroke& stroke, double stroke_px) const;
    void draw_hatched(const PolygonSymbol& symbol, const std::vector<Hatched>& areas);
    std::vector<Hatched>& waiting_of(const PolygonSymbol& symbol);
    const QBrush& pattern(const Graphic& graphic, Unit unit);

    QPainter& painter_;
    PixelPainter pixels_;
    const MapView& view_;
    double px_;
    QRectF clip_;
    bool paper_;
    std::unordered_map<const Graphic*, QBrush> patterns_;
    std::vector<Waiting> waiting_;
    std::unordered_map<const Symbolizer*, double> sizes_;  // those that are the same for all features
};

/// The selection: all cases first, then all cores, above everything else (design/map-style.md). Only what may
/// reach into `rows`, the part of the picture that the painter paints on.
void draw_selection(QPainter& painter, std::span<const FeatureShape> shapes, double px, const QRectF& clip,
                    const QRectF& rows);

/// The rectangle outside of which no coordinate needs to be given to the painter.
QRectF clip_for(const MapView& view);

}  // namespace liangdi::render
