#include "store/write_connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "geo/error.hpp"

namespace liangdi::store {

namespace {
std::string host_name() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}
}  // namespace

WriteConnection::WriteConnection(const std::filesystem::path& file, FileSystem file_system)
    : file_(file), file_system_(file_system) {
    if (file_system_ == FileSystem::network) take_lock_file();
    db_.emplace(file, Database::Access::write);
    if (file_system_ == FileSystem::network) {
        db_->run("PRAGMA locking_mode=EXCLUSIVE");
        db_->integer("PRAGMA journal_mode=DELETE");
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
    if (db_ && file_system_ == FileSystem::local) {
        // Fails harmlessly while another process has the file open; the last one to close succeeds.
        sqlite3_busy_timeout(db_->handle(), 0);
        sqlite3_exec(db_->handle(), "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
        sqlite3_exec(db_->handle(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    }
    db_.reset();
    if (!lock_file_.empty()) ::unlink(lock_file_.c_str());
}

void WriteConnection::take_lock_file() {
    const std::filesystem::path lock = file_.string() + ".lock";
    for (int attempt = 0; attempt < 2; ++attempt) {
        const int fd = ::open(lock.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
        if (fd >= 0) {
            const std::string holder = fmt::format("{} {}\n", host_name(), getpid());
            const bool written =
                ::write(fd, holder.data(), holder.size()) == static_cast<ssize_t>(holder.size());
            ::close(fd);
            if (!written) {
                ::unlink(lock.c_str());
                throw Error("disk_full", "cannot write the lock file; nothing was changed", lock.string());
            }
            lock_file_ = lock;
            return;
        }
        std::ifstream in(lock);
        std::string host;
        pid_t pid = 0;
        in >> host >> pid;
        // A program that was killed on this very machine leaves its lock file; take it over.
        const bool dead = host == host_name() && pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
        if (!dead) {
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
