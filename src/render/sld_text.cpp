#include <fmt/format.h>

#include "render/sld_parts.hpp"

namespace liangdi::render::sld {

namespace {

void read_font(SldCursor& in, Font& font) {
    while (in.next_child()) {
        if (!in.is(se_ns, "SvgParameter")) in.refuse_element();
        const std::string name = in.attribute("name");
        if (name == "font-size") {
            font.size = in.number();
            continue;
        }
        const std::string value = in.text();
        if (name == "font-family")
            font.family = value;
        else if (name == "font-weight" && (value == "bold" || value == "normal"))
            font.bold = value == "bold";
        else if (name == "font-style" && (value == "italic" || value == "normal"))
            font.italic = value == "italic";
        else
            in.fail(fmt::format("SvgParameter {}=\"{}\" is not supported in <se:Font>", name, value));
    }
}

void read_halo(SldCursor& in, TextSymbol& text) {
    text.halo_radius = 1;
    while (in.next_child()) {
        if (in.is(se_ns, "Radius"))
            text.halo_radius = in.number();
        else if (in.is(se_ns, "Fill"))
            text.halo_colour = read_fill(in, {}).colour;
        else
            in.refuse_element();
    }
}

void read_pair(SldCursor& in, std::string_view x_name, std::string_view y_name, double& x, double& y) {
    while (in.next_child()) {
        if (in.is(se_ns, x_name))
            x = in.number();
        else if (in.is(se_ns, y_name))
            y = in.number();
        else
            in.refuse_element();
    }
}

void read_placement(SldCursor& in, TextSymbol& text) {
    while (in.next_child()) {
        if (in.is(se_ns, "LinePlacement")) {
            text.placement = TextSymbol::Placement::line;
            while (in.next_child()) {
                if (!in.is(se_ns, "PerpendicularOffset")) in.refuse_element();
                text.offset_y = in.number();
            }
        } else if (in.is(se_ns, "PointPlacement")) {
            while (in.next_child()) {
                if (in.is(se_ns, "AnchorPoint"))
                    read_pair(in, "AnchorPointX", "AnchorPointY", text.anchor_x, text.anchor_y);
                else if (in.is(se_ns, "Displacement"))
                    read_pair(in, "DisplacementX", "DisplacementY", text.offset_x, text.offset_y);
                else if (in.is(se_ns, "Rotation"))
                    text.rotation_deg = in.number();
                else
                    in.refuse_element();
            }
        } else {
            in.refuse_element();
        }
    }
}

void read_option(SldCursor& in, TextSymbol& text) {
    const std::string name = in.attribute("name");
    if (name == "charSpacing")
        text.letter_spacing = in.number();
    else if (name == "goodnessOfFit")
        text.inside_share = in.number();
    else if (name == "minGroupDistance")
        text.repeat_distance = in.number();
    else if (name == "labelAnchor") {
        if (const std::string value = in.text(); value != "above")
            in.fail(fmt::format("VendorOption labelAnchor knows \"above\", not \"{}\"", value));
        text.placement = TextSymbol::Placement::above;
    } else {
        in.fail(fmt::format("VendorOption \"{}\" is not supported in <se:TextSymbolizer>", name));
    }
}

}  // namespace

TextSymbol read_text_symbol(SldCursor& in, const std::filesystem::path& directory) {
    TextSymbol text;
    text.unit = read_unit(in);
    if (text.unit != Unit::px) in.fail("text sizes must be in pixels");
    bool labelled = false;
    while (in.next_child()) {
        if (in.is(se_ns, "Label"))
            text.label = read_content(in), labelled = true;
        else if (in.is(se_ns, "Font"))
            read_font(in, text.font);
        else if (in.is(se_ns, "LabelPlacement"))
            read_placement(in, text);
        else if (in.is(se_ns, "Halo"))
            read_halo(in, text);
        else if (in.is(se_ns, "Fill"))
            text.colour = read_fill(in, directory).colour;
        else if (in.is(se_ns, "Priority"))
            text.priority = static_cast<int>(in.number());
        else if (in.is(se_ns, "Graphic"))
            text.behind = read_graphic(in, directory);
        else if (in.is(se_ns, "VendorOption"))
            read_option(in, text);
        else
            in.refuse_element();
    }
    if (!labelled) in.fail("<se:TextSymbolizer> has no <se:Label>");
    return text;
}

}  // namespace liangdi::render::sld
