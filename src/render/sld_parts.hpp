#pragma once

#include <filesystem>
#include <optional>

#include "render/sld_cursor.hpp"
#include "render/style.hpp"

/// The parts of a style file, each read from the cursor standing on its element to that element's end.
/// Only sld_reader.hpp is meant for others.
namespace liangdi::render::sld {

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
