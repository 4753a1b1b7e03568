#include "store/reversal.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "geo/error.hpp"

namespace liangdi::store {

namespace {

std::string described(const HistoryEntry& e) {
    return fmt::format("{} {} ({}, entry {})", e.at.substr(0, 16), e.actor, e.why, e.seq);
}

[[noreturn]] void refuse(const HistoryEntry& entry, const std::set<std::string>& reasons) {
    std::string list;
    int shown = 0;
    for (const auto& reason : reasons) {
        if (++shown > 10) {
            list += fmt::format("\n  and {} more", reasons.size() - 10);
            break;
        }
        list += "\n  " + reason;
    }
    throw Error(
        "undo_refused",
        fmt::format(
            "entry {} ({}) cannot be reversed, because later edits rest on it; nothing was changed:{}\n"
            "Undo those first, or correct the rows by a new edit",
            entry.seq, entry.why, list));
}

/// Rows that an old entry inserted may since have got values in columns added by a migration; deleting them
/// would lose those values without any conflict (design/changesets.md, trap 4).
void check_newer_columns(const Database& db, const HistoryEntry& entry, const land::TownShape& shape) {
    struct Newer {
        Statement defaults;
        std::string names;
    };
    std::map<std::string, std::optional<Newer>> by_table;
    std::set<std::string> reasons;
    each_change(stored_bytes(db, entry.seq), false, [&](const ChangeRow& row) {
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
std::int64_t check_tables(const Database& db, const HistoryEntry& entry) {
    std::map<std::string, int> columns;
    std::int64_t changes = 0;
    each_change(stored_bytes(db, entry.seq), false, [&](const ChangeRow& row) {
        columns[row.table] = row.columns;
        ++changes;
    });
    for (const auto& [table, n] : columns) {
        auto info = db.prepare(
            "SELECT count(*), max(CASE WHEN cid=0 THEN pk END), sum(pk>0) FROM pragma_table_info(?)");
        info.bind(1, table);
        info.step();
        if (info.integer(0) < n || info.integer(1) != 1 || info.integer(2) != 1) {
            throw Error("schema_mismatch",
                        fmt::format("entry {} was recorded for another form of table '{}'; it cannot be "
                                    "reversed by this version. Nothing was changed",
                                    entry.seq, table));
        }
    }
    return changes;
}

std::set<std::string> reasons_of(const Database& db, const HistoryEntry& entry,
                                 const std::vector<ApplyConflict>& conflicts) {
    std::set<std::string> reasons;
    for (const auto& c : conflicts) {
        if (c.kind == "children") {
            auto orphans =
                db.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20");
            while (orphans.step()) {
                std::string reason = fmt::format("{} {} refers to a {} of this edit", orphans.text(0),
                                                 orphans.integer(1), orphans.text(2));
                // A row that was there before and was put under it since: who did that, not who made the row.
                const auto later =
                    later_edits_of(db, std::string(orphans.text(0)), orphans.integer(1), entry.seq);
                if (!later.empty())
                    reason += ": " + described(later.back());
                else if (const auto creator = creator_of(db, orphans.integer(1)))
                    reason += ": " + described(*creator);
                reasons.insert(std::move(reason));
            }
            continue;
        }
        const auto later = later_edits_of(db, c.table, c.id, entry.seq);
        if (later.empty()) reasons.insert(fmt::format("{} {} ({})", c.table, c.id, c.kind));
        for (const auto& e : later) reasons.insert(fmt::format("{} {}: {}", c.table, c.id, described(e)));
    }
    return reasons;
}

}  // namespace

std::int64_t reverse_chain(Database& db, const land::TownShape& shape, std::int64_t root,
                           const land::EditHead& head, land::Progress& progress) {
    const HistoryEntry entry = latest_of_chain(db, root);
    if (entry.kind == "access") throw Error("undo_refused", "an access to sealed records cannot be undone");
    progress.at("checking what was done since", 0, 0);
    if (entry.kind != "undo") {
        std::set<std::string> reasons;
        if (entry.size >
            (std::int64_t{1} << 20)) {  // large: ask the touch index once, instead of meeting each row
            for (const auto& e : later_edits_of_new_rows(db, entry)) reasons.insert(described(e));
        }
        if (!reasons.empty()) refuse(entry, reasons);
    }
    if (entry.schema_version < db.integer("PRAGMA user_version")) check_newer_columns(db, entry, shape);
    const std::int64_t expected = check_tables(db, entry);

    const std::int64_t seq = next_seq(db);
    ChangesetStorage storage(db, seq, last_sha256(db));
    {
        Recorder recorder(db);
        std::int64_t done = 0;
        const auto bytes = stored_bytes(db, entry.seq);
        const auto conflicts = apply_inverse(db, [&]() -> geo::ByteView {
            progress.at(entry.kind == "undo" ? "redo" : "undo", done, entry.size);
            const auto piece = bytes();
            done += static_cast<std::int64_t>(piece.size());
            return piece;
        });
        if (!conflicts.empty()) refuse(entry, reasons_of(db, entry, conflicts));
        recorder.each_piece([&](geo::ByteView piece) { storage.take(piece); });
    }
    NewEntry fresh;
    fresh.head = head;
    fresh.head.batch = entry.batch;
    fresh.kind = entry.kind == "undo" ? "redo" : "undo";
    fresh.undoes = entry.seq;
    fresh.root = root;
    fresh.changes = expected;
    append_entry(db, seq, fresh, storage.finish());

    std::int64_t applied = 0;
    each_change(stored_bytes(db, seq), false, [&](const ChangeRow&) { ++applied; });
    if (applied != expected) {
        throw Error("undo_shortfall",
                    fmt::format("only {} of {} rows of entry {} could be reversed; nothing was changed",
                                applied, expected, entry.seq));
    }
    return seq;
}

}  // namespace liangdi::store
