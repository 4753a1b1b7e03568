#pragma once

#include <filesystem>

#include "render/poster.hpp"
#include "tasks/sheets.hpp"

namespace liangdi::tasks {

enum class AtlasFormat { pdf, png, svg, tif };

struct AtlasParams {
    /// A file: one PDF with all pages. A folder, where `separate`: a file for each page.
    std::filesystem::path out;
    std::string sheet = "grid_map";  ///< name of a shipped template, or a template's file
    SheetFilter filter;
    SheetParams sheets;
    bool separate = false;
    AtlasFormat format = AtlasFormat::pdf;
    double dpi = 300;  ///< of pictures
    /// Each page over several sheets of this paper, with glue edges; a PDF for each page.
    std::optional<render::PosterTiles> poster;
    bool resume = false;  ///< keep the pages of an interrupted run, where the town has not changed since
};

struct AtlasReport {
    std::int64_t subjects = 0, pages = 0, kept = 0;  ///< kept: of an interrupted run
    std::vector<std::filesystem::path> files;
    std::vector<std::string> warnings;
};

/// Makes a page, or several, for each subject. Cancelled, it leaves no half file; separate files that are
/// whole stay. Throws Error{no_template, bad_template, no_sheet, not_found, no_pages, cannot_write}.
AtlasReport write_atlas(Project& project, const AtlasParams& params, land::Progress& progress);

/// What a subject's page could show: the names that a template may use.
struct SheetNames {
    std::vector<std::string> words, tables, images, charts, maps;
};
struct ComposedSheet {
    std::vector<render::Page> pages;  ///< those behind the first hold what did not fit
    SheetNames names;
};
ComposedSheet compose_sheet(SheetBook& book, const render::PageTemplate& sheet, const SheetSubject& subject,
                            std::int64_t number, std::int64_t count);

/// The pages of one subject, to be looked at or printed.
std::vector<render::Page> sheet_pages(SheetBook& book, const render::PageTemplate& sheet,
                                      const SheetSubject& subject, std::int64_t number, std::int64_t count);

/// A shipped template or one of the user's own (sheet_templates.hpp) by its name, or a file. Throws
/// Error{no_template} naming those that there are.
render::PageTemplate find_template(const std::string& name_or_file);

}  // namespace liangdi::tasks
