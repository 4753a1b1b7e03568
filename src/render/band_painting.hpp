#pragma once

#include <QPainter>
#include <set>
#include <unordered_map>
#include <vector>

#include "render/coverage.hpp"
#include "render/feature_painter.hpp"
#include "render/label_layout.hpp"
#include "render/layer_reading.hpp"
#include "render/map_request.hpp"
#include "render/raster_picture.hpp"

namespace liangdi::render {

/// A horizontal strip of the picture, painted on a thread of its own. The strips of a picture share every
/// coordinate: all of them count in device px of the whole.
struct Band {
    int top = 0, height = 0;         ///< device px of the picture
    bool first = true, last = true;  ///< what lies above the picture belongs to the first, below to the last

    QRect pixels(QSize picture) const { return {0, top, picture.width(), height}; }
    /// A feature is counted and labelled by one band alone, the one that its upper edge lies in.
    bool owns(const FeatureShape& shape) const {
        return (first || shape.box.top() >= top) && (last || shape.box.top() < top + height);
    }
};

/// What all bands share, read before any of them begins.
struct Ground {
    std::vector<RasterPicture> rasters;  ///< from bottom to top
    std::vector<LayerReading> readings;  ///< one for each layer
};

/// What a band leaves for the end, when all bands are painted.
struct BandRest {
    MapReport report;
    std::vector<LabelCandidate> labels;
    std::vector<QRectF> obstacles;
    std::vector<FeatureShape> selected;
    /// Layer and row; several bands may meet the same.
    std::set<std::pair<std::size_t, std::int64_t>> unreadable;
};

void set_hints(QPainter& painter);

/// Paints background and layers of one band; the painter counts in px of the whole picture.
/// Throws Cancelled soon after a stop was requested.
class BandPainting {
  public:
    /// `pixels`: the band's own, where the painter paints on a picture; then small areas are added up.
    /// Without, everything is left to the painter (PDF, SVG).
    BandPainting(const MapRequest& request, const Ground& ground, const Band& band, QPainter& painter,
                 const Pixels& pixels);
    BandRest paint();

  private:
    /// Drawn when its pass comes: all cases of a street layer before its roadways.
    struct Later {
        std::size_t shape;
        const Symbolizer* symbolizer;
        double size_px;
    };

    struct Layer;  ///< on its way through the band

    void stop_if_asked() const;
    void paint_background();
    void paint_translucent(std::size_t index, double opacity);
    void paint_layer(std::size_t index, QPainter& painter, const Pixels& pixels);
    void read_packed(Layer& layer, const PackedLayer& packed, std::span<const std::int64_t> from_source,
                     land::FeatureQuery& query);
    void read_source(Layer& layer, const land::FeatureQuery& query);
    void take(Layer& layer, const FeatureShape& shape, std::int64_t id,
              const std::vector<RuleMemo::Rules>& rules, const FeatureAttributes& attributes);
    bool add_up(const Symbolizer& symbolizer, const FeatureShape& shape, Coverage& coverage) const;
    void add_label(const TextSymbol& symbol, const FeatureShape& shape, const FeatureAttributes& attributes,
                   std::size_t layer, std::int64_t id, double px, bool selected);
    const QFont& font_of(const TextSymbol& symbol, double px);
    void add_obstacle(const Symbolizer& symbolizer, const FeatureShape& shape, double size, double px);

    const MapRequest& request_;
    const Ground& ground_;
    Band band_;
    QPainter& painter_;
    Pixels pixels_;
    QRectF frame_;
    BandRest rest_;
    std::unordered_map<const TextSymbol*, QFont> fonts_;
};

}  // namespace liangdi::render
