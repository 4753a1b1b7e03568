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

/// The style of a layer of the town: <style_directory()>/<layer>.sld.
Style layer_style(std::string_view layer, std::string_view user_style = "screen");

}  // namespace liangdi::render
