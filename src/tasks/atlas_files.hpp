#pragma once

#include <deque>
#include <fstream>
#include <future>
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

    /// What is being written still is finished first, also when the atlas was cancelled.
    ~AtlasFiles();

    /// All files that were made or kept.
    std::vector<std::filesystem::path> close();

  private:
    /// A picture that is being compressed while the next page is painted: compressing takes longer.
    struct Pending {
        std::future<void> written;
        std::string stem;
        std::vector<std::filesystem::path> files;
    };
    void settle(std::size_t most);  ///< waits until at most that many are left
    void record(const std::string& stem, const std::vector<std::filesystem::path>& files);
    std::filesystem::path note() const { return params_.out / ".liangdi-atlas"; }
    render::MapReport write_page(const render::Page& page, const std::filesystem::path& file,
                                 std::stop_token stop);
    render::MapReport write_pictures(const std::string& stem, const std::vector<render::Page>& pages,
                                     std::stop_token stop);

    SheetBook& book_;
    const AtlasParams& params_;
    std::string extension_;
    std::multimap<std::string, std::filesystem::path> done_;  ///< by stem, of the interrupted run
    std::vector<std::filesystem::path> files_;
    std::ofstream written_;
    std::deque<Pending> pending_;
};

/// A name that every file system takes: no separators, no wild cards, no control characters, at most 60
/// characters.
std::string file_name_of(std::string_view text);

}  // namespace liangdi::tasks
