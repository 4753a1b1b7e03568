#pragma once

#include <filesystem>
#include <optional>

#include "store/database.hpp"
#include "store/file_place.hpp"

namespace liangdi::store {

/// The one connection of a process that writes a town file, from its first edit to its close. On a local disk
/// it brings WAL in with the first edit and takes it out at the end, so that an office can copy the file
/// alone. On a network share it takes the file exclusively with a rollback journal and a lock file that names
/// the holder. A file that is being built and nobody else knows is neither synced nor journalled on the disk.
class WriteConnection {
  public:
    /// `unshared`: whoever builds the file syncs it at the end, or throws it away.
    WriteConnection(const std::filesystem::path& file, FileSystem file_system, bool unshared = false);
    ~WriteConnection();
    WriteConnection(const WriteConnection&) = delete;
    WriteConnection& operator=(const WriteConnection&) = delete;

    Database& db() { return *db_; }
    /// No other connection can read the file while this one lives, not even of its own process.
    bool alone() const { return unshared_ || file_system_ == FileSystem::network; }
    /// The file that an edit's pages go to: the WAL where there is one, else the town file itself.
    std::filesystem::path pages_go_to() const;
    /// Writes what the WAL holds into the file, as far as readers let it; the next edit then begins it anew.
    void empty_wal();

  private:
    void take_lock_file();

    std::filesystem::path file_, lock_file_;
    FileSystem file_system_;
    bool unshared_;
    std::optional<Database> db_;
};

}  // namespace liangdi::store
