#include "render/map_renderer.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "geo/error.hpp"
#include "render/feature_painter.hpp"
#include "render/label_painter.hpp"
#include "render/map_font.hpp"

namespace liangdi::render {

namespace {

constexpr double screen_px_mm = 25.4 / 96;

void set_hints(QPainter& painter) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
}

/// One picture in the making.
class MapPainting {
  public:
    MapPainting(const MapRequest& request, QPainter& painter)
        : request_(request), painter_(painter), frame_(QPointF(0, 0), QSizeF(request.view.size_px)) {}

    MapReport paint() {
        painter_.fillRect(frame_, request_.background);
        for (std::size_t i = 0; i < request_.layers.size(); ++i) {
            stop_if_asked();
            const MapLayer& layer = request_.layers[i];
            if (!layer.visible || !layer.source) continue;
            if (layer.opacity >= 1)
                paint_layer(i, painter_);
            else
                paint_translucent(i, layer.opacity);
        }
        paint_labels();
        stop_if_asked();
        draw_selection(painter_, selected_, request_.view.dpi / 25.4 * screen_px_mm, clip_for(request_.view));
        return report_;
    }

  private:
    /// Drawn when its pass comes: all cases of a street layer before its roadways.
    struct Later {
        std::size_t shape;
        const Symbolizer* symbolizer;
        double size_px;
    };

    void stop_if_asked() const {
        if (request_.stop.stop_requested()) throw Cancelled{};
    }

    void paint_translucent(std::size_t index, double opacity) {
        QImage own(request_.view.size_px, QImage::Format_ARGB32_Premultiplied);
        own.fill(Qt::transparent);
        QPainter own_painter(&own);
        set_hints(own_painter);
        paint_layer(index, own_painter);
        own_painter.end();
        painter_.setOpacity(std::max(opacity, 0.0));
        painter_.drawImage(QPointF(0, 0), own);
        painter_.setOpacity(1);
    }

    void paint_layer(std::size_t index, QPainter& painter) {
        const MapLayer& layer = request_.layers[index];
        const MapView& view = request_.view;
        const double scale = view.scale(), px = device_px(layer.style, view.dpi);
        const std::unordered_set<std::int64_t> highlighted(layer.highlighted.begin(),
                                                           layer.highlighted.end());
        const bool drawn = draws_at(layer.style, scale);
        if (!drawn && highlighted.empty()) return;

        land::FeatureQuery query;
        // Wide lines and symbols reach into the picture from outside.
        query.box = view.extent().grown(40 * px * view.m_per_px + 25);
        query.attributes = properties_at(layer.style, scale);
        // A layer that the scale hides still shows what is selected in it.
        if (!drawn) query.ids = layer.highlighted;

        FeaturePainter features(painter, view, px);
        std::vector<FeatureShape> kept;
        std::vector<std::vector<Later>> later(layer.style.passes.size());
        FeatureShape shape;
        std::vector<const Rule*> rules;
        bool stopped = false;
        layer.source->each(query, [&](const land::FeatureView& feature) {
            if (request_.stop.stop_requested()) {
                stopped = true;
                return false;
            }
            if (!read_shape(feature.blob, view, shape)) {
                ++report_.unreadable;
                return true;
            }
            ++report_.features;
            const FeatureAttributes attributes{query.attributes, feature.attributes};
            const bool selected = highlighted.contains(feature.id);
            if (selected) selected_.push_back(shape);
            std::size_t kept_at = kept.size();
            for (std::size_t pass = 0; pass < layer.style.passes.size(); ++pass) {
                applying_rules(layer.style.passes[pass], scale, attributes, rules);
                for (const Rule* rule : rules)
                    for (const auto& symbolizer : rule->symbolizers) {
                        if (const auto* text = std::get_if<TextSymbol>(&symbolizer)) {
                            add_label(*text, shape, attributes, index, feature.id, px, selected);
                            continue;
                        }
                        const double size = features.size_of(symbolizer, attributes);
                        add_obstacle(symbolizer, shape, size, px);
                        if (pass == 0) {
                            features.draw(shape, symbolizer, size);
                        } else {
                            if (kept_at == kept.size()) kept.push_back(shape);
                            later[pass].push_back({kept_at, &symbolizer, size});
                        }
                    }
            }
            return true;
        });
        if (stopped) throw Cancelled{};
        for (const auto& pass : later)
            for (const auto& item : pass) {
                stop_if_asked();
                features.draw(kept[item.shape], *item.symbolizer, item.size_px);
            }
    }

    void add_label(const TextSymbol& symbol, const FeatureShape& shape, const FeatureAttributes& attributes,
                   std::size_t layer, std::int64_t id, double px, bool selected) {
        if (!request_.labels || !shape.box.adjusted(-1, -1, 1, 1).intersects(frame_)) return;
        const QString text = QString::fromStdString(to_label(evaluate(symbol.label, attributes))).trimmed();
        if (text.isEmpty()) return;
        LabelCandidate label = layout_label(symbol, text, shape, font_of(symbol, px), px, frame_);
        if (label.places.empty()) {
            ++report_.labels_left_out;
            return;
        }
        constexpr int above_all = 1000;
        label.request.priority += selected ? above_all : 0;
        label.request.layer = static_cast<int>(layer);
        label.request.id = id;
        labels_.push_back(std::move(label));
    }

    /// Looking a font up costs more than laying a label out.
    const QFont& font_of(const TextSymbol& symbol, double px) {
        const auto [at, fresh] = fonts_.try_emplace(&symbol);
        if (fresh) at->second = map_font(symbol.font, px, report_.warnings);
        return at->second;
    }

    void add_obstacle(const Symbolizer& symbolizer, const FeatureShape& shape, double size, double px) {
        const auto* point = std::get_if<PointSymbol>(&symbolizer);
        if (!point || !point->blocks_labels || shape.points.empty()) return;
        const QPointF at = anchor_of(shape);
        if (frame_.contains(at)) obstacles_.push_back(graphic_box_at(at, *point, size, px));
    }

    static QRectF graphic_box_at(QPointF at, const PointSymbol& point, double size, double px) {
        const QPointF centre = at + QPointF(point.graphic.offset_x, -point.graphic.offset_y) * px;
        return {centre.x() - size / 2, centre.y() - size / 2, size, size};
    }

    void paint_labels() {
        std::vector<LabelRequest> requests;
        requests.reserve(labels_.size());
        for (const auto& label : labels_) requests.push_back(label.request);
        stop_if_asked();
        const std::vector<int> places = place_labels(requests, obstacles_, frame_);
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            stop_if_asked();
            if (places[i] == not_placed) {
                ++report_.labels_left_out;
                continue;
            }
            ++report_.labels_placed;
            draw_label(painter_, labels_[i], static_cast<std::size_t>(places[i]));
        }
    }

    const MapRequest& request_;
    QPainter& painter_;
    QRectF frame_;
    MapReport report_;
    std::vector<LabelCandidate> labels_;
    std::vector<QRectF> obstacles_;
    std::vector<FeatureShape> selected_;
    std::unordered_map<const TextSymbol*, QFont> fonts_;
};

}  // namespace

MapReport MapRenderer::paint(const MapRequest& request, QPainter& painter) const {
    painter.save();
    painter.setClipRect(QRectF(QPointF(0, 0), QSizeF(request.view.size_px)), Qt::IntersectClip);
    set_hints(painter);
    struct Restore {
        QPainter& painter;
        ~Restore() { painter.restore(); }
    } const restore{painter};
    return MapPainting(request, painter).paint();
}

QImage MapRenderer::to_image(const MapRequest& request, MapReport* report) const {
    QImage image(request.view.size_px, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) throw Error("no_memory", "the picture is too large. Choose fewer pixels.");
    const int dots_per_m = static_cast<int>(std::lround(request.view.dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_m);
    image.setDotsPerMeterY(dots_per_m);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    MapReport made = paint(request, painter);
    painter.end();
    if (report) *report = std::move(made);
    return image;
}

}  // namespace liangdi::render
