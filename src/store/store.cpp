#include "store/store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "store/bulk_insert.hpp"
#include "store/desk_ids.hpp"
#include "store/edit_writer.hpp"
#include "store/migrations.hpp"
#include "store/read_ahead.hpp"
#include "store/reversal.hpp"
#include "store/table_source.hpp"
#include "store/town_shape.hpp"
#include "store/upgrade.hpp"
#include "store/write_behind.hpp"
#include "store/write_connection.hpp"

namespace liangdi::store {

Store::Store(const std::filesystem::path& file, const StoreOptions& options)
    : file_(std::filesystem::absolute(file)),
      file_system_(options.file_system.value_or(file_system_of(file))),
      unshared_(options.unshared),
      upgraded_copy_(upgrade_if_older(file_)),
      pool_(std::make_shared<ReadPool>(file_)) {
    const auto lease = pool_->lend();
    shape_ = town_shape(lease.db());
    srid_ =
        static_cast<int>(lease.db().integer("SELECT srid FROM geometry_columns WHERE f_table_name='parcel'"));
}

Store::~Store() {
    pool_->close();
    writer_.reset();
}

Database& Store::writer() {
    if (!writer_) {
        writer_ = std::make_unique<WriteConnection>(file_, file_system_, unshared_);
        if (writer_->alone()) pool_->share(writer_->db(), write_mutex_);
    }
    return writer_->db();
}

std::unique_ptr<Snapshot> Store::snapshot(bool to_edit) {
    if (to_edit) {
        // Without WAL a read transaction of this very process would keep the edit from being committed.
        const std::lock_guard lock(write_mutex_);
        writer();
        // The WAL begins anew only while nobody reads from it, and at each commit of a load somebody does.
        writer_->empty_wal();
    }
    return std::make_unique<Snapshot>(pool_->lend(), shape_);
}

std::shared_ptr<const land::FeatureSource> Store::features(const land::LayerSpec& layer) const {
    return table_source(pool_, shape_, layer);
}

Applied Store::apply(const land::Edit& edit) {
    land::Progress silent;
    return apply(edit.head, land::source_of(edit), silent);
}

namespace {

void write_touches(Database& db, std::int64_t seq, const EditWriter& edits) {
    auto touch = db.prepare("INSERT INTO touch (tab, pk, seq) VALUES (?,?,?)");
    for (const auto& [table, id] : edits.touched()) {
        touch.bind_all(table, id, seq);
        touch.run();
    }
}

/// Says which rows point to nothing.
[[noreturn]] void refuse_orphans(const Database& db) {
    std::string list;
    auto orphans = db.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 5");
    while (orphans.step()) {
        list += fmt::format("; {} {} needs a {} that is not there", orphans.text(0), orphans.integer(1),
                            orphans.text(2));
    }
    throw Error("constraint", "rows would be left that point to nothing, nothing was changed" + list,
                db.text("SELECT file FROM pragma_database_list WHERE name='main'"));
}

/// Foreign keys are checked at the end.
void commit_or_explain(Database& db, Transaction& transaction) {
    try {
        transaction.commit();
    } catch (const Error& e) {
        if (e.code() != "constraint") throw;
        refuse_orphans(db);
    }
}

void check_version(const Database& db, const std::filesystem::path& file) {
    if (db.integer("PRAGMA user_version") > newest_schema_version()) {
        throw Error("newer_file",
                    "a newer Liangdi has upgraded this file meanwhile; close it and use that version",
                    file.string());
    }
}

}  // namespace

namespace {

/// What a stream of changes is carried out with, inside one transaction.
struct Writing {
    Database& db;
    EditWriter& edits;
    ChangesetStorage& storage;
    land::Progress& progress;
};

/// Writes changes one by one and records them.
void write_each(const Writing& to, const land::ChangeSource& changes) {
    const Recorder recorder(to.db);
    while (const auto change = changes()) to.edits.write(*change);
    recorder.each_piece([&](geo::ByteView piece) {
        to.storage.take(piece);
        to.progress.at("writing the history", to.storage.size(), 0);
    });
}

/// Writes the new rows that a stream begins with the fast way, then whatever else it holds.
void write_rows_once(const Writing& to, BulkInsert& bulk, const std::function<ReadBlock()>& next) {
    ReadBlock block = next();
    for (; block.others.empty() && !block.empty(); block = next()) bulk.write(block.rows);
    bulk.write(block.rows);
    if (!bulk.finish()) refuse_orphans(to.db);
    if (block.empty()) return;
    std::size_t at = 0;
    write_each(to, [&]() -> std::optional<land::Change> {
        if (at == block.others.size()) block = next(), at = 0;
        if (block.empty()) return {};
        return std::move(block.others[at++]);
    });
}

}  // namespace

Applied Store::apply(const land::EditHead& head, const land::ChangeSource& changes, land::Progress& progress,
                     Stream stream) {
    const std::lock_guard lock(write_mutex_);
    Database& db = writer();
    Transaction transaction(db);
    check_version(db, file_);
    const std::int64_t seq = next_seq(db);
    const DeskIds desk = desk_ids(db);
    Applied done{seq, desk.next, 0, {}};

    IdBlock ids(done.id_base);
    EditWriter edits(db, shape_, ids);
    ChangesetStorage storage(db, seq, last_sha256(db));
    const Writing to{db, edits, storage, progress};
    if (stream == Stream::any) {
        write_each(to, changes);
        done.changes = edits.changes();
    } else {
        BulkInsert bulk(db, shape_, ids,
                        [&](geo::Bytes&& block) { return storage.take_block(std::move(block)); });
        BlockReader reader(changes, bulk.encoder());
        if (file_system_ == FileSystem::local) {
            // The stream may read the town through this very connection: two threads may use that of a file
            // in the making, whose look-ups are few (CodeIndex) and whose own rows are told apart by their
            // ids (Snapshot).
            const WriteBehind write_behind(writer_->pages_go_to());
            ReadAhead ahead(reader);
            auto turn = db.turn();  // after `ahead`, whose thread may wait for it when this ends
            write_rows_once(to, bulk, [&] {
                turn.unlock();
                ReadBlock block = ahead.next();
                turn.lock();
                return block;
            });
        } else {
            // On a network share the stream may read through this very connection, so it must not run beside
            // it.
            write_rows_once(to, bulk, [&] { return reader.next(); });
        }
        done.changes = bulk.changes() + edits.changes();
    }
    if (done.changes == 0) return {};
    if (storage.size() == 0) {
        throw Error("unrecorded",
                    "the change left nothing to record, so it could not be undone; nothing was changed");
    }
    NewEntry entry;
    entry.head = head;
    entry.changes = done.changes;
    if (ids.last() > ids.base()) {
        entry.id_first = ids.base() + 1;
        entry.id_last = ids.last();
        auto counter = db.prepare("UPDATE desk SET next=? WHERE id=?");
        counter.bind_all(ids.last() - first_id_of_desk(desk.desk), desk.desk);
        counter.run();
    }
    append_entry(db, seq, entry, storage.finish());
    write_touches(db, seq, edits);
    commit_or_explain(db, transaction);
    done.new_ids = ids.take();
    return done;
}

Reversed Store::undo(const ReverseRequest& request, land::Progress& progress) {
    return reverse(request, true, progress);
}
Reversed Store::redo(const ReverseRequest& request, land::Progress& progress) {
    return reverse(request, false, progress);
}

Reversed Store::reverse(const ReverseRequest& request, bool undo, land::Progress& progress) {
    const std::lock_guard lock(write_mutex_);
    Database& db = writer();
    Transaction transaction(db);
    check_version(db, file_);
    const std::string& actor = request.head.actor;
    std::int64_t root = 0;
    if (request.entry) {
        const auto entry = history_entry(db, *request.entry);
        if (!entry) throw Error("no_entry", fmt::format("the history has no entry {}", *request.entry));
        root = entry->root;
        if (entry->in_effect != undo) {
            throw Error("nothing_to_reverse", fmt::format("entry {} ({}) is {}", root, entry->why,
                                                          undo ? "undone already" : "in effect already"));
        }
    } else if (const auto last = undo ? last_in_effect(db, actor) : last_undone(db, actor)) {
        root = *last;
    } else {
        throw Error("nothing_to_reverse",
                    fmt::format("{} has nothing to {} in this town file", actor, undo ? "undo" : "redo"));
    }
    std::vector<std::int64_t> roots = {root};
    if (request.batch) {
        const auto entry = history_entry(db, root);
        if (entry->batch.empty())
            throw Error("no_batch", fmt::format("entry {} ({}) belongs to no batch", root, entry->why));
        roots = batch_roots(db, entry->batch, undo);
        if (undo) std::reverse(roots.begin(), roots.end());
    }
    Reversed done;
    for (const auto r : roots) {
        const auto entry = history_entry(db, r);
        land::EditHead head = request.head;
        if (head.why.empty()) head.why = fmt::format("{} {}: {}", undo ? "undo" : "redo", r, entry->why);
        reverse_chain(db, shape_, r, head, progress);
        if (done.roots.empty()) done.what = entry->why;
        done.roots.push_back(r);
    }
    commit_or_explain(db, transaction);
    if (done.roots.size() > 1)
        done.what += fmt::format(" and {} more edits of the batch", done.roots.size() - 1);
    return done;
}

std::int64_t Store::data_version() const {
    const auto lease = pool_->lend();
    // PRAGMA data_version compares within one connection; the history's end is the same for everybody.
    return lease.db().integer("SELECT coalesce(max(seq),0) FROM history");
}

}  // namespace liangdi::store
