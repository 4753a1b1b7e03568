// What changes of a rule on the screen changes on paper as well, in proportion.
#include <algorithm>

#include "render/rule_look.hpp"

namespace liangdi::render {

namespace {

struct Carrier {
    double px;  ///< the other style's px in one of the changed style

    std::optional<double> size(std::optional<double> before, std::optional<double> to,
                               std::optional<double> own) const {
        if (!to || before == to) return own;
        if (before && own && *before > 0) return *own * *to / *before;
        return *to * px;
    }
    void line(const std::optional<LineLook>& before, const std::optional<LineLook>& to,
              std::optional<LineLook>& own) const {
        if (before == to) return;
        if (!to || !own) {
            own = to;
            if (!own) return;
            if (own->width) *own->width *= px;
            for (double& dash : own->dashes) dash *= px;
            return;
        }
        const LineLook was = before.value_or(LineLook{});
        if (was.colour != to->colour) own->colour = to->colour;
        own->width = size(was.width, to->width, own->width);
        if (was.dashes == to->dashes) return;
        own->dashes = to->dashes;
        for (double& dash : own->dashes) dash *= px;
    }
    void graphic(const std::optional<GraphicLook>& before, const std::optional<GraphicLook>& to,
                 std::optional<GraphicLook>& own) const {
        if (before == to) return;
        const std::optional<double> own_size = own ? own->size : std::nullopt;
        own = to;
        if (own) own->size = size(before ? before->size : std::nullopt, to->size, own_size);
    }
    RuleLook operator()(const RuleLook& before, const RuleLook& to, RuleLook own) const {
        if (before.visible != to.visible) own.visible = to.visible;
        if (before.title != to.title) own.title = to.title;
        if (before.min_scale != to.min_scale) own.min_scale = to.min_scale;
        if (before.max_scale != to.max_scale) own.max_scale = to.max_scale;
        if (before.fill != to.fill) own.fill = to.fill;
        line(before.outline, to.outline, own.outline);
        graphic(before.pattern, to.pattern, own.pattern);
        if (own.symbol) graphic(before.symbol, to.symbol, own.symbol);
        if (own.text && before.text && to.text) {
            if (before.text->colour != to.text->colour) own.text->colour = to.text->colour;
            own.text->size = size(before.text->size, to.text->size, own.text->size).value_or(own.text->size);
        }
        return own;
    }
};

const std::string& called(const Rule& rule) {
    return rule.title.empty() ? rule.name : rule.title;
}

/// The n-th rule of that title.
Rule* rule_called(Style& style, const std::string& title, std::size_t n) {
    for (auto& pass : style.passes)
        for (auto& rule : pass.rules)
            if (called(rule) == title && n-- == 0) return &rule;
    return nullptr;
}

std::size_t same_before(const Style& style, RulePlace at) {
    const std::string& title = called(style.passes[at.pass].rules[at.rule]);
    std::size_t n = 0;
    for (std::size_t p = 0; p <= at.pass; ++p)
        for (std::size_t r = 0; r < style.passes[p].rules.size(); ++r) {
            if (RulePlace{p, r} == at) return n;
            n += called(style.passes[p].rules[r]) == title;
        }
    return n;
}

}  // namespace

void change_look(std::vector<Style>& styles, std::size_t chosen, RulePlace at, const RuleLook& look,
                 bool everywhere) {
    Style& style = styles[chosen];
    Rule& rule = style.passes[at.pass].rules[at.rule];
    const RuleLook before = look_of(rule);
    if (everywhere) {
        const std::string title = called(rule);
        const std::size_t n = same_before(style, at);
        for (auto& other : styles) {
            if (&other == &style || other.layer != style.layer) continue;
            if (Rule* twin = rule_called(other, title, n))
                set_look(*twin, Carrier{style.px_mm / other.px_mm}(before, look, look_of(*twin)));
        }
    }
    set_look(rule, look);
}

}  // namespace liangdi::render
