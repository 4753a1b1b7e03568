#pragma once

#include <QPainter>
#include <unordered_map>
#include <vector>

#include "render/coverage.hpp"
#include "render/feature_painter.hpp"
#include "render/label_layout.hpp"
#include "render/map_request.hpp"

namespace liangdi::render {

/// A horizontal strip of the picture, painted on a thread of its own. The strips of a picture share every
/// coordinate: all of them count in device px of the whole.
struct Band {
    int top = 0, height = 0;         ///< device px of the picture
    bool first = true, last = true;  ///< what lies above the picture belongs to the first, below to the last
    bool raster = false;             ///< pixels, where small areas are added up; else vectors (PDF, SVG)

    QRect pixels(QSize picture) const { return {0, top, picture.width(), height}; }
    /// A feature is counted and labelled by one band alone, the one that its upper edge lies in.
    bool owns(const FeatureShape& shape) const {
        return (first || shape.box.top() >= top) && (last || shape.box.top() < top + height);
    }
};

/// What a band leaves for the end, when all bands are painted.
struct BandRest {
    MapReport report;
    std::vector<LabelCandidate> labels;
    std::vector<QRectF> obstacles;
    std::vector<FeatureShape> selected;
};

void set_hints(QPainter& painter);

/// Paints background and layers of one band; the painter counts in px of the whole picture.
/// Throws Cancelled soon after a stop was requested.
class BandPainting {
  public:
    BandPainting(const MapRequest& request, const Band& band, QPainter& painter);
    BandRest paint();

  private:
    /// Drawn when its pass comes: all cases of a street layer before its roadways.
    struct Later {
        std::size_t shape;
        const Symbolizer* symbolizer;
        double size_px;
    };

    void stop_if_asked() const;
    void paint_translucent(std::size_t index, double opacity);
    void paint_layer(std::size_t index, QPainter& painter);
    bool add_up(const Symbolizer& symbolizer, const FeatureShape& shape, Coverage& coverage) const;
    void add_label(const TextSymbol& symbol, const FeatureShape& shape, const FeatureAttributes& attributes,
                   std::size_t layer, std::int64_t id, double px, bool selected);
    const QFont& font_of(const TextSymbol& symbol, double px);
    void add_obstacle(const Symbolizer& symbolizer, const FeatureShape& shape, double size, double px);

    const MapRequest& request_;
    Band band_;
    QPainter& painter_;
    QRectF frame_;
    BandRest rest_;
    std::unordered_map<const TextSymbol*, QFont> fonts_;
};

}  // namespace liangdi::render
