#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace liangdi::store {

enum class FileSystem { local, network };

/// What kind of file system holds this path (statfs): NFS, SMB and CIFS count as network, where SQLite's
/// WAL must not be used.
FileSystem file_system_of(const std::filesystem::path& path);

/// How a town file is opened where it lies.
struct Place {
    std::string uri;
    std::shared_ptr<const std::filesystem::path>
        copied_to;  ///< a folder that goes with the connection, or null
};

/// A plain file: opened as it is. In a read-only place: immutable where no -wal is beside it; otherwise file
/// and -wal are copied and the copy is read (design/changesets.md, Opening). Throws Error{not_found,
/// read_only}.
Place place_for(const std::filesystem::path& file, bool to_write);

/// Asks the system to read a town file of usual size (up to 128 MB) from a local disk as one piece, and does
/// not wait for it. Left to itself it would be read a page here and a page there, and waited for four times
/// as long (docs/performance.md, Start). Only advice: whatever goes wrong is found by who opens the file.
void read_soon(const std::filesystem::path& file);

}  // namespace liangdi::store
