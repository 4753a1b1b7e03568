#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/database.hpp"

struct sqlite3_session;
struct sqlite3_changeset_iter;

/// SQLite changesets as values and streams: recording, storing in zstd parts, reading back, applying
/// strictly.
namespace liangdi::store {

/// Where a changeset's uncompressed bytes come from, piece by piece; an empty view ends it.
using ByteSource = std::function<geo::ByteView()>;

/// A session over all tracked tables of the connection, from construction until it is destroyed.
class Recorder {
  public:
    explicit Recorder(Database& db);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Streams the changeset out in pieces.
    void each_piece(const std::function<void(geo::ByteView)>& take) const;

  private:
    sqlite3_session* session_ = nullptr;
};

/// How a changeset lies in the history: small ones in the row, large ones in history_part.
struct StoredChangeset {
    std::string encoding;   ///< "raw", "zstd", "parts", "root", "inverse", "none"
    geo::Bytes bytes;       ///< for raw and zstd
    std::int64_t size = 0;  ///< uncompressed
    std::string sha256;     ///< chained, hex
};

/// Takes pieces; above 1 MB it writes zstd frames of 4 MB into history_part for `seq` as they come.
class ChangesetStorage {
  public:
    ChangesetStorage(Database& db, std::int64_t seq, const std::string& previous_sha256);
    ~ChangesetStorage();
    void take(geo::ByteView piece);
    /// A whole block, kept without being copied; gives memory back for the next one.
    geo::Bytes take_block(geo::Bytes&& block);
    std::int64_t size() const;  ///< bytes taken so far
    StoredChangeset finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The uncompressed bytes that an entry keeps itself; none for "root" and "inverse".
ByteSource stored_bytes(const Database& db, std::int64_t seq);

/// A changeset to be read or applied; `inverted`: as its inverse.
struct ChangesetSource {
    ByteSource bytes;
    bool inverted = false;
};
/// What an entry of the history did, wherever it is kept.
ChangesetSource stored_changeset(const Database& db, std::int64_t seq);

enum class ChangeKind { insert, update, remove };

struct ChangeRow {
    std::string table;
    ChangeKind kind;
    std::int64_t id = 0;
    int columns = 0;
    std::vector<land::Value> before, after;  ///< by column; Null also where the changeset holds nothing
    std::vector<bool> has_before, has_after;
};

/// Calls `visit` for every change; with `values` false only table, kind, id and columns are filled.
void each_change(const ChangesetSource& source, bool values,
                 const std::function<void(const ChangeRow&)>& visit);

/// A change that could not be applied.
struct ApplyConflict {
    std::string kind;   ///< "changed", "missing", "exists", "constraint", "children"
    std::string table;  ///< empty for "children"
    std::int64_t id = 0;
};

/// Applies the inverse of a changeset inside the caller's transaction. All or nothing: with any conflict the
/// caller must roll back; up to 20 conflicts are returned.
std::vector<ApplyConflict> apply_inverse(Database& db, const ChangesetSource& source);

}  // namespace liangdi::store
