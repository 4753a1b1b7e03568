#pragma once

#include <filesystem>
#include <optional>

#include "render/sld_cursor.hpp"
#include "render/style.hpp"

/// The parts of a style file, each read from the cursor standing on its element to that element's end.
/// Only sld_reader.hpp is meant for others.
namespace liangdi::render::sld {

/// SE knows no rule that is switched off. Such a rule is written with both ends of its scales moved by this
/// denominator, beyond any map of the earth, so that no program draws it and nothing of it is lost.
inline constexpr double hidden_beyond = 1e9;

/// A style called "print" counts px of 0.28 mm (SE), every other one px of 1/96 inch.
inline double px_mm_of(std::string_view user_style) {
    return user_style == "print" ? 0.28 : 25.4 / 96;
}

bool at_expression(const SldCursor& in);
Expression read_expression(SldCursor& in);
/// The one expression or text that is the content of the current element.
Expression read_content(SldCursor& in);
Filter read_filter(SldCursor& in);  ///< ogc:Filter

Unit read_unit(SldCursor& in);  ///< attribute uom of a symbolizer
QColor read_colour(SldCursor& in);
Graphic read_graphic(SldCursor& in, const std::filesystem::path& directory);
Fill read_fill(SldCursor& in, const std::filesystem::path& directory);
Stroke read_stroke(SldCursor& in);
TextSymbol read_text_symbol(SldCursor& in, const std::filesystem::path& directory);

}  // namespace liangdi::render::sld
