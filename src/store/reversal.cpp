#include "store/reversal.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "geo/error.hpp"
#include "store/bulk_reversal.hpp"
#include "store/refusal.hpp"

namespace liangdi::store {

namespace {

/// Rows that an old entry inserted may since have got values in columns added by a migration; deleting them
/// would lose those values without any conflict (design/changesets.md, trap 4).
void check_newer_columns(const Database& db, const HistoryEntry& entry, const land::TownShape& shape) {
    struct Newer {
        Statement defaults;
        std::string names;
    };
    std::map<std::string, std::optional<Newer>> by_table;
    std::set<std::string> reasons;
    each_change(stored_changeset(db, entry.seq), false, [&](const ChangeRow& row) {
        if (row.kind != ChangeKind::insert) return;
        auto [it, is_new] = by_table.try_emplace(row.table);
        if (is_new) {
            auto columns = db.prepare("SELECT name, dflt_value FROM pragma_table_info(?) WHERE cid>=?");
            columns.bind_all(row.table, std::int64_t{row.columns});
            std::string condition, names;
            while (columns.step()) {
                condition +=
                    fmt::format("{}{} IS {}", condition.empty() ? "" : " AND ", sql_name(columns.text(0)),
                                columns.is_null(1) ? "NULL" : columns.text(1));
                names += (names.empty() ? "" : ", ") + std::string(columns.text(0));
            }
            if (!names.empty()) {
                it->second = Newer{
                    db.prepare(fmt::format("SELECT {} FROM {} WHERE id=?", condition, sql_name(row.table))),
                    names};
            }
        }
        if (!it->second) return;
        auto& check = it->second->defaults;
        check.bind(1, row.id);
        if (check.step() && check.integer(0) == 0) {
            reasons.insert(
                fmt::format("{} {}: {} was filled in since", row.table, row.id, it->second->names));
        }
        check.reset();
    });
    (void)shape;
    if (!reasons.empty()) refuse(entry, reasons);
}

/// A schema mismatch makes SQLite do nothing and report success (trap 3): compare before, count after.
void check_tables(const Database& db, const HistoryEntry& entry, const Extent& extent) {
    for (const auto& [table, rows] : extent.tables) {
        auto info = db.prepare(
            "SELECT count(*), max(CASE WHEN cid=0 THEN pk END), sum(pk>0) FROM pragma_table_info(?)");
        info.bind(1, table);
        info.step();
        if (info.integer(0) < rows.columns || info.integer(1) != 1 || info.integer(2) != 1) {
            throw Error("schema_mismatch",
                        fmt::format("entry {} was recorded for another form of table '{}'; it cannot be "
                                    "reversed by this version. Nothing was changed",
                                    entry.seq, table));
        }
    }
}

}  // namespace

namespace {

constexpr std::int64_t large = std::int64_t{1} << 20;  // bytes of a changeset

void check_unchanged_since(const Database& db, const HistoryEntry& entry, const HistoryEntry& root) {
    // One question to the touch index, instead of meeting each row.
    std::set<std::string> reasons;
    for (const auto& e : later_edits_of_new_rows(db, root, entry.seq)) reasons.insert(described(e));
    if (!reasons.empty()) refuse(entry, reasons);
}

/// Applies the strict inverse under a session of its own.
StoredChangeset reverse_strictly(Database& db, std::int64_t seq, const HistoryEntry& entry,
                                 std::int64_t expected, land::Progress& progress) {
    ChangesetStorage storage(db, seq, last_sha256(db));
    const Recorder recorder(db);
    std::int64_t done = 0;
    auto source = stored_changeset(db, entry.seq);
    const auto bytes = source.bytes;
    source.bytes = [&]() -> geo::ByteView {
        progress.at(entry.kind == "undo" ? "redo" : "undo", done, entry.size);
        const auto piece = bytes();
        done += static_cast<std::int64_t>(piece.size());
        return piece;
    };
    const auto conflicts = apply_inverse(db, source);
    if (!conflicts.empty()) refuse(entry, reasons_of(db, entry, conflicts));
    recorder.each_piece([&](geo::ByteView piece) { storage.take(piece); });
    auto stored = storage.finish();
    if (expected > 0 && stored.size == 0) {
        throw Error("undo_shortfall",
                    fmt::format("entry {} could not be reversed; nothing was changed", entry.seq));
    }
    return stored;
}

}  // namespace

std::int64_t reverse_chain(Database& db, const land::TownShape& shape, std::int64_t root,
                           const land::EditHead& head, land::Progress& progress) {
    const HistoryEntry entry = latest_of_chain(db, root);
    if (entry.kind == "access") throw Error("undo_refused", "an access to sealed records cannot be undone");
    progress.at("checking what was done since", 0, 0);
    const bool undo = entry.kind != "undo";
    const HistoryEntry origin = *history_entry(db, root);
    if (undo && origin.size > large) check_unchanged_since(db, entry, origin);
    if (entry.schema_version < db.integer("PRAGMA user_version")) check_newer_columns(db, entry, shape);
    const Extent extent = extent_of(db, entry);
    check_tables(db, entry, extent);

    const std::int64_t seq = next_seq(db);
    NewEntry fresh;
    fresh.head = head;
    fresh.head.batch = entry.batch;
    fresh.kind = undo ? "undo" : "redo";
    fresh.undoes = entry.seq;
    fresh.root = root;
    fresh.changes = extent.changes;
    if (origin.size > large && extent.only == (undo ? ChangeKind::insert : ChangeKind::remove)) {
        if (undo) {
            delete_rows(db, shape, origin, entry, extent, progress);
        } else {
            restore_rows(db, shape, origin, progress);
        }
        append_entry(db, seq, fresh, kept_by_root(db, undo));
        return seq;
    }
    append_entry(db, seq, fresh, reverse_strictly(db, seq, entry, extent.changes, progress));
    if (const auto applied = extent_of(db, *history_entry(db, seq)).changes; applied != extent.changes) {
        throw Error("undo_shortfall",
                    fmt::format("only {} of {} rows of entry {} could be reversed; nothing was changed",
                                applied, extent.changes, entry.seq));
    }
    return seq;
}

}  // namespace liangdi::store
