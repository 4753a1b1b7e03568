#include "render/page_legend.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/hit_test.hpp"
#include "render/map_renderer.hpp"
#include "render/page_table.hpp"
#include "render/page_text.hpp"
#include "render/rule_memo.hpp"

namespace liangdi::render {

namespace {

constexpr double swatch_width = 3.6, swatch_height = 1.5;  ///< parts of the character size
constexpr double street_reach_m = 5;                       ///< half the width of a street
constexpr double line_px = 9, edge_px = 11;  ///< of a line whose width hangs on the feature or the ground
const std::string symbol_suffix = "符号", edge_suffix = "边";

/// One area, line and point of the size of a swatch, which is a map of its own.
class SwatchSource final : public land::FeatureSource {
  public:
    SwatchSource(LegendEntry::Shape shape, double width, double height) {
        geo::Geometry geometry;
        if (shape == LegendEntry::Shape::area) {
            const double line = 0.06 * height;  // the outline stays inside
            geometry = geo::MultiPolygon{geo::rectangle({line, line, width - line, height - line})};
        } else if (shape == LegendEntry::Shape::line) {
            geometry = geo::MultiLineString{{{0, height / 2}, {width, height / 2}}};
        } else {
            geometry = geo::Point{width / 2, height / 2};
        }
        box_ = geo::box_of(geometry);
        blob_ = geo::to_spatialite_blob(geometry, 0);
    }
    geo::Box extent() const override { return box_; }
    std::int64_t count() const override { return 1; }
    void each(const land::FeatureQuery& query,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        const std::vector<land::Value> nothing(query.attributes.size());
        visit({1, blob_, nothing});
    }

  private:
    geo::Box box_;
    geo::Bytes blob_;
};

/// A size that hangs on the feature, or on the ground, has no value in a legend.
void settle_sizes(Symbolizer& symbolizer, double street_px) {
    const auto settle = [](Expression& size, Unit& unit, double px) {
        if (unit == Unit::px && size.constant()) return;
        unit = Unit::px;
        size = literal(px);
    };
    if (auto* line = std::get_if<LineSymbol>(&symbolizer)) settle(line->stroke.width, line->unit, street_px);
    if (auto* point = std::get_if<PointSymbol>(&symbolizer)) settle(point->graphic.size, point->unit, 9);
    if (auto* area = std::get_if<PolygonSymbol>(&symbolizer); area && area->stroke)
        settle(area->stroke->width, area->unit, 1);
}

/// Those of a rule that a swatch can show.
std::vector<Symbolizer> shown(const Rule& rule, double street_px) {
    std::vector<Symbolizer> out;
    for (const auto& symbolizer : rule.symbolizers) {
        if (std::holds_alternative<TextSymbol>(symbolizer)) continue;
        out.push_back(symbolizer);
        settle_sizes(out.back(), street_px);
    }
    return out;
}

LegendEntry::Shape shape_of(const Symbolizer& symbolizer) {
    if (std::holds_alternative<PolygonSymbol>(symbolizer)) return LegendEntry::Shape::area;
    if (std::holds_alternative<LineSymbol>(symbolizer)) return LegendEntry::Shape::line;
    return LegendEntry::Shape::point;
}

std::set<const Rule*> rules_met(const MapLayer& layer, const geo::Box& box, double scale) {
    land::FeatureQuery query;
    query.box = box;
    query.attributes = properties_at(layer.style, scale);
    RuleMemo memo(layer.style, scale, query.attributes);
    std::set<const Rule*> met;
    layer.source->each(query, [&](const land::FeatureView& feature) {
        if (!meets_box(feature.blob, box, street_reach_m)) return true;
        for (const auto& rules : memo.rules_of({query.attributes, feature.attributes}))
            met.insert(rules.begin(), rules.end());
        return true;
    });
    return met;
}

/// In the order in which the style tells its rules.
void add_entries(std::vector<LegendEntry>& entries, const MapLayer& layer, const std::set<const Rule*>& met,
                 land::Language language) {
    std::vector<LegendEntry> own;
    std::vector<std::string> names;
    std::vector<Symbolizer> edges;  // cases and halos: under the lines that follow
    for (const auto& pass : layer.style.passes) {
        for (const auto& rule : pass.rules) {
            if (!met.contains(&rule)) continue;
            const std::string name = title_in(rule.title, land::Language::zh);
            const bool edge = name.ends_with(edge_suffix);
            std::vector<Symbolizer> symbolizers = shown(rule, edge ? edge_px : line_px);
            if (name.empty() || symbolizers.empty()) continue;
            if (edge) {
                edges = std::move(symbolizers);
                continue;
            }
            const auto of =
                name.ends_with(symbol_suffix)
                    ? std::ranges::find(names, title_in(name.substr(0, name.size() - symbol_suffix.size()),
                                                        land::Language::zh))
                    : names.end();
            if (of != names.end()) {
                auto& rules = own[static_cast<std::size_t>(of - names.begin())].style.passes;
                rules.push_back({{Rule{}}});
                rules.back().rules.front().symbolizers = std::move(symbolizers);
                continue;
            }
            if (std::ranges::find(names, name) != names.end() || name.ends_with(symbol_suffix)) continue;
            LegendEntry entry;
            entry.title = QString::fromStdString(title_in(rule.title, language));
            entry.shape = shape_of(symbolizers.front());
            entry.style = {layer.style.layer, layer.style.name, "", layer.style.px_mm, {{{Rule{}}}}};
            if (entry.shape == LegendEntry::Shape::line)
                symbolizers.insert(symbolizers.begin(), edges.begin(), edges.end());
            entry.style.passes.front().rules.front().symbolizers = std::move(symbolizers);
            own.push_back(std::move(entry));
            names.push_back(name);
        }
    }
    for (auto& entry : own) {
        const bool known =
            std::ranges::any_of(entries, [&](const LegendEntry& e) { return e.title == entry.title; });
        if (!known) entries.push_back(std::move(entry));
    }
}

void paint_swatch(QPainter& painter, const PageDevice& device, const QRectF& mm, const LegendEntry& entry) {
    const double k = device.px_a_mm();
    MapRequest request;
    request.view.dpi = device.dpi;
    request.view.size_px = QSizeF(mm.size() * k).toSize();
    request.view.m_per_px = 1;
    const double width = request.view.size_px.width(), height = request.view.size_px.height();
    request.view.centre = {width / 2, height / 2};
    request.background = Qt::transparent;
    request.labels = false;
    MapLayer layer;
    layer.name = "swatch";
    layer.source = std::make_shared<SwatchSource>(entry.shape, width, height);
    layer.style = entry.style;
    request.layers.push_back(std::move(layer));
    painter.save();
    device.to_px(painter, mm.topLeft() * k);
    MapRenderer().paint(request, painter);
    painter.restore();
}

}  // namespace

std::string title_in(const std::string& title, land::Language language) {
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    for (std::size_t at = title.find(' '); at != std::string::npos; at = title.find(' ', at + 1)) {
        if (at + 1 < title.size() && is_letter(title[at + 1]) && at > 0)
            return language == land::Language::en ? title.substr(at + 1) : title.substr(0, at);
    }
    return title;
}

std::vector<LegendEntry> legend_of(const std::vector<MapLayer>& layers, const geo::Box& box, double scale,
                                   land::Language language) {
    std::vector<LegendEntry> entries;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (!layer->visible || !layer->source || !draws_at(layer->style, scale)) continue;
        add_entries(entries, *layer, rules_met(*layer, box, scale), language);
    }
    return entries;
}

double legend_height_mm(const PageLegend& legend, double /*width_mm*/) {
    const auto rows = (legend.entries.size() + static_cast<std::size_t>(legend.columns) - 1) /
                      static_cast<std::size_t>(legend.columns);
    const double bar = legend.heading.isEmpty() ? 0 : heading_bar_mm(legend.size_mm) + legend.size_mm * 0.5;
    return bar + static_cast<double>(rows) * legend.row_mm;
}

void paint_legend(QPainter& painter, const PageDevice& device, const QRectF& mm, const PageLegend& legend) {
    double top = mm.top();
    const double size = legend.size_mm;
    if (!legend.heading.isEmpty()) {
        paint_heading(painter, {mm.left(), top, mm.width(), heading_bar_mm(size)}, legend.heading, size);
        top += heading_bar_mm(size) + size * 0.5;
    }
    const auto columns = static_cast<std::size_t>(legend.columns);
    const auto rows = (legend.entries.size() + columns - 1) / columns;
    const double column_mm = mm.width() / static_cast<double>(columns);
    // Titles stay on one line; where one is too long, all are set smaller alike.
    const double room = column_mm - size * (0.8 + swatch_width + 0.9);
    double widest = 0;
    for (const auto& entry : legend.entries)
        widest = std::max(widest, text_width_mm(entry.title, page_font(size, false)) + 0.5);
    const double text_size = widest > room ? size * std::max(0.6, room / widest) : size;
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        const double left = mm.left() + column_mm * static_cast<double>(i / rows) + size * 0.8;
        const double y = top + legend.row_mm * static_cast<double>(i % rows);
        const double height = swatch_height * size, width = swatch_width * size;
        paint_swatch(painter, device, {left, y + (legend.row_mm - height) / 2, width, height},
                     legend.entries[i]);
        const double text = left + width + size * 0.9;
        draw_text(painter,
                  {text, y, std::max(1.0, mm.left() + column_mm * static_cast<double>(i / rows + 1) - text),
                   legend.row_mm},
                  legend.entries[i].title, {text_size, false, Align::left, page_ink, 0, true});
    }
}

}  // namespace liangdi::render
