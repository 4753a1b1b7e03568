#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "land/edit.hpp"
#include "store/changeset.hpp"
#include "store/database.hpp"

/// The append-only history: who changed what, when and why, and what undoes what.
namespace liangdi::store {

struct HistoryEntry {
    std::int64_t seq = 0;
    std::string uid, at, actor, why, batch, kind;  ///< kind: edit, undo, redo, access; at: UTC, ISO 8601
    std::int64_t desk = 0, schema_version = 0, undoes = 0, root = 0, id_first = 0, id_last = 0, changes = 0;
    std::int64_t size = 0;  ///< bytes of the uncompressed changeset
    std::string sha256;
    bool in_effect = false;  ///< whether what the root edit did stands now
};

/// Newest first; `before` = 0 starts at the newest.
std::vector<HistoryEntry> history_entries(const Database& db, std::int64_t limit, std::int64_t before = 0);
std::optional<HistoryEntry> history_entry(const Database& db, std::int64_t seq);

/// The newest entry of the chain of undo and redo that began with `root`.
HistoryEntry latest_of_chain(const Database& db, std::int64_t root);

/// Root of the caller's last edit that is in effect / was undone and may be redone (a new edit ends redo).
std::optional<std::int64_t> last_in_effect(const Database& db, const std::string& actor);
std::optional<std::int64_t> last_undone(const Database& db, const std::string& actor);
/// Roots of a batch, oldest first, that are (or are not) in effect.
std::vector<std::int64_t> batch_roots(const Database& db, const std::string& batch, bool in_effect);

/// Edits by others or later ones of the caller, in effect now, that touched a row after entry `seq`.
std::vector<HistoryEntry> later_edits_of(const Database& db, const std::string& table, std::int64_t id,
                                         std::int64_t seq);
/// The same for all rows whose ids the edit `of` gave out: one indexed query instead of one a row.
std::vector<HistoryEntry> later_edits_of_new_rows(const Database& db, const HistoryEntry& of,
                                                  std::int64_t seq);
/// The edit that gave this id out.
std::optional<HistoryEntry> creator_of(const Database& db, std::int64_t id);

/// What is appended; everything else is filled in here.
struct NewEntry {
    land::EditHead head;
    std::string kind = "edit";
    std::int64_t undoes = 0, root = 0;  ///< root 0: its own
    std::int64_t id_first = 0, id_last = 0, changes = 0;
};
std::int64_t next_seq(const Database& db);
std::string last_sha256(const Database& db);
void append_entry(Database& db, std::int64_t seq, const NewEntry& entry, const StoredChangeset& changeset);

/// Recomputes the SHA-256 chain; the first entry that does not fit, or nothing.
std::optional<std::int64_t> first_broken_entry(const Database& db);

}  // namespace liangdi::store
