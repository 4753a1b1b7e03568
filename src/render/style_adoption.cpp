#include "render/style_adoption.hpp"

#include <algorithm>

#include "geo/error.hpp"
#include "render/sld_parts.hpp"
#include "render/style_scale.hpp"

namespace liangdi::render {

namespace {

bool is_text(const Symbolizer& symbolizer) {
    return std::holds_alternative<TextSymbol>(symbolizer);
}

void part_labels(Style& style) {
    for (auto& pass : style.passes) {
        std::vector<Rule> rules;
        for (auto& rule : pass.rules) {
            Rule label = rule;
            std::erase_if(label.symbolizers, [](const auto& s) { return !is_text(s); });
            const bool mixed =
                !label.symbolizers.empty() && label.symbolizers.size() < rule.symbolizers.size();
            if (mixed) std::erase_if(rule.symbolizers, is_text);
            rules.push_back(std::move(rule));
            if (mixed) rules.push_back(std::move(label));
        }
        pass.rules = std::move(rules);
    }
}

Style named(Style style, const std::string& name) {
    const double px_mm = sld::px_mm_of(name);
    style = scaled(std::move(style), style.px_mm / px_mm, style.px_mm / px_mm);
    style.px_mm = px_mm;
    style.name = name;
    return style;
}

bool has(const std::vector<Style>& styles, const std::string& name) {
    return std::ranges::find(styles, name, &Style::name) != styles.end();
}

}  // namespace

std::vector<Style> adopted(std::vector<Style> read, const std::vector<Style>& house) {
    if (read.empty()) throw Error("no_style", "the file holds no style");
    if (!has(read, "screen")) read = {named(std::move(read.front()), "screen")};
    part_labels(*std::ranges::find(read, std::string("screen"), &Style::name));
    if (!has(read, "print"))
        read.push_back(named(*std::ranges::find(read, std::string("screen"), &Style::name), "print"));
    for (const auto& style : house)
        if (!has(read, style.name)) read.push_back(style);
    for (auto& style : read) style.layer = house.empty() ? read.front().layer : house.front().layer;
    return read;
}

}  // namespace liangdi::render
