#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "land/progress.hpp"
#include "store/search_entries.hpp"
#include "store/snapshot.hpp"

/// Finds any part of a name, a code, a certificate, an address; names by their pinyin initials too. The texts
/// stand in a file of their own outside the town file, which can be deleted at any time: there every text is
/// cut, at each of its characters, into pieces of three (fewer at its end) for SQLite's FTS5. A search of one
/// or two characters is then a search for pieces that begin so: FTS5's own trigrams would miss it.
namespace liangdi::store {

enum class FoundBy { exact, prefix, substring, initials };
std::string_view to_text(FoundBy by);

struct SearchQuery {
    std::string text;              ///< as typed
    std::vector<FoundKind> kinds;  ///< empty: all
    std::size_t limit = 20;        ///< of each kind
};

struct SearchHit {
    FoundKind kind{};
    FoundBy by{};
    std::string table, field, text;
    std::vector<std::int64_t> rows;  ///< one; a certificate or a contract stands in as many as it has parcels
};

class SearchIndex {
  public:
    /// The index of the town in `folder` (made where it is missing), as the snapshot sees the town: made,
    /// made again where the file's past is another one, or brought up to date by what the history says was
    /// touched. An empty folder, or one that cannot be written to: kept in memory. Throws Error, Cancelled.
    SearchIndex(const Snapshot& town, const std::filesystem::path& town_file,
                const std::filesystem::path& folder, land::Progress& progress);

    /// By kind; within one: whole texts, beginnings, parts, initials. Each thing once, by its best text.
    std::vector<SearchHit> search(const SearchQuery& query) const;

    std::int64_t entries() const;
    const std::filesystem::path& file() const { return file_; }
    /// What opening it took.
    enum class Opened { as_it_was, updated, built };
    Opened opened() const { return opened_; }

  private:
    bool open_present(const Snapshot& town);
    void build(const Snapshot& town, land::Progress& progress);

    std::filesystem::path file_;  ///< empty: in memory
    Database db_;
    Opened opened_ = Opened::as_it_was;
};

}  // namespace liangdi::store
