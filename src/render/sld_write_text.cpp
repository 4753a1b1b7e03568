#include "render/sld_cursor.hpp"
#include "render/sld_pen.hpp"

namespace liangdi::render::sld {

namespace {

void write_font(SldPen& pen, const Font& font) {
    pen.element(se_ns, "Font", [&] {
        if (!font.family.empty()) pen.svg_parameter("font-family", font.family);
        pen.svg_parameter("font-size", number_text(font.size, pen));
        if (font.italic) pen.svg_parameter("font-style", "italic");
        if (font.bold) pen.svg_parameter("font-weight", "bold");
    });
}

/// The anchor is always said: that of SE, where none is, is another than ours.
void write_point_placement(SldPen& pen, const TextSymbol& text) {
    pen.element(se_ns, "PointPlacement", [&] {
        write_anchor(pen, text.anchor_x, text.anchor_y);
        write_displacement(pen, text.offset_x, text.offset_y);
        if (text.rotation_deg != 0) pen.number(se_ns, "Rotation", text.rotation_deg);
    });
}

void write_placement(SldPen& pen, const TextSymbol& text) {
    pen.element(se_ns, "LabelPlacement", [&] {
        if (text.placement != TextSymbol::Placement::line) {
            write_point_placement(pen, text);
            return;
        }
        if (text.anchor_x != 0.5 || text.anchor_y != 0.5 || text.offset_x != 0 || text.rotation_deg != 0)
            pen.fail("text along a line can be moved across it only");
        pen.element(se_ns, "LinePlacement", [&] {
            if (text.offset_y != 0) pen.number(se_ns, "PerpendicularOffset", text.offset_y);
        });
    });
}

}  // namespace

void write_text_symbol(SldPen& pen, const TextSymbol& text) {
    if (text.unit != Unit::px) pen.fail("the size of text must be in pixels");
    if (!text.colour.isValid()) pen.fail("its text has no colour");
    pen.element(se_ns, "TextSymbolizer", [&] {
        pen.element(se_ns, "Label", [&] { write_content(pen, text.label); });
        write_font(pen, text.font);
        write_placement(pen, text);
        if (text.halo_radius != 0 || text.halo_colour != QColor(Qt::white))
            pen.element(se_ns, "Halo", [&] {
                pen.number(se_ns, "Radius", text.halo_radius);
                write_fill(pen, {text.halo_colour, {}});
            });
        write_fill(pen, {text.colour, {}});
        if (text.priority != 0) pen.number(se_ns, "Priority", text.priority);
        if (text.behind) write_graphic(pen, *text.behind);
        if (text.letter_spacing != 0) pen.option("charSpacing", number_text(text.letter_spacing, pen));
        if (text.inside_share != 0) pen.option("goodnessOfFit", number_text(text.inside_share, pen));
        if (text.repeat_distance != 0) pen.option("minGroupDistance", number_text(text.repeat_distance, pen));
        if (text.placement == TextSymbol::Placement::above) pen.option("labelAnchor", "above");
    });
}

}  // namespace liangdi::render::sld
