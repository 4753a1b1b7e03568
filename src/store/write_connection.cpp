#include "store/write_connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>

#include "geo/error.hpp"
#include "store/partial_file.hpp"

namespace liangdi::store {

namespace {
std::string host_name() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}
}  // namespace

WriteConnection::WriteConnection(const std::filesystem::path& file, FileSystem file_system, bool unshared)
    : file_(file), file_system_(file_system), unshared_(unshared) {
    if (file_system_ == FileSystem::network) take_lock_file();
    db_.emplace(file, Database::Access::write);
    if (unshared_) {
        // Pages go to their place once, in place of into a WAL and from there. The journal holds only pages
        // that were there before the edit and are changed by it. A page that comes back costs little here: a
        // small cache is faster than the memory of a large one, and leaves less to write at the end.
        db_->run(
            "PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=MEMORY; "
            "PRAGMA cache_size=-65536");
        return;
    }
    if (file_system_ == FileSystem::network) {
        db_->run("PRAGMA locking_mode=EXCLUSIVE");
        db_->integer("PRAGMA journal_mode=DELETE");
        // Between edits others may read; the lock file keeps other writers out.
        db_->run("PRAGMA locking_mode=NORMAL");
        return;
    }
    // Needs the file for itself for a moment. Where another process reads just then, this edit is written
    // with a rollback journal, which is as safe and only slower.
    try {
        db_->run("PRAGMA journal_mode=WAL");
    } catch (const Error& e) {
        if (e.code() != "busy") throw;
    }
}

WriteConnection::~WriteConnection() {
    if (db_ && !alone()) {
        // Fails harmlessly while another process has the file open; the last one to close succeeds.
        sqlite3_busy_timeout(db_->handle(), 0);
        sqlite3_exec(db_->handle(), "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
        sqlite3_exec(db_->handle(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    }
    db_.reset();
    if (!lock_file_.empty()) ::unlink(lock_file_.c_str());
}

std::filesystem::path WriteConnection::pages_go_to() const {
    return alone() ? file_ : std::filesystem::path(file_.string() + "-wal");
}

void WriteConnection::empty_wal() {
    sqlite3_wal_checkpoint_v2(db_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

namespace {

/// Makes `path` with this text; false where there is one already.
bool write_new(const std::filesystem::path& path, const std::string& text) {
    const int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (fd < 0) {
        if (errno == EEXIST) return false;
        throw Error("read_only", "the file or its folder cannot be written to", path.string());
    }
    const bool written = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(fd);
    if (written) return true;
    ::unlink(path.c_str());
    throw Error("disk_full", "cannot write the lock file; nothing was changed", path.string());
}

/// The lock file appears with its text in it: a program killed half way would else leave one that names
/// nobody.
bool place_lock(const std::filesystem::path& lock) {
    const std::string text = fmt::format("{} {}\n", host_name(), getpid());
    const std::filesystem::path own = fmt::format("{}.{}.{}", lock.string(), host_name(), getpid());
    ::unlink(own.c_str());
    write_new(own, text);
    const bool linked = ::link(own.c_str(), lock.c_str()) == 0;
    const int error = errno;
    ::unlink(own.c_str());
    if (linked || error == EEXIST) return linked;
    return write_new(lock, text);  // shares without hard links
}

/// What programs of this computer left that were killed while they made a lock file.
void remove_left_behind(const std::filesystem::path& lock) {
    const std::string start = fmt::format("{}.{}.", lock.filename().string(), host_name());
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(lock.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(start) && is_dead(static_cast<pid_t>(std::atol(name.c_str() + start.size()))))
            std::filesystem::remove(entry.path(), ignored);
    }
}

}  // namespace

void WriteConnection::take_lock_file() {
    const std::filesystem::path lock = file_.string() + ".lock";
    remove_left_behind(lock);
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (place_lock(lock)) {
            lock_file_ = lock;
            return;
        }
        std::ifstream in(lock);
        std::string host;
        pid_t pid = 0;
        in >> host >> pid;
        // A program that was killed on this very machine leaves its lock file; take it over.
        if (host != host_name() || !is_dead(pid)) {
            throw Error(
                "busy",
                fmt::format("the town file on the network share is being edited on {}; it can be read "
                            "meanwhile. If that computer is switched off for good, delete {}",
                            host.empty() ? "another computer" : host, lock.filename().string()),
                file_.string());
        }
        ::unlink(lock.c_str());
    }
    throw Error("busy", "the town file on the network share is being edited", file_.string());
}

}  // namespace liangdi::store
