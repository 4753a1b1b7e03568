#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

/// `find`, and the window's search: any part of a name, a code, a certificate, an address.
namespace liangdi::tasks {

struct FindParams {
    std::string text;
    std::vector<std::string> kinds;  ///< of find_kinds(); empty: all
    std::size_t limit = 20;
    bool limit_is_of_kind = false;  ///< `limit` of each kind, as a grouped list wants; else of all together
    /// Where the index is kept; the user's cache folder unless said. Empty: in memory, for this search alone.
    std::optional<std::filesystem::path> folder;
};

struct Found {
    std::string kind;  ///< of find_kinds()
    std::string table, field;
    std::int64_t id = 0;
    std::string by;       ///< exact, prefix, substring, initials
    std::string matched;  ///< the text of `field` that was found
    std::string caption, detail;
    std::optional<std::int64_t> household;  ///< whose card shows it
    struct OnMap {
        std::string layer;
        std::int64_t id = 0;
    };
    std::vector<OnMap> on_map;
    geo::Box box;  ///< town CRS, metres; empty where it has no place
};

struct FindResult {
    std::vector<Found> found;  ///< exact before prefix before substring before initials; of each kind
                               ///< together where the limit is of each kind
    bool index_built = false;  ///< the search made the index first
    std::string note;          ///< why nothing was looked up where one might expect it, for people
};

const std::vector<std::string>& find_kinds();

/// Throws Error{bad_kind}, Cancelled (while the index is made).
FindResult find(Project& project, const FindParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
