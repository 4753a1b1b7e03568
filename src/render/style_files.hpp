#pragma once

#include <filesystem>
#include <string_view>

#include "render/style.hpp"

namespace liangdi::render {

/// Where the layer styles lie: the environment's LIANGDI_STYLES, else ../share/liangdi/styles beside the
/// program, else the source folder of the build. Throws Error{no_styles} where none of them exists.
std::filesystem::path style_directory();

/// One user style ("screen", "print") of an SLD file.
/// Throws Error{no_style} where the file or the user style is missing, Error{bad_style} (sld_reader.hpp).
Style load_style(const std::filesystem::path& sld_file, std::string_view user_style);

/// All of them. Throws the same.
std::vector<Style> load_styles(const std::filesystem::path& sld_file);

/// Writes them as one file, whole or not at all, with their drawings in `marks` beside it; a drawing of
/// another look that lies there under the same name stays. Throws Error{unwritable_style} (sld_writer.hpp),
/// Error{cannot_write}.
void save_styles(const std::filesystem::path& sld_file, std::vector<Style> styles);

/// The style of a layer of the town as it comes with the program: <style_directory()>/<layer>.sld.
Style layer_style(std::string_view layer, std::string_view user_style = "screen");

}  // namespace liangdi::render
