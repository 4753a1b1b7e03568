#include "render/style.hpp"

#include <algorithm>

namespace liangdi::render {

namespace {

void collect(const Symbolizer& symbolizer, std::vector<std::string>& names) {
    if (const auto* size = size_expression(symbolizer)) collect_properties(*size, names);
    if (const auto* text = std::get_if<TextSymbol>(&symbolizer)) collect_properties(text->label, names);
}

void collect(const Rule& rule, std::vector<std::string>& names) {
    if (rule.filter) collect_properties(*rule.filter, names);
    for (const auto& symbolizer : rule.symbolizers) collect(symbolizer, names);
}

bool is_text(const Symbolizer& symbolizer) {
    return std::holds_alternative<TextSymbol>(symbolizer);
}

}  // namespace

const Expression* size_expression(const Symbolizer& symbolizer) {
    if (const auto* polygon = std::get_if<PolygonSymbol>(&symbolizer))
        return polygon->stroke ? &polygon->stroke->width : nullptr;
    if (const auto* line = std::get_if<LineSymbol>(&symbolizer)) return &line->stroke.width;
    if (const auto* point = std::get_if<PointSymbol>(&symbolizer)) return &point->graphic.size;
    return nullptr;
}

Unit unit_of(const Symbolizer& symbolizer) {
    return std::visit([](const auto& symbol) { return symbol.unit; }, symbolizer);
}

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
            if (rule.active_at(scale)) {
                collect(rule, names);
            } else if (rule.covers(scale) && rule.filter) {
                collect_properties(*rule.filter, names);  // whose features it keeps from the else-rule
            }
        }
    return names;
}

std::vector<std::string> properties_of(const Style& style) {
    std::vector<std::string> names;
    for (const auto& pass : style.passes)
        for (const auto& rule : pass.rules) collect(rule, names);
    return names;
}

bool draws_values_at(const Style& style, double scale) {
    const auto reads = [](const Symbolizer& symbolizer) {
        const auto* size = size_expression(symbolizer);
        return is_text(symbolizer) || (size && !size->constant());
    };
    for (const auto& pass : style.passes)
        for (const auto& rule : pass.rules)
            if (rule.active_at(scale) && std::any_of(rule.symbolizers.begin(), rule.symbolizers.end(), reads))
                return true;
    return false;
}

void applying_rules(const Pass& pass, double scale, const FeatureAttributes& feature,
                    std::vector<const Rule*>& rules) {
    rules.clear();
    bool taken = false;
    for (const auto& rule : pass.rules) {
        if (rule.otherwise || !rule.covers(scale) || (rule.filter && !passes(*rule.filter, feature)))
            continue;
        taken = true;
        if (!rule.hidden) rules.push_back(&rule);
    }
    if (taken) return;
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
