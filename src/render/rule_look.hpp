#pragma once

#include <optional>

#include "render/style.hpp"

/// What people change of a rule's look, whatever its symbolizers are: the parts that a form can show. What a
/// rule says beyond that, halos, placements, conditions, stays as it is.
namespace liangdi::render {

struct LineLook {
    QColor colour;
    std::optional<double> width;  ///< nothing: it hangs on the feature
    std::vector<double> dashes;
    friend bool operator==(const LineLook&, const LineLook&) = default;
};

/// A drawing, or a well-known shape.
struct GraphicLook {
    std::string svg_name, shape;
    QByteArray svg;
    std::optional<double> size;  ///< its height; nothing: it hangs on the feature
    friend bool operator==(const GraphicLook&, const GraphicLook&) = default;
};

struct LabelLook {
    QColor colour;
    double size = 10;
    friend bool operator==(const LabelLook&, const LabelLook&) = default;
};

struct RuleLook {
    bool visible = true;
    std::string title;
    double min_scale = 0, max_scale = std::numeric_limits<double>::infinity();
    bool is_area = false;  ///< fill, pattern and outline may come and go
    std::optional<QColor> fill;
    std::optional<LineLook> outline;  ///< of an area or a mark, or the line itself
    std::optional<GraphicLook> pattern, symbol;
    std::optional<LabelLook> text;
    friend bool operator==(const RuleLook&, const RuleLook&) = default;
};

RuleLook look_of(const Rule& rule);

/// Lines that go along with the outline, as cases do, keep their proportion to it, and those of its colour
/// take its new one.
void set_look(Rule& rule, const RuleLook& look);

struct RulePlace {
    std::size_t pass = 0, rule = 0;
    friend bool operator==(const RulePlace&, const RulePlace&) = default;
};

/// Gives the rule of styles[chosen] that look. With `everywhere` what changes by it also changes in the rules
/// of the same title of the other styles, sizes in proportion: paper follows the screen.
void change_look(std::vector<Style>& styles, std::size_t chosen, RulePlace at, const RuleLook& look,
                 bool everywhere);

}  // namespace liangdi::render
