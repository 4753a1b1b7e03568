#include "store/history.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <chrono>

#include "geo/error.hpp"
#include "store/sha256.hpp"

namespace liangdi::store {

namespace {

// A chain is in effect when its newest entry is the edit itself or a redo.
constexpr const char* entry_columns =
    "h.seq, h.uid, h.at, h.actor, h.why, h.batch, h.kind, h.desk, h.schema_version, h.undoes, h.root, "
    "h.id_first, "
    "h.id_last, h.changes, h.size, h.sha256, "
    "(SELECT l.kind IN ('edit','redo') FROM history l WHERE l.root=h.root ORDER BY l.seq DESC LIMIT 1)";

HistoryEntry entry_at(const Statement& row) {
    HistoryEntry e;
    e.seq = row.integer(0);
    e.uid = row.text(1);
    e.at = row.text(2);
    e.actor = row.text(3);
    e.why = row.text(4);
    e.batch = row.text(5);
    e.kind = row.text(6);
    e.desk = row.integer(7);
    e.schema_version = row.integer(8);
    e.undoes = row.integer(9);
    e.root = row.integer(10);
    e.id_first = row.integer(11);
    e.id_last = row.integer(12);
    e.changes = row.integer(13);
    e.size = row.integer(14);
    e.sha256 = row.text(15);
    e.in_effect = row.integer(16) != 0;
    return e;
}

std::vector<HistoryEntry> all_of(Statement& rows) {
    std::vector<HistoryEntry> out;
    while (rows.step()) out.push_back(entry_at(rows));
    return out;
}

std::string now_utc() {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(floor<seconds>(now)),
                       (now - floor<seconds>(now)).count());
}

std::string random_uid() {
    unsigned char bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    char hex[33];
    return sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
}

}  // namespace

std::vector<HistoryEntry> history_entries(const Database& db, std::int64_t limit, std::int64_t before) {
    auto rows = db.prepare(
        fmt::format("SELECT {} FROM history h WHERE h.seq < ? ORDER BY h.seq DESC LIMIT ?", entry_columns));
    rows.bind_all(before > 0 ? before : INT64_MAX, limit);
    return all_of(rows);
}

std::optional<HistoryEntry> history_entry(const Database& db, std::int64_t seq) {
    auto rows = db.prepare(fmt::format("SELECT {} FROM history h WHERE h.seq=?", entry_columns));
    rows.bind(1, seq);
    if (!rows.step()) return {};
    return entry_at(rows);
}

HistoryEntry latest_of_chain(const Database& db, std::int64_t root) {
    auto rows = db.prepare(
        fmt::format("SELECT {} FROM history h WHERE h.root=? ORDER BY h.seq DESC LIMIT 1", entry_columns));
    rows.bind(1, root);
    if (!rows.step()) throw Error("no_entry", fmt::format("the history has no entry {}", root));
    return entry_at(rows);
}

namespace {
// SQLite gives the other columns of the row that holds the max().
constexpr const char* chains_of_actor =
    "SELECT root, max(seq) AS latest, kind FROM history WHERE actor=? AND kind<>'access' GROUP BY root";
}  // namespace

std::optional<std::int64_t> last_in_effect(const Database& db, const std::string& actor) {
    auto rows = db.prepare(
        fmt::format("SELECT root FROM ({}) WHERE kind<>'undo' ORDER BY latest DESC", chains_of_actor));
    rows.bind(1, actor);
    // Somebody else may have undone the caller's edit: the chain's own newest entry decides.
    while (rows.step()) {
        if (latest_of_chain(db, rows.integer(0)).in_effect) return rows.integer(0);
    }
    return {};
}

std::optional<std::int64_t> last_undone(const Database& db, const std::string& actor) {
    auto rows =
        db.prepare(fmt::format("SELECT root FROM ({}) WHERE kind='undo' AND latest > coalesce((SELECT "
                               "max(seq) FROM history WHERE actor=? AND "
                               "kind='edit'),0) ORDER BY latest DESC",
                               chains_of_actor));
    rows.bind_all(actor, actor);
    // Somebody else may have done it again.
    while (rows.step()) {
        if (!latest_of_chain(db, rows.integer(0)).in_effect) return rows.integer(0);
    }
    return {};
}

std::vector<std::int64_t> batch_roots(const Database& db, const std::string& batch, bool in_effect) {
    auto rows = db.prepare("SELECT seq FROM history WHERE batch=? AND kind='edit' ORDER BY seq");
    rows.bind(1, batch);
    std::vector<std::int64_t> out;
    while (rows.step()) {
        if (latest_of_chain(db, rows.integer(0)).in_effect == in_effect) out.push_back(rows.integer(0));
    }
    return out;
}

namespace {
std::vector<HistoryEntry> only_in_effect(std::vector<HistoryEntry> entries) {
    std::erase_if(entries, [](const HistoryEntry& e) { return !e.in_effect; });
    return entries;
}
}  // namespace

std::vector<HistoryEntry> later_edits_of(const Database& db, const std::string& table, std::int64_t id,
                                         std::int64_t seq) {
    auto rows = db.prepare(fmt::format(
        "SELECT {} FROM touch t JOIN history h ON h.seq=t.seq WHERE t.tab=? AND t.pk=? AND t.seq>?",
        entry_columns));
    rows.bind_all(table, id, seq);
    return only_in_effect(all_of(rows));
}

std::vector<HistoryEntry> later_edits_of_new_rows(const Database& db, const HistoryEntry& of,
                                                  std::int64_t seq) {
    if (of.id_last < of.id_first || of.id_first == 0) return {};
    std::vector<HistoryEntry> out;
    auto tables = db.prepare("SELECT DISTINCT tab FROM touch");
    while (tables.step()) {
        auto rows =
            db.prepare(fmt::format("SELECT {} FROM history h WHERE h.seq IN (SELECT seq FROM touch WHERE "
                                   "tab=? AND pk BETWEEN ? AND ? AND seq>?)",
                                   entry_columns));
        rows.bind_all(tables.text(0), of.id_first, of.id_last, seq);
        for (auto& e : only_in_effect(all_of(rows))) out.push_back(std::move(e));
    }
    return out;
}

std::optional<HistoryEntry> creator_of(const Database& db, std::int64_t id) {
    auto rows =
        db.prepare(fmt::format("SELECT {} FROM history h WHERE h.kind='edit' AND h.id_first<=? AND "
                               "h.id_last>=? ORDER BY h.seq LIMIT 1",
                               entry_columns));
    rows.bind_all(id, id);
    if (!rows.step()) return {};
    return entry_at(rows);
}

std::int64_t next_seq(const Database& db) {
    return db.integer("SELECT coalesce(max(seq),0)+1 FROM history");
}

std::string last_sha256(const Database& db) {
    return db.text("SELECT sha256 FROM history ORDER BY seq DESC LIMIT 1");
}

void append_entry(Database& db, std::int64_t seq, const NewEntry& entry, const StoredChangeset& changeset) {
    auto insert = db.prepare(
        "INSERT INTO history (seq, uid, desk, at, actor, why, batch, schema_version, kind, undoes, root, "
        "id_first, "
        "id_last, changes, encoding, changeset, size, sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    const auto optional = [&](int index, std::int64_t value) {
        value ? insert.bind(index, value) : insert.bind_null(index);
    };
    insert.bind_all(seq, random_uid(), db.integer("SELECT id FROM desk LIMIT 1"), now_utc(), entry.head.actor,
                    entry.head.why);
    insert.bind(7, land::text_or_null(entry.head.batch));
    insert.bind(8, db.integer("PRAGMA user_version"));
    insert.bind(9, entry.kind);
    optional(10, entry.undoes);
    insert.bind(11, entry.root ? entry.root : seq);
    optional(12, entry.id_first);
    optional(13, entry.id_last);
    insert.bind(14, entry.changes);
    insert.bind(15, changeset.encoding);
    if (changeset.bytes.empty()) {
        insert.bind_null(16);
    } else {
        insert.bind(16, geo::ByteView(changeset.bytes));
    }
    insert.bind(17, changeset.size);
    insert.bind(18, changeset.sha256);
    insert.run();
}

std::optional<std::int64_t> first_broken_entry(const Database& db) {
    auto rows = db.prepare("SELECT seq, sha256 FROM history ORDER BY seq");
    std::string previous;
    while (rows.step()) {
        Sha256 hash;
        hash.add(previous);
        try {
            const auto bytes = stored_bytes(db, rows.integer(0));
            for (auto piece = bytes(); !piece.empty(); piece = bytes()) hash.add(piece);
        } catch (const Error&) {
            return rows.integer(0);
        }
        if (rows.text(1) != hash.hex()) return rows.integer(0);
        previous = rows.text(1);
    }
    return {};
}

}  // namespace liangdi::store
