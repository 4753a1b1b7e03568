#include "store/side_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "store/sha256.hpp"

namespace liangdi::store {

namespace fs = std::filesystem;

namespace {

constexpr auto kept_unused = std::chrono::hours(24 * 60);

}  // namespace

fs::path cache_folder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache && *cache == '/') return fs::path(cache) / "liangdi";
    const char* home = std::getenv("HOME");
    return home && *home == '/' ? fs::path(home) / ".cache" / "liangdi" : fs::path();
}

fs::path side_file(const fs::path& folder, std::string_view kind, std::string_view what,
                   std::string_view ending) {
    std::error_code failed;
    if (folder.empty()) return {};
    fs::create_directories(folder, failed);
    if (failed || ::access(folder.c_str(), W_OK) != 0) return {};
    Sha256 name;
    name.add(std::string(what));
    return folder / fmt::format("{}-{}.{}", kind, name.hex().substr(0, 32), ending);
}

void mark_used(const fs::path& file) {
    std::error_code ignored;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
}

void remove_unused(const fs::path& folder, std::string_view kind) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (!entry.path().filename().string().starts_with(fmt::format("{}-", kind)) ||
            !entry.is_regular_file(ignored))
            continue;
        const auto written = entry.last_write_time(ignored);
        if (!ignored && fs::file_time_type::clock::now() - written > kept_unused)
            fs::remove(entry.path(), ignored);
    }
}

}  // namespace liangdi::store
