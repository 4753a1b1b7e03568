#include "render/style_scale.hpp"

namespace liangdi::render {

namespace {

Expression times(const Expression& size, double factor) {
    if (size.constant())
        if (const auto number = to_number(land::Value(size.text))) return literal(*number * factor);
    Expression product;
    product.kind = Expression::Kind::mul;
    product.arguments = {size, literal(factor)};
    return product;
}

void scale(Stroke& stroke, double factor) {
    stroke.width = times(stroke.width, factor);
    for (double& dash : stroke.dashes) dash *= factor;
    stroke.dash_offset *= factor;
}

void scale(Graphic& graphic, double factor) {
    graphic.size = times(graphic.size, factor);
    graphic.offset_x *= factor;
    graphic.offset_y *= factor;
}

struct Scaler {
    double text, line;

    void operator()(PolygonSymbol& symbol) const {
        if (symbol.unit == Unit::px && symbol.stroke) scale(*symbol.stroke, line);
    }
    void operator()(LineSymbol& symbol) const {
        if (symbol.unit == Unit::px) scale(symbol.stroke, line);
    }
    void operator()(PointSymbol& symbol) const {
        if (symbol.unit == Unit::px) scale(symbol.graphic, text);
    }
    void operator()(TextSymbol& symbol) const {
        if (symbol.unit != Unit::px) return;
        symbol.font.size *= text;
        symbol.halo_radius *= line;
        symbol.offset_x *= text;
        symbol.offset_y *= text;
        symbol.letter_spacing *= text;
        symbol.repeat_distance *= text;
        if (symbol.behind) scale(*symbol.behind, text);
    }
};

}  // namespace

Style scaled(Style style, double text, double line) {
    if (text == 1 && line == 1) return style;
    for (auto& pass : style.passes)
        for (auto& rule : pass.rules)
            for (auto& symbolizer : rule.symbolizers) std::visit(Scaler{text, line}, symbolizer);
    return style;
}

}  // namespace liangdi::render
