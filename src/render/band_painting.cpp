#include "render/band_painting.hpp"

#include <algorithm>
#include <unordered_set>

#include "geo/error.hpp"
#include "render/kept_shapes.hpp"
#include "render/map_font.hpp"

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

BandPainting::BandPainting(const MapRequest& request, const Ground& ground, const Band& band,
                           QPainter& painter, const Pixels& pixels)
    : request_(request),
      ground_(ground),
      band_(band),
      painter_(painter),
      pixels_(pixels),
      frame_(QPointF(0, 0), QSizeF(request.view.size_px)) {}

BandRest BandPainting::paint() {
    paint_background();
    for (const auto& raster : ground_.rasters) {
        painter_.setOpacity(std::clamp(raster.opacity, 0.0, 1.0));
        if (!raster.image.isNull()) painter_.drawImage(raster.target, raster.image);
    }
    painter_.setOpacity(1);
    for (std::size_t i = 0; i < request_.layers.size(); ++i) {
        stop_if_asked();
        const MapLayer& layer = request_.layers[i];
        if (!layer.visible || !layer.source) continue;
        if (layer.opacity >= 1)
            paint_layer(i, painter_, pixels_);
        else
            paint_translucent(i, layer.opacity);
    }
    return std::move(rest_);
}

/// The band's pixels hold whatever was in the memory before.
void BandPainting::paint_background() {
    const QRect place = band_.pixels(request_.view.size_px);
    if (!pixels_.first_row) {
        painter_.fillRect(QRectF(place), request_.background);
        return;
    }
    const QRgb colour = qPremultiply(request_.background.rgba());
    for (int y = place.top(); y <= place.bottom(); ++y) std::fill_n(pixels_.row(y), place.width(), colour);
}

void BandPainting::stop_if_asked() const {
    if (request_.stop.stop_requested()) throw Cancelled{};
}

void BandPainting::paint_translucent(std::size_t index, double opacity) {
    const QRect pixels = band_.pixels(request_.view.size_px);
    QImage own(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    own.fill(Qt::transparent);
    const Pixels own_pixels{pixels_.first_row ? own.bits() : nullptr, own.bytesPerLine(), pixels};
    QPainter own_painter(&own);
    set_hints(own_painter);
    own_painter.translate(0, -band_.top);
    paint_layer(index, own_painter, own_pixels);
    own_painter.end();
    painter_.setOpacity(std::max(opacity, 0.0));
    painter_.drawImage(pixels.topLeft(), own);
    painter_.setOpacity(1);
}

struct BandPainting::Layer {
    Layer(const MapLayer& shown, std::size_t number, QPainter& painter, const Pixels& pixels,
          const MapView& view, const QRect& place)
        : layer(shown),
          index(number),
          px(device_px(shown.style, view.dpi)),
          features(painter, pixels, view, px),
          coverage(place),
          later(shown.style.passes.size()),
          highlighted(shown.highlighted.begin(), shown.highlighted.end()) {}

    const MapLayer& layer;
    std::size_t index;
    double px;
    FeaturePainter features;
    Coverage coverage;
    KeptShapes kept;
    std::vector<std::vector<Later>> later;  // of each pass
    std::unordered_set<std::int64_t> highlighted;
};

void BandPainting::paint_layer(std::size_t index, QPainter& painter, const Pixels& pixels) {
    const MapView& view = request_.view;
    Layer layer(request_.layers[index], index, painter, pixels, view, band_.pixels(view.size_px));
    const double scale = view.scale();
    const bool drawn = draws_at(layer.layer.style, scale);
    if (!drawn && layer.highlighted.empty()) return;

    land::FeatureQuery query;
    geo::Box box;
    box.add(view.to_ground(QPointF(0, band_.top)));
    box.add(view.to_ground(QPointF(view.size_px.width(), band_.top + band_.height)));
    // Wide lines and symbols reach into the picture from outside.
    query.box = box.grown(40 * layer.px * view.m_per_px + 25);
    query.attributes = properties_at(layer.layer.style, scale);
    // A layer that the scale hides still shows what is selected in it.
    if (!drawn) query.ids = layer.layer.highlighted;

    const LayerReading& reading = ground_.readings[index];
    if (reading.packed) read_packed(layer, *reading.packed, reading.from_source, query);
    if (!reading.packed || !query.ids.empty()) read_source(layer, query);

    if (pixels.first_row) layer.coverage.lay_on(pixels);
    layer.features.finish_pass();
    FeatureShape shape;
    for (const auto& pass : layer.later) {
        for (const auto& item : pass) {
            stop_if_asked();
            layer.kept.get(item.shape, shape);
            layer.features.draw(shape, *item.symbolizer, item.size_px);
        }
        layer.features.finish_pass();
    }
}

/// Leaves in `query` the ids of the rows that the source must give.
void BandPainting::read_packed(Layer& layer, const PackedLayer& packed,
                               std::span<const std::int64_t> from_source, land::FeatureQuery& query) {
    const double scale = request_.view.scale();
    const std::size_t level = packed.level_for(request_.view.m_per_px);
    PackedRules rules(packed, layer.layer.style, scale, query.attributes);
    const bool with_values = draws_values_at(layer.layer.style, scale);
    query.ids.assign(from_source.begin(), from_source.end());
    FeatureShape shape;
    packed.each_in(*query.box, [&](std::size_t feature) {
        stop_if_asked();
        const std::int64_t id = packed.id(feature);
        if (!from_source.empty() && std::binary_search(from_source.begin(), from_source.end(), id))
            return true;
        if (!packed.shape(feature, level, request_.view, shape)) {
            query.ids.push_back(id);
            return true;
        }
        const auto& applying = rules.rules_of(feature);
        take(layer, shape, id, applying,
             {query.attributes, with_values ? rules.values_of(feature) : std::span<const land::Value>()});
        return true;
    });
}

void BandPainting::read_source(Layer& layer, const land::FeatureQuery& query) {
    RuleMemo memo(layer.layer.style, request_.view.scale(), query.attributes);
    FeatureShape shape;
    layer.layer.source->each(query, [&](const land::FeatureView& feature) {
        if (request_.stop.stop_requested()) return false;
        if (!read_shape(feature.blob, request_.view, shape)) {
            rest_.unreadable.emplace(layer.index, feature.id);
            return true;
        }
        const FeatureAttributes attributes{query.attributes, feature.attributes};
        take(layer, shape, feature.id, memo.rules_of(attributes), attributes);
        return true;
    });
    stop_if_asked();
}

void BandPainting::take(Layer& layer, const FeatureShape& shape, std::int64_t id,
                        const std::vector<RuleMemo::Rules>& rules, const FeatureAttributes& attributes) {
    const bool own = band_.owns(shape);
    if (own) ++rest_.report.features;
    const bool selected = own && !layer.highlighted.empty() && layer.highlighted.contains(id);
    if (selected) rest_.selected.push_back(shape);
    const std::size_t kept_at = layer.kept.size();
    for (std::size_t pass = 0; pass < rules.size(); ++pass)
        for (const Rule* rule : rules[pass])
            for (const auto& symbolizer : rule->symbolizers) {
                if (const auto* text = std::get_if<TextSymbol>(&symbolizer)) {
                    if (own) add_label(*text, shape, attributes, layer.index, id, layer.px, selected);
                    continue;
                }
                if (pass == 0 && add_up(symbolizer, shape, layer.coverage)) continue;
                const double size = layer.features.size_of(symbolizer, attributes);
                if (own) add_obstacle(symbolizer, shape, size, layer.px);
                if (pass == 0) {
                    layer.features.draw(shape, symbolizer, size);
                } else {
                    if (kept_at == layer.kept.size()) layer.kept.add(shape);
                    layer.later[pass].push_back({kept_at, &symbolizer, size});
                }
            }
}

/// Small plainly filled areas of the first pass: they do not lie over one another, so their order is free.
bool BandPainting::add_up(const Symbolizer& symbolizer, const FeatureShape& shape, Coverage& coverage) const {
    const auto* polygon = std::get_if<PolygonSymbol>(&symbolizer);
    if (!pixels_.first_row || !polygon || !polygon->fill || polygon->fill->pattern) return false;
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
