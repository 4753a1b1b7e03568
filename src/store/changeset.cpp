#include "store/changeset.hpp"

#include <sqlite3.h>
#include <zstd.h>

#include <cstring>
#include <future>
#include <utility>

#include "geo/error.hpp"
#include "store/changeset_syntax.hpp"
#include "store/sha256.hpp"
#include "store/town_shape.hpp"

namespace liangdi::store {

namespace {

constexpr std::size_t inline_limit = 1u << 20;  // above it a changeset goes into parts
constexpr std::size_t part_size = 4u << 20;
constexpr int zstd_level = 1;  // of geometry: 19 % larger than 3 and nearly twice as fast

void check(sqlite3* db, int code, std::string_view doing) {
    if (code != SQLITE_OK) throw_sqlite(db, code, doing);
}

/// Compresses one part after another in the same memory.
class Compressor {
  public:
    geo::ByteView operator()(geo::ByteView raw) {
        out_.resize(std::max(out_.size(), ZSTD_compressBound(raw.size())));
        const std::size_t n =
            ZSTD_compressCCtx(context_.get(), out_.data(), out_.size(), raw.data(), raw.size(), zstd_level);
        if (ZSTD_isError(n)) throw Error("zstd", ZSTD_getErrorName(n));
        return geo::ByteView(out_).first(n);
    }

  private:
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    geo::Bytes out_;
};

geo::Bytes decompressed(geo::ByteView z, std::int64_t seq) {
    const auto damaged = [&] {
        return Error("damaged",
                     "entry " + std::to_string(seq) + " of the history cannot be read; restore a copy");
    };
    const auto size = ZSTD_getFrameContentSize(z.data(), z.size());
    // A hostile frame may claim any size; no part is larger than part_size by construction.
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > 4 * part_size)
        throw damaged();
    geo::Bytes out(size);
    const std::size_t n = ZSTD_decompress(out.data(), out.size(), z.data(), z.size());
    if (ZSTD_isError(n) || n != size) throw damaged();
    return out;
}

/// Adapts a ByteSource to the pull interface of sqlite3changeset_*_strm. Exceptions may not cross SQLite:
/// they are kept and thrown again by the caller.
struct Pull {
    const ByteSource& source;
    geo::ByteView rest;
    std::exception_ptr failure;
    ChangesetSyntax syntax{};

    static int read(void* self_pointer, void* out, int* n) {
        auto& self = *static_cast<Pull*>(self_pointer);
        try {
            if (self.rest.empty()) {
                self.rest = self.source();
                self.syntax.take(self.rest);
                if (self.rest.empty()) self.syntax.end();
            }
            const std::size_t take = std::min(self.rest.size(), static_cast<std::size_t>(*n));
            if (take > 0) std::memcpy(out, self.rest.data(), take);
            self.rest = self.rest.subspan(take);
            *n = static_cast<int>(take);
            return SQLITE_OK;
        } catch (...) {
            self.failure = std::current_exception();
            return SQLITE_IOERR;
        }
    }
};

struct Push {
    const std::function<void(geo::ByteView)>& take;
    std::exception_ptr failure;

    static int write(void* self_pointer, const void* data, int n) {
        auto& self = *static_cast<Push*>(self_pointer);
        try {
            self.take({static_cast<const std::byte*>(data), static_cast<std::size_t>(n)});
            return SQLITE_OK;
        } catch (...) {
            self.failure = std::current_exception();
            return SQLITE_IOERR;
        }
    }
};

land::Value value_of(sqlite3_value* v) {
    if (!v) return {};
    switch (sqlite3_value_type(v)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_value_int64(v)};
        case SQLITE_FLOAT:
            return sqlite3_value_double(v);
        case SQLITE_TEXT:
            return std::string(reinterpret_cast<const char*>(sqlite3_value_text(v)),
                               static_cast<std::size_t>(sqlite3_value_bytes(v)));
        case SQLITE_BLOB: {
            const auto* data = static_cast<const std::byte*>(sqlite3_value_blob(v));
            return land::Bytes(data, data + sqlite3_value_bytes(v));
        }
        default:
            return {};
    }
}

}  // namespace

Recorder::Recorder(Database& db) {
    check(db.handle(), sqlite3session_create(db.handle(), "main", &session_), "session");
    for (const auto& table : tracked_tables()) {
        const int code = sqlite3session_attach(session_, table.c_str());
        if (code != SQLITE_OK) {
            sqlite3session_delete(session_);
            throw_sqlite(db.handle(), code, "session attach " + table);
        }
    }
}
Recorder::~Recorder() {
    sqlite3session_delete(session_);
}

void Recorder::each_piece(const std::function<void(geo::ByteView)>& take) const {
    Push push{take, {}};
    const int code = sqlite3session_changeset_strm(session_, &Push::write, &push);
    if (push.failure) std::rethrow_exception(push.failure);
    check(nullptr, code, "changeset");
}

struct ChangesetStorage::Impl {
    Database& db;
    std::int64_t seq;
    geo::Bytes buffer;          // not in a part yet
    geo::Bytes at_work, spare;  // the part that is being compressed, memory for the next block
    std::int64_t size = 0, parts = 0;
    Sha256 hash;
    Compressor compress{};
    std::future<geo::ByteView> compressing{};  // last: waits before what it uses goes

    /// Hashing and compressing go on beside the caller's inserts, one part at a time and in order.
    void write_part(geo::Bytes raw) {
        collect();
        spare = std::exchange(at_work, std::move(raw));
        compressing = std::async(std::launch::async, [this] {
            hash.add(at_work);
            return compress(at_work);
        });
    }
    void collect() {
        if (!compressing.valid()) return;
        const auto z = compressing.get();
        auto insert = db.prepare("INSERT INTO history_part (edit, part, z) VALUES (?,?,?)");
        insert.bind(1, seq).bind(2, parts++).bind_kept(3, z).run();
    }
    bool in_parts() const { return parts > 0 || compressing.valid(); }
};

ChangesetStorage::ChangesetStorage(Database& db, std::int64_t seq, const std::string& previous_sha256)
    : impl_(new Impl{db, seq, {}, {}, {}, 0, 0, {}}) {
    impl_->hash.add(previous_sha256);
}
ChangesetStorage::~ChangesetStorage() = default;

void ChangesetStorage::take(geo::ByteView piece) {
    impl_->size += static_cast<std::int64_t>(piece.size());
    impl_->buffer.insert(impl_->buffer.end(), piece.begin(), piece.end());
    if (impl_->buffer.size() >= part_size) impl_->write_part(std::exchange(impl_->buffer, {}));
}

geo::Bytes ChangesetStorage::take_block(geo::Bytes&& block) {
    if (!impl_->buffer.empty() || block.size() < part_size) {
        take(block);
        return std::move(block);
    }
    impl_->size += static_cast<std::int64_t>(block.size());
    impl_->write_part(std::move(block));
    return std::move(impl_->spare);
}

std::int64_t ChangesetStorage::size() const {
    return impl_->size;
}

StoredChangeset ChangesetStorage::finish() {
    StoredChangeset out;
    out.size = impl_->size;
    if (impl_->in_parts() || impl_->buffer.size() > inline_limit) {
        if (!impl_->buffer.empty()) impl_->write_part(std::exchange(impl_->buffer, {}));
        impl_->collect();
        out.encoding = "parts";
    } else if (impl_->size == 0) {
        out.encoding = "none";
    } else {
        impl_->hash.add(geo::ByteView(impl_->buffer));
        const geo::ByteView z = impl_->compress(impl_->buffer);
        const bool smaller = z.size() < impl_->buffer.size();
        out.encoding = smaller ? "zstd" : "raw";
        out.bytes = smaller ? geo::Bytes(z.begin(), z.end()) : std::move(impl_->buffer);
    }
    out.sha256 = impl_->hash.hex();
    return out;
}

ByteSource stored_bytes(const Database& db, std::int64_t seq) {
    auto entry = db.prepare("SELECT encoding, changeset FROM history WHERE seq=?");
    entry.bind(1, seq);
    if (!entry.step()) throw Error("no_entry", "the history has no entry " + std::to_string(seq));
    const std::string encoding(entry.text(0));
    if (encoding == "parts") {
        auto parts =
            std::make_shared<Statement>(db.prepare("SELECT z FROM history_part WHERE edit=? ORDER BY part"));
        parts->bind(1, seq);
        auto current = std::make_shared<geo::Bytes>();
        return [parts, current, seq]() -> geo::ByteView {
            if (!parts->step()) return {};
            *current = decompressed(parts->blob(0), seq);
            return *current;
        };
    }
    auto bytes = std::make_shared<geo::Bytes>();
    if (encoding == "zstd") *bytes = decompressed(entry.blob(1), seq);
    if (encoding == "raw") bytes->assign(entry.blob(1).begin(), entry.blob(1).end());
    auto given = std::make_shared<bool>(false);
    return [bytes, given]() -> geo::ByteView {
        if (std::exchange(*given, true)) return {};
        return *bytes;
    };
}

ChangesetSource stored_changeset(const Database& db, std::int64_t seq) {
    auto entry = db.prepare("SELECT encoding, root FROM history WHERE seq=?");
    entry.bind(1, seq);
    if (!entry.step()) throw Error("no_entry", "the history has no entry " + std::to_string(seq));
    const bool inverse = entry.text(0) == "inverse";
    if (inverse || entry.text(0) == "root") return {stored_bytes(db, entry.integer(1)), inverse};
    return {stored_bytes(db, seq), false};
}

void each_change(const ChangesetSource& source, bool values,
                 const std::function<void(const ChangeRow&)>& visit) {
    Pull pull{source.bytes, {}, {}};
    sqlite3_changeset_iter* raw = nullptr;
    int code = sqlite3changeset_start_v2_strm(&raw, &Pull::read, &pull,
                                              source.inverted ? SQLITE_CHANGESETSTART_INVERT : 0);
    if (pull.failure) std::rethrow_exception(pull.failure);
    check(nullptr, code, "changeset start");
    std::unique_ptr<sqlite3_changeset_iter, void (*)(sqlite3_changeset_iter*)> it(
        raw, [](sqlite3_changeset_iter* p) { sqlite3changeset_finalize(p); });
    ChangeRow row;
    while ((code = sqlite3changeset_next(raw)) == SQLITE_ROW) {
        const char* table = nullptr;
        int operation = 0, indirect = 0;
        check(nullptr, sqlite3changeset_op(raw, &table, &row.columns, &operation, &indirect), "changeset op");
        row.table = table;
        row.kind = operation == SQLITE_INSERT   ? ChangeKind::insert
                   : operation == SQLITE_DELETE ? ChangeKind::remove
                                                : ChangeKind::update;
        const auto get = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
        sqlite3_value* key = nullptr;  // the key is the first column of every tracked table
        get(raw, 0, &key);
        row.id = key ? sqlite3_value_int64(key) : 0;
        if (values) {
            const auto n = static_cast<std::size_t>(row.columns);
            row.before.assign(n, {});
            row.after.assign(n, {});
            row.has_before.assign(n, false);
            row.has_after.assign(n, false);
            for (std::size_t c = 0; c < n; ++c) {
                sqlite3_value* v = nullptr;
                if (operation != SQLITE_INSERT &&
                    sqlite3changeset_old(raw, static_cast<int>(c), &v) == SQLITE_OK && v) {
                    row.before[c] = value_of(v);
                    row.has_before[c] = true;
                }
                v = nullptr;
                if (operation != SQLITE_DELETE &&
                    sqlite3changeset_new(raw, static_cast<int>(c), &v) == SQLITE_OK && v) {
                    row.after[c] = value_of(v);
                    row.has_after[c] = true;
                }
            }
        }
        visit(row);
    }
    if (pull.failure) std::rethrow_exception(pull.failure);
    if (code != SQLITE_DONE) throw Error("damaged", "an entry of the history cannot be read; restore a copy");
}

std::vector<ApplyConflict> apply_inverse(Database& db, const ChangesetSource& source) {
    struct Context {
        std::vector<ApplyConflict> conflicts;
    } context;
    const auto on_conflict = [](void* c, int kind, sqlite3_changeset_iter* it) -> int {
        auto& found = static_cast<Context*>(c)->conflicts;
        ApplyConflict conflict;
        switch (kind) {
            case SQLITE_CHANGESET_DATA:
                conflict.kind = "changed";
                break;
            case SQLITE_CHANGESET_NOTFOUND:
                conflict.kind = "missing";
                break;
            case SQLITE_CHANGESET_CONFLICT:
                conflict.kind = "exists";
                break;
            case SQLITE_CHANGESET_CONSTRAINT:
                conflict.kind = "constraint";
                break;
            default:
                conflict.kind = "children";
                break;
        }
        if (kind != SQLITE_CHANGESET_FOREIGN_KEY) {
            const char* table = nullptr;
            int columns = 0, operation = 0, indirect = 0;
            sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
            conflict.table = table ? table : "";
            sqlite3_value* key = nullptr;
            (operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old)(it, 0, &key);
            if (key) conflict.id = sqlite3_value_int64(key);
        }
        found.push_back(std::move(conflict));
        // Leave the change out and go on, to name them all; the caller rolls everything back.
        return found.size() >= 20 ? SQLITE_CHANGESET_ABORT : SQLITE_CHANGESET_OMIT;
    };
    Pull pull{source.bytes, {}, {}};
    const int code = sqlite3changeset_apply_v2_strm(
        db.handle(), &Pull::read, &pull, nullptr, on_conflict, &context, nullptr, nullptr,
        SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (source.inverted ? 0 : SQLITE_CHANGESETAPPLY_INVERT));
    if (pull.failure) std::rethrow_exception(pull.failure);
    if (code != SQLITE_OK && context.conflicts.empty()) throw_sqlite(db.handle(), code, "undo");
    return context.conflicts;
}

}  // namespace liangdi::store
