#include "render/band_painting.hpp"

#include <algorithm>
#include <unordered_set>

#include "geo/error.hpp"
#include "render/map_font.hpp"
#include "render/rule_memo.hpp"

namespace liangdi::render {

namespace {

QRectF graphic_box_at(QPointF at, const PointSymbol& point, double size, double px) {
    const QPointF centre = at + QPointF(point.graphic.offset_x, -point.graphic.offset_y) * px;
    return {centre.x() - size / 2, centre.y() - size / 2, size, size};
}

}  // namespace

void set_hints(QPainter& painter) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
}

BandPainting::BandPainting(const MapRequest& request, const Band& band, QPainter& painter)
    : request_(request),
      band_(band),
      painter_(painter),
      frame_(QPointF(0, 0), QSizeF(request.view.size_px)) {}

BandRest BandPainting::paint() {
    painter_.fillRect(QRectF(band_.pixels(request_.view.size_px)), request_.background);
    for (std::size_t i = 0; i < request_.layers.size(); ++i) {
        stop_if_asked();
        const MapLayer& layer = request_.layers[i];
        if (!layer.visible || !layer.source) continue;
        if (layer.opacity >= 1)
            paint_layer(i, painter_);
        else
            paint_translucent(i, layer.opacity);
    }
    return std::move(rest_);
}

void BandPainting::stop_if_asked() const {
    if (request_.stop.stop_requested()) throw Cancelled{};
}

void BandPainting::paint_translucent(std::size_t index, double opacity) {
    const QRect pixels = band_.pixels(request_.view.size_px);
    QImage own(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    own.fill(Qt::transparent);
    QPainter own_painter(&own);
    set_hints(own_painter);
    own_painter.translate(0, -band_.top);
    paint_layer(index, own_painter);
    own_painter.end();
    painter_.setOpacity(std::max(opacity, 0.0));
    painter_.drawImage(pixels.topLeft(), own);
    painter_.setOpacity(1);
}

void BandPainting::paint_layer(std::size_t index, QPainter& painter) {
    const MapLayer& layer = request_.layers[index];
    const MapView& view = request_.view;
    const double scale = view.scale(), px = device_px(layer.style, view.dpi);
    const std::unordered_set<std::int64_t> highlighted(layer.highlighted.begin(), layer.highlighted.end());
    const bool drawn = draws_at(layer.style, scale);
    if (!drawn && highlighted.empty()) return;

    land::FeatureQuery query;
    geo::Box box;
    box.add(view.to_ground(QPointF(0, band_.top)));
    box.add(view.to_ground(QPointF(view.size_px.width(), band_.top + band_.height)));
    // Wide lines and symbols reach into the picture from outside.
    query.box = box.grown(40 * px * view.m_per_px + 25);
    query.attributes = properties_at(layer.style, scale);
    // A layer that the scale hides still shows what is selected in it.
    if (!drawn) query.ids = layer.highlighted;

    FeaturePainter features(painter, view, px);
    RuleMemo memo(layer.style, scale, query.attributes);
    Coverage coverage(band_.pixels(view.size_px));
    std::vector<FeatureShape> kept;
    std::vector<std::vector<Later>> later(layer.style.passes.size());
    FeatureShape shape;
    bool stopped = false;
    layer.source->each(query, [&](const land::FeatureView& feature) {
        if (request_.stop.stop_requested()) {
            stopped = true;
            return false;
        }
        if (!read_shape(feature.blob, view, shape)) {
            if (band_.first) ++rest_.report.unreadable;
            return true;
        }
        const bool own = band_.owns(shape);
        if (own) ++rest_.report.features;
        const FeatureAttributes attributes{query.attributes, feature.attributes};
        const bool selected = own && highlighted.contains(feature.id);
        if (selected) rest_.selected.push_back(shape);
        const std::size_t kept_at = kept.size();
        const auto& rules = memo.rules_of(attributes);
        for (std::size_t pass = 0; pass < rules.size(); ++pass)
            for (const Rule* rule : rules[pass])
                for (const auto& symbolizer : rule->symbolizers) {
                    if (const auto* text = std::get_if<TextSymbol>(&symbolizer)) {
                        if (own) add_label(*text, shape, attributes, index, feature.id, px, selected);
                        continue;
                    }
                    if (pass == 0 && add_up(symbolizer, shape, coverage)) continue;
                    const double size = features.size_of(symbolizer, attributes);
                    if (own) add_obstacle(symbolizer, shape, size, px);
                    if (pass == 0) {
                        features.draw(shape, symbolizer, size);
                    } else {
                        if (kept_at == kept.size()) kept.push_back(shape);
                        later[pass].push_back({kept_at, &symbolizer, size});
                    }
                }
        return true;
    });
    if (stopped) throw Cancelled{};
    if (const QImage small = coverage.take(); !small.isNull())
        painter.drawImage(coverage.pixels().topLeft(), small);
    for (const auto& pass : later)
        for (const auto& item : pass) {
            stop_if_asked();
            features.draw(kept[item.shape], *item.symbolizer, item.size_px);
        }
}

/// Small plainly filled areas of the first pass: they do not lie over one another, so their order is free.
bool BandPainting::add_up(const Symbolizer& symbolizer, const FeatureShape& shape, Coverage& coverage) const {
    const auto* polygon = std::get_if<PolygonSymbol>(&symbolizer);
    if (!band_.raster || !polygon || !polygon->fill || polygon->fill->pattern) return false;
    const QColor& colour = polygon->fill->colour;
    const bool outlined = polygon->stroke && (shape.box.width() >= 1 || shape.box.height() >= 1);
    if (outlined || !colour.isValid() || colour.alpha() != 255 || !Coverage::takes(shape)) return false;
    coverage.add(shape, colour);
    return true;
}

void BandPainting::add_label(const TextSymbol& symbol, const FeatureShape& shape,
                             const FeatureAttributes& attributes, std::size_t layer, std::int64_t id,
                             double px, bool selected) {
    if (!request_.labels || !shape.box.adjusted(-1, -1, 1, 1).intersects(frame_)) return;
    const QString text = QString::fromStdString(to_label(evaluate(symbol.label, attributes))).trimmed();
    if (text.isEmpty()) return;
    LabelCandidate label = layout_label(symbol, text, shape, font_of(symbol, px), px, frame_);
    if (label.places.empty()) {
        ++rest_.report.labels_left_out;
        return;
    }
    constexpr int above_all = 1000;
    label.request.priority += selected ? above_all : 0;
    label.request.layer = static_cast<int>(layer);
    label.request.id = id;
    rest_.labels.push_back(std::move(label));
}

/// Looking a font up costs more than laying a label out.
const QFont& BandPainting::font_of(const TextSymbol& symbol, double px) {
    const auto [at, fresh] = fonts_.try_emplace(&symbol);
    if (fresh) at->second = map_font(symbol.font, px, rest_.report.warnings);
    return at->second;
}

void BandPainting::add_obstacle(const Symbolizer& symbolizer, const FeatureShape& shape, double size,
                                double px) {
    const auto* point = std::get_if<PointSymbol>(&symbolizer);
    if (!point || !point->blocks_labels || shape.points.empty()) return;
    const QPointF at = anchor_of(shape);
    if (frame_.contains(at)) rest_.obstacles.push_back(graphic_box_at(at, *point, size, px));
}

}  // namespace liangdi::render
