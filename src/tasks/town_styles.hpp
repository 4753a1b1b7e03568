#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/error.hpp"
#include "render/rule_look.hpp"
#include "tasks/project.hpp"

/// Where every picture of a town gets its styles, on the screen and on paper: the user's own for this town,
/// else those that come with the program.
namespace liangdi::tasks {

/// All styles of a layer ("screen", "print", those of sheets). An own file that cannot be read counts as none
/// (unread_styles says so): a map is better than none. Throws what render::load_styles throws.
std::vector<render::Style> layer_styles(const Project& project, const std::string& layer);
render::Style layer_style(const Project& project, const std::string& layer,
                          const std::string& user_style = "screen");

/// As they come with the program.
std::vector<render::Style> house_styles(const std::string& layer);

/// Hatches and symbols to choose from: those that the house's styles use.
std::vector<render::GraphicLook> house_drawings();

/// The user's own of a layer: $LIANGDI_OWN_STYLES, else `liangdi/liangdi/styles` in the system's folder for
/// programs' data, in a folder named by the town file's id. It need not exist.
std::filesystem::path own_style_file(const Project& project, const std::string& layer);

/// From now on the layer looks like this in this town; as the house's styles: the own file goes. Throws what
/// render::save_styles throws.
void keep_styles(const Project& project, const std::string& layer, const std::vector<render::Style>& styles);

/// A file of somebody else for this layer (render::adopted). Throws what render::load_styles throws,
/// Error{no_column} where it asks for what the layer does not have.
std::vector<render::Style> read_styles(const Project& project, const std::string& layer,
                                       const std::filesystem::path& file);

/// The layer's styles, own or the house's, as a file for others. Throws what render::save_styles throws.
void write_styles(const Project& project, const std::string& layer, const std::filesystem::path& file);

/// Why own files of this town cannot be read.
std::vector<Error> unread_styles(const Project& project);

}  // namespace liangdi::tasks
