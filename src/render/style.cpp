#include "render/style.hpp"

#include <algorithm>

namespace liangdi::render {

namespace {

void collect(const Symbolizer& symbolizer, std::vector<std::string>& names) {
    const auto of_stroke = [&](const std::optional<Stroke>& stroke) {
        if (stroke) collect_properties(stroke->width, names);
    };
    if (const auto* polygon = std::get_if<PolygonSymbol>(&symbolizer)) {
        of_stroke(polygon->stroke);
    } else if (const auto* line = std::get_if<LineSymbol>(&symbolizer)) {
        of_stroke(line->stroke);
    } else if (const auto* point = std::get_if<PointSymbol>(&symbolizer)) {
        collect_properties(point->graphic.size, names);
    } else if (const auto* text = std::get_if<TextSymbol>(&symbolizer)) {
        collect_properties(text->label, names);
    }
}

bool is_text(const Symbolizer& symbolizer) {
    return std::holds_alternative<TextSymbol>(symbolizer);
}

}  // namespace

double device_px(const Style& style, double dpi) {
    return style.px_mm / 25.4 * dpi;
}

bool draws_at(const Style& style, double scale) {
    for (const auto& pass : style.passes)
        for (const auto& rule : pass.rules)
            if (rule.active_at(scale) && !rule.symbolizers.empty()) return true;
    return false;
}

std::vector<std::string> properties_at(const Style& style, double scale) {
    std::vector<std::string> names;
    for (const auto& pass : style.passes)
        for (const auto& rule : pass.rules) {
            if (!rule.active_at(scale)) continue;
            if (rule.filter) collect_properties(*rule.filter, names);
            for (const auto& symbolizer : rule.symbolizers) collect(symbolizer, names);
        }
    return names;
}

void applying_rules(const Pass& pass, double scale, const FeatureAttributes& feature,
                    std::vector<const Rule*>& rules) {
    rules.clear();
    for (const auto& rule : pass.rules)
        if (!rule.otherwise && rule.active_at(scale) && (!rule.filter || passes(*rule.filter, feature)))
            rules.push_back(&rule);
    if (!rules.empty()) return;
    for (const auto& rule : pass.rules)
        if (rule.otherwise && rule.active_at(scale)) rules.push_back(&rule);
}

bool is_drawn(const Style& style, double scale, const FeatureAttributes& feature) {
    std::vector<const Rule*> rules;
    for (const auto& pass : style.passes) {
        applying_rules(pass, scale, feature, rules);
        for (const auto* rule : rules)
            if (!std::all_of(rule->symbolizers.begin(), rule->symbolizers.end(), is_text)) return true;
    }
    return false;
}

}  // namespace liangdi::render
