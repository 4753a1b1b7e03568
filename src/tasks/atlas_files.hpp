#pragma once

#include <fstream>
#include <set>
#include <stop_token>

#include "render/page_template.hpp"
#include "tasks/atlas.hpp"

namespace liangdi::tasks {

/// The files of an atlas, one for each page, in a folder of their own. A note in the folder says which are
/// whole, so that an interrupted run can be resumed; it goes when the atlas is complete.
class AtlasFiles {
  public:
    /// Makes the folder. Throws Error{cannot_write}.
    AtlasFiles(SheetBook& book, const render::PageTemplate& sheet, const AtlasParams& params);

    /// Whether an interrupted run of the same atlas of the unchanged town made this subject's pages already.
    bool keeps(std::int64_t number, const SheetSubject& subject);

    render::MapReport write(std::int64_t number, const SheetSubject& subject,
                            const std::vector<render::Page>& pages, std::stop_token stop);

    /// All files that were made or kept.
    std::vector<std::filesystem::path> close();

  private:
    std::filesystem::path note() const { return params_.out / ".liangdi-atlas"; }
    render::MapReport write_page(const render::Page& page, const std::filesystem::path& file,
                                 std::stop_token stop);

    SheetBook& book_;
    const AtlasParams& params_;
    std::string extension_;
    std::multimap<std::string, std::filesystem::path> done_;  ///< by stem, of the interrupted run
    std::vector<std::filesystem::path> files_;
    std::ofstream written_;
};

/// A name that every file system takes: no separators, no wild cards, no control characters, at most 60
/// characters.
std::string file_name_of(std::string_view text);

}  // namespace liangdi::tasks
