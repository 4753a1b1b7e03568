#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "render/page_template.hpp"

/// The templates of sheets: those that come with the program, and the user's own, which are copies of them
/// that were changed. Both are JSON files of one grammar.
namespace liangdi::tasks {

struct SheetTemplate {
    std::string name;  ///< the file's stem
    render::Wording title;
    std::string subject;  ///< "grid"; empty where the file cannot be read
    std::filesystem::path file;
    bool own = false;
    std::string why_not;  ///< it cannot be read
};

/// $LIANGDI_SHEETS, else `liangdi/liangdi/sheets` in the system's folder for programs' data: the window and
/// the command line look at the same place. It need not exist.
std::filesystem::path own_template_folder();

/// The user's own first, where a name is there twice; each kind by name.
std::vector<SheetTemplate> sheet_templates();

/// A file in the user's folder for a new template: `stem`, or `stem 2` and so on where that is taken.
std::filesystem::path free_template_file(const std::string& stem);

/// Throws Error{no_template}.
std::string template_text(const std::filesystem::path& file);

/// Whole or not at all; makes the folder. Throws Error{cannot_write}.
void write_template(const std::filesystem::path& file, const std::string& text);

/// Copies an image beside the user's templates, under a free name, which it returns. Throws
/// Error{cannot_write}.
std::string take_image(const std::filesystem::path& file);

}  // namespace liangdi::tasks
