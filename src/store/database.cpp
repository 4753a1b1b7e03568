#include "store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <spatialite.h>  // after sqlite3.h, whose types it uses

#include <utility>

#include "geo/error.hpp"
#include "land/name_order.hpp"
#include "store/file_place.hpp"

namespace liangdi::store {

namespace {
constexpr int busy_timeout_ms = 5000;  // design/changesets.md, Store::apply 2
}

void throw_sqlite(sqlite3* db, int code, std::string_view doing) {
    const char* name = db ? sqlite3_db_filename(db, "main") : nullptr;
    const std::string where = name ? name : "";
    const std::string detail = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error("busy",
                        "another program is writing to this town file just now; nothing was changed here. "
                        "Try again in a moment, your edit is kept",
                        where);
        case SQLITE_FULL:
            throw Error("disk_full", "the disk is full; nothing was changed. Free some space and try again",
                        where);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:  // its journal or -shm cannot be made beside it
            throw Error("read_only", "the file or its folder cannot be written to", where);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw Error("damaged", fmt::format("the file is damaged or no town file ({})", detail), where);
        case SQLITE_CONSTRAINT:
            throw Error("constraint", fmt::format("the file does not allow this: {} ({})", detail, doing),
                        where);
        default:
            throw Error("sqlite", fmt::format("{} ({})", detail, doing), where);
    }
}

std::string sql_name(std::string_view identifier) {
    std::string out = "\"";
    for (char c : identifier) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

Statement::Statement(sqlite3* db, std::string_view sql) {
    const int code = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
    if (code != SQLITE_OK) throw_sqlite(db, code, sql);
}
Statement::~Statement() {
    sqlite3_finalize(statement_);
}
Statement::Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    return *this;
}

namespace {
void check_bind(sqlite3_stmt* statement, int code) {
    if (code != SQLITE_OK) throw_sqlite(sqlite3_db_handle(statement), code, sqlite3_sql(statement));
}
}  // namespace

Statement& Statement::bind(int index, std::int64_t value) {
    check_bind(statement_, sqlite3_bind_int64(statement_, index, value));
    return *this;
}
Statement& Statement::bind(int index, double value) {
    check_bind(statement_, sqlite3_bind_double(statement_, index, value));
    return *this;
}
namespace {
// An empty view may have no address; SQLite would bind NULL for it.
int bind_text(sqlite3_stmt* to, int index, std::string_view text, sqlite3_destructor_type copy_or_not) {
    return sqlite3_bind_text64(to, index, text.data() ? text.data() : "", text.size(), copy_or_not,
                               SQLITE_UTF8);
}
int bind_blob(sqlite3_stmt* to, int index, geo::ByteView blob, sqlite3_destructor_type copy_or_not) {
    const void* data = blob.data() ? static_cast<const void*>(blob.data()) : "";
    return sqlite3_bind_blob64(to, index, data, blob.size(), copy_or_not);
}
}  // namespace

Statement& Statement::bind(int index, std::string_view text) {
    check_bind(statement_, bind_text(statement_, index, text, SQLITE_TRANSIENT));
    return *this;
}
Statement& Statement::bind(int index, geo::ByteView blob) {
    check_bind(statement_, bind_blob(statement_, index, blob, SQLITE_TRANSIENT));
    return *this;
}
Statement& Statement::bind_null(int index) {
    check_bind(statement_, sqlite3_bind_null(statement_, index));
    return *this;
}
Statement& Statement::bind(int index, const land::Value& value) {
    struct Visitor {
        Statement& self;
        int index;
        void operator()(land::Null) const { self.bind_null(index); }
        void operator()(std::int64_t v) const { self.bind(index, v); }
        void operator()(double v) const { self.bind(index, v); }
        void operator()(const std::string& v) const { self.bind(index, v); }
        void operator()(const land::Bytes& v) const { self.bind(index, geo::ByteView(v)); }
        void operator()(land::NewId) const {
            throw Error("bad_edit", "a new row's number was used outside of its edit");
        }
    };
    std::visit(Visitor{*this, index}, value);
    return *this;
}

Statement& Statement::bind_kept(int index, std::string_view text) {
    check_bind(statement_, bind_text(statement_, index, text, SQLITE_STATIC));
    return *this;
}
Statement& Statement::bind_kept(int index, geo::ByteView blob) {
    check_bind(statement_, bind_blob(statement_, index, blob, SQLITE_STATIC));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* db = sqlite3_db_handle(statement_);
    const std::string sql = sqlite3_sql(statement_);
    sqlite3_reset(statement_);
    throw_sqlite(db, code, sql);
}
void Statement::run() {
    while (step()) {
    }
    reset();
}
void Statement::reset() {
    sqlite3_reset(statement_);
}

int Statement::column_count() const {
    return sqlite3_column_count(statement_);
}
std::string_view Statement::column_name(int column) const {
    return sqlite3_column_name(statement_, column);
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}
std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                : std::string_view();
}
geo::ByteView Statement::blob(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
land::Value Statement::value(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_FLOAT:
            return real(column);
        case SQLITE_TEXT:
            return std::string(text(column));
        case SQLITE_BLOB: {
            const auto view = blob(column);
            return land::Bytes(view.begin(), view.end());
        }
        default:
            return {};
    }
}

struct Database::Impl {
    Place place;  // keeps a copied file alive as long as the connection
    sqlite3* db = nullptr;
    void* spatialite = nullptr;
    std::recursive_mutex turn;

    ~Impl() {
        sqlite3_close(db);
        if (spatialite) spatialite_cleanup_ex(spatialite);
    }
};

namespace {

/// The order of names, for queries only: a schema that used it could not be read by other programs.
int by_name(void*, int a_bytes, const void* a, int b_bytes, const void* b) {
    return land::compare_names({static_cast<const char*>(a), static_cast<std::size_t>(a_bytes)},
                               {static_cast<const char*>(b), static_cast<std::size_t>(b_bytes)});
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access) : impl_(std::make_unique<Impl>()) {
    if (access == Access::derived) {
        impl_->place.uri = file.string();
    } else {
        impl_->place = place_for(file, access == Access::write);
    }
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                      (access == Access::derived ? 0 : SQLITE_OPEN_URI) |
                      (access == Access::read ? 0 : SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2(impl_->place.uri.c_str(), &impl_->db, flags, nullptr);
    if (code != SQLITE_OK) throw_sqlite(impl_->db, code, "open");
    sqlite3_extended_result_codes(impl_->db, 1);
    sqlite3_busy_timeout(impl_->db, busy_timeout_ms);
    sqlite3_create_collation(impl_->db, "names", SQLITE_UTF8, nullptr, by_name);
    // A town file comes from outside: its schema must not be able to run anything but plain functions.
    sqlite3_db_config(impl_->db, SQLITE_DBCONFIG_DEFENSIVE, access == Access::read ? 1 : 0, nullptr);
    if (access == Access::write) {
        impl_->spatialite = spatialite_alloc_connection();
        spatialite_init_ex(impl_->db, impl_->spatialite, 0);
        // Random index pages of a large import must not leave the cache and come back through the WAL.
        // temp_store stays on disk: SQLite walks an in-memory statement journal from its start at every
        // statement, which made the undo of 100 000 rows take hours. Nothing in it is more readable than in
        // the file itself.
        run("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL; PRAGMA "
            "cache_size=-262144");
    } else if (access == Access::derived) {
        run("PRAGMA synchronous=OFF; PRAGMA trusted_schema=OFF");
    } else {
        run("PRAGMA query_only=1; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
    }
}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

std::unique_lock<std::recursive_mutex> Database::turn() const {
    return std::unique_lock(impl_->turn);
}
sqlite3* Database::handle() const {
    return impl_->db;
}

void Database::run(std::string_view sql) {
    const std::string copy(sql);
    const int code = sqlite3_exec(impl_->db, copy.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite(impl_->db, code, sql.substr(0, 200));
}
Statement Database::prepare(std::string_view sql) const {
    return {impl_->db, sql};
}
std::int64_t Database::integer(std::string_view sql) const {
    auto statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}
std::string Database::text(std::string_view sql) const {
    auto statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}
std::int64_t Database::changes() const {
    return sqlite3_changes64(impl_->db);
}
std::int64_t Database::data_version() const {
    return integer("PRAGMA data_version");
}

Transaction::Transaction(Database& db) : db_(db) {
    db_.run("BEGIN IMMEDIATE");
}
Transaction::~Transaction() {
    // SQLite may have rolled back by itself (disk full, I/O error).
    if (open_ && sqlite3_get_autocommit(db_.handle()) == 0) {
        sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}
void Transaction::commit() {
    db_.run("COMMIT");
    open_ = false;
}

}  // namespace liangdi::store
