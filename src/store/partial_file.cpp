#include "store/partial_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "geo/error.hpp"

namespace liangdi::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view suffix = ".partial";

void sync_file(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

Error already_there(const fs::path& file) {
    return Error("exists", "there is a file of this name already; it was left untouched", file.string());
}

}  // namespace

bool is_dead(pid_t pid) {
    return pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
}

fs::path partial_for(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored)) throw already_there(file);
    const fs::path folder = fs::absolute(file).parent_path();
    if (!fs::is_directory(folder, ignored))
        throw Error("not_found", "there is no such folder", folder.string());
    const std::string start = "." + file.filename().string() + ".";
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(start) && name.find(suffix) != std::string::npos &&
            is_dead(static_cast<pid_t>(std::atol(name.c_str() + start.size()))))
            left.push_back(entry.path());
    }
    for (const fs::path& path : left) fs::remove(path, ignored);
    fs::path partial = folder / fmt::format("{}{}{}", start, ::getpid(), suffix);
    remove_partial(partial);
    return partial;
}

void put_in_place(const fs::path& partial, const fs::path& file) {
    sync_file(partial);
    if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST) throw already_there(file);
        fs::rename(partial, file);  // file systems without RENAME_NOREPLACE
    }
    sync_file(fs::absolute(file).parent_path());
}

void remove_partial(const fs::path& partial) {
    std::error_code ignored;
    for (const char* part : {"", "-journal", "-wal", "-shm"}) fs::remove(partial.string() + part, ignored);
}

}  // namespace liangdi::store
