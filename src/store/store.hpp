#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "land/edit.hpp"
#include "land/feature_source.hpp"
#include "land/passphrase_strength.hpp"
#include "land/progress.hpp"
#include "land/table_shape.hpp"
#include "store/file_place.hpp"
#include "store/history.hpp"
#include "store/key_wrap.hpp"
#include "store/snapshot.hpp"

namespace liangdi::store {

class WriteConnection;

struct TownSpec {
    std::string name;
    int epsg = 4544;             ///< the town's CRS: a projected one with metres
    std::string reference_date;  ///< ISO; empty = today
    int schema_version = 0;      ///< 0 = newest; older ones only for tests of upgrading
    bool unshared = false;  ///< the name is nobody else's (partial_for): built there straight, not synced
};

struct CreatedTown {
    std::string recovery_key;                          ///< to be shown once; empty without a passphrase
    std::optional<land::PassphraseStrength> strength;  ///< of the passphrase, where there is one
};

/// Makes a new town file; refuses to replace an existing one. Built beside it and put in place whole.
CreatedTown create_town(const std::filesystem::path& file, const TownSpec& spec,
                        std::optional<std::string_view> passphrase = {}, std::string_view holder = "town");

struct StoreOptions {
    std::optional<FileSystem> file_system;  ///< what lies under the file; found out where not said
    bool unshared = false;  ///< a file that is being built and nobody else knows: nothing is synced yet
};

/// What apply has done.
struct Applied {
    std::int64_t seq = 0;      ///< entry of the history; 0: the edit changed nothing, nothing was written
    std::int64_t id_base = 0;  ///< ids of new rows lie above it
    std::int64_t changes = 0;
    std::vector<std::int64_t> new_ids;  ///< by the number within the Edit
    std::int64_t id_of(land::NewId id) const { return new_ids.at(static_cast<std::size_t>(id.n)); }
};

/// What is known of a stream of changes.
enum class Stream {
    any,
    rows_once,  ///< no row is changed twice, as in an import: added rows take the fast path, and the stream
                ///< is read on a thread of its own while rows are written
};

/// Which edit to take back or to do again.
struct ReverseRequest {
    land::EditHead head;  ///< actor and why of the new entry; an empty why says what it reverses
    std::optional<std::int64_t> entry;  ///< this edit; else the actor's last one
    bool batch = false;                 ///< with the whole batch (load) that it belongs to
};

struct Reversed {
    std::vector<std::int64_t> roots;  ///< the edits that were reversed, in the order it was done
    std::string what;                 ///< their reasons, for people
};

/// An open town file. Every change goes through apply, undo or redo. Safe to use from several threads; one
/// writes at a time. Opening and closing without an edit changes no byte of the file.
class Store {
  public:
    /// Throws Error{not_found, not_a_town, newer_file, damaged}. An older file is copied beside itself and
    /// upgraded.
    explicit Store(const std::filesystem::path& file, const StoreOptions& options = {});
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const std::filesystem::path& file() const { return file_; }
    const land::TownShape& shape() const { return shape_; }
    int srid() const { return srid_; }
    const std::string& upgraded_copy() const {
        return upgraded_copy_;
    }  ///< empty, or where the older file was kept

    /// `to_edit`: the caller will apply an edit while it reads this snapshot (an import does).
    std::unique_ptr<Snapshot> snapshot(bool to_edit = false);
    std::shared_ptr<const land::FeatureSource> features(const land::LayerSpec& layer) const;

    /// One transaction, one history entry. Throws Error{busy, conflict, constraint, bad_edit, …}: then
    /// nothing was changed and the edit is still the caller's.
    Applied apply(const land::Edit& edit);
    Applied apply(const land::EditHead& head, const land::ChangeSource& changes, land::Progress& progress,
                  Stream stream = Stream::any);

    Reversed undo(const ReverseRequest& request, land::Progress& progress);
    Reversed redo(const ReverseRequest& request, land::Progress& progress);

    /// Opens the sealed records and writes who did so, with whose passphrase, and why into the history.
    /// Throws Error{no_reason, personal_reason, wrong_passphrase, no_key}.
    DataKey unlock(std::string_view passphrase, const std::string& actor, const std::string& reason);

    /// An entry of kind access: sealed values are about to be shown in clear. `what` and `reason` stand in
    /// clear. Returns its number. Throws Error{no_reason, personal_reason}.
    std::int64_t log_access(const std::string& actor, const std::string& what, const std::string& reason);

    /// Changes who may open the data key, in one transaction with an entry of kind access. `key` is the
    /// opened key, or the one that takes its place. Returns the new recovery key where there is one, else
    /// nothing. Throws Error{weak_passphrase, not_found, last_passphrase, no_reason, personal_reason}.
    std::string change_keys(const DataKey& key, const KeyChange& change, const std::string& actor,
                            const std::string& reason);

    /// Moves whenever somebody, here or in another process, has written.
    std::int64_t data_version() const;

  private:
    Database& writer();
    Reversed reverse(const ReverseRequest& request, bool undo, land::Progress& progress);

    std::filesystem::path file_;
    FileSystem file_system_;
    bool unshared_ = false;
    land::TownShape shape_;
    int srid_ = 0;
    std::string upgraded_copy_;
    std::shared_ptr<ReadPool> pool_;
    std::recursive_mutex write_mutex_;
    std::unique_ptr<WriteConnection> writer_;
};

}  // namespace liangdi::store
