#pragma once

#include <QByteArray>
#include <QColor>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/filter.hpp"

/// A layer's style as plain values, the shape of OGC Symbology Encoding 1.1 (05-077r4).
/// Sizes are px of the style (Style::px_mm each) or, where a symbolizer says metre, metres on the ground.
namespace liangdi::render {

enum class Unit { px, metre };

struct Stroke {
    QColor colour = Qt::black;  ///< with its opacity
    Expression width = literal(1.0);
    std::vector<double> dashes;  ///< in the symbolizer's unit, on and off by turns
    double dash_offset = 0;
    Qt::PenCapStyle cap = Qt::FlatCap;
    Qt::PenJoinStyle join = Qt::MiterJoin;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// A well-known shape of SE: square, circle, triangle, star, cross, x.
struct Mark {
    std::string shape = "square";
    QColor fill;  ///< invalid: not filled
    std::optional<Stroke> stroke;
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// A mark or a drawing (SVG, read with the style); its size is its height.
struct Graphic {
    std::optional<Mark> mark;
    QByteArray svg;
    std::string svg_name;  ///< for messages
    Expression size = literal(6.0);
    double rotation_deg = 0;  ///< clockwise
    double opacity = 1;
    double anchor_x = 0.5, anchor_y = 0.5;  ///< part of the graphic that sits on the point; y upward
    double offset_x = 0, offset_y = 0;      ///< displacement, y upward
    friend bool operator==(const Graphic&, const Graphic&) = default;
};

struct Fill {
    QColor colour;                   ///< invalid: no plain fill
    std::optional<Graphic> pattern;  ///< tiles the area, anchored to the ground
    friend bool operator==(const Fill&, const Fill&) = default;
};

struct PointSymbol {
    Unit unit = Unit::px;
    Graphic graphic;
    bool blocks_labels = false;  ///< VendorOption labelObstacle
    friend bool operator==(const PointSymbol&, const PointSymbol&) = default;
};

struct LineSymbol {
    Unit unit = Unit::px;
    Stroke stroke;
    friend bool operator==(const LineSymbol&, const LineSymbol&) = default;
};

struct PolygonSymbol {
    Unit unit = Unit::px;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
    friend bool operator==(const PolygonSymbol&, const PolygonSymbol&) = default;
};

struct Font {
    std::string family;  ///< empty: the map's font
    double size = 10;
    bool bold = false, italic = false;
    friend bool operator==(const Font&, const Font&) = default;
};

struct TextSymbol {
    enum class Placement { point, line, above };  ///< above: outside an area's top edge
    Unit unit = Unit::px;
    Expression label;
    Font font;
    QColor colour = Qt::black;
    double halo_radius = 0;
    QColor halo_colour = Qt::white;
    Placement placement = Placement::point;
    double anchor_x = 0.5, anchor_y = 0.5;  ///< part of the text that sits on the point; y upward
    double offset_x = 0, offset_y = 0;      ///< displacement, y upward
    double rotation_deg = 0;
    int priority = 0;               ///< the higher is placed first
    double letter_spacing = 0;      ///< VendorOption charSpacing
    double inside_share = 0;        ///< VendorOption goodnessOfFit: part of the box that must lie in the area
    double repeat_distance = 0;     ///< VendorOption minGroupDistance: same text keeps this far apart
    std::optional<Graphic> behind;  ///< a plate under the text
    friend bool operator==(const TextSymbol&, const TextSymbol&) = default;
};

using Symbolizer = std::variant<PolygonSymbol, LineSymbol, PointSymbol, TextSymbol>;

/// The one size of a symbolizer that may depend on the feature: the stroke's width or the graphic's height;
/// null for text and for areas without a stroke.
const Expression* size_expression(const Symbolizer& symbolizer);
Unit unit_of(const Symbolizer& symbolizer);

struct Rule {
    std::string name, title;
    double min_scale = 0;  ///< denominators: min_scale <= scale < max_scale
    double max_scale = std::numeric_limits<double>::infinity();
    std::optional<Filter> filter;
    bool otherwise = false;  ///< se:ElseFilter: applies where no other rule of its pass does
    std::vector<Symbolizer> symbolizers;
    bool hidden = false;  ///< switched off: draws nothing, and its features do not fall to the else-rule

    bool covers(double scale) const { return min_scale <= scale && scale < max_scale; }
    bool active_at(double scale) const { return !hidden && covers(scale); }
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// One se:FeatureTypeStyle: is drawn over all features before the next begins (cases below, roadways above).
struct Pass {
    std::vector<Rule> rules;
    friend bool operator==(const Pass&, const Pass&) = default;
};

struct Style {
    std::string layer, name, title;  ///< "street", "screen"
    double px_mm = 25.4 / 96;        ///< size of a px: 1/96 inch on the screen, 0.28 mm (SE) on paper
    std::vector<Pass> passes;
    friend bool operator==(const Style&, const Style&) = default;
};

/// Device px in a style's px at the device's resolution.
double device_px(const Style& style, double dpi);

/// Whether anything is drawn at that scale; whether anything but text.
bool draws_at(const Style& style, double scale);

/// The columns that the rules active at that scale read.
std::vector<std::string> properties_at(const Style& style, double scale);

/// Those of all rules, at whatever scale.
std::vector<std::string> properties_of(const Style& style);

/// Whether any symbolizer active at that scale reads the feature's values: text, or a size that is no
/// constant.
bool draws_values_at(const Style& style, double scale);

/// The rules of a pass that apply to a feature, in the order in which they are drawn.
void applying_rules(const Pass& pass, double scale, const FeatureAttributes& feature,
                    std::vector<const Rule*>& rules);

/// Whether the feature gets any mark on the map other than text.
bool is_drawn(const Style& style, double scale, const FeatureAttributes& feature);

}  // namespace liangdi::render
