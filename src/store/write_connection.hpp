#pragma once

#include <filesystem>
#include <optional>

#include "store/database.hpp"
#include "store/file_place.hpp"

namespace liangdi::store {

/// The one connection of a process that writes a town file, from its first edit to its close. On a local disk
/// it brings WAL in with the first edit and takes it out at the end, so that an office can copy the file
/// alone. On a network share it takes the file exclusively with a rollback journal and a lock file that names
/// the holder.
class WriteConnection {
  public:
    /// `unshared`: nothing is synced; whoever builds the file does that at the end.
    WriteConnection(const std::filesystem::path& file, FileSystem file_system, bool unshared = false);
    ~WriteConnection();
    WriteConnection(const WriteConnection&) = delete;
    WriteConnection& operator=(const WriteConnection&) = delete;

    Database& db() { return *db_; }
    /// Writes what the WAL holds into the file, as far as readers let it; the next edit then begins it anew.
    void empty_wal();

  private:
    void take_lock_file();

    std::filesystem::path file_, lock_file_;
    FileSystem file_system_;
    std::optional<Database> db_;
};

}  // namespace liangdi::store
