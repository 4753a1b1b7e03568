#include "store/rule_run.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <spatialite.h>  // after sqlite3.h, whose types it uses

#include <algorithm>
#include <optional>

#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"
#include "store/rule_guard.hpp"
#include "store/rule_text.hpp"

namespace liangdi::store {

namespace {

constexpr int columns = 5;                  // table, id, severity, message, geometry
constexpr int steps_between_looks = 1'000;  // a step may take a text of megabytes

constexpr const char* too_much_memory = "it was stopped because it took too much memory";

/// SpatiaLite's memory belongs to the connection and is freed after it.
struct SpatialFunctions {
    void* cache = nullptr;
    ~SpatialFunctions() {
        if (cache) spatialite_cleanup_ex(cache);
    }
};

/// The connection's limits as they were, again at the end: it may be the writer's (network share).
class LimitsOf {
  public:
    explicit LimitsOf(sqlite3* db) : db_(db) {
        for (auto& [which, value] : values_) value = sqlite3_limit(db_, which, value);
    }
    ~LimitsOf() {
        for (const auto& [which, value] : values_) sqlite3_limit(db_, which, value);
    }
    LimitsOf(const LimitsOf&) = delete;
    LimitsOf& operator=(const LimitsOf&) = delete;

  private:
    sqlite3* db_;
    std::vector<std::pair<int, int>> values_{
        {SQLITE_LIMIT_LENGTH, 64 << 20}, {SQLITE_LIMIT_SQL_LENGTH, 256 << 10},
        {SQLITE_LIMIT_EXPR_DEPTH, 200},  {SQLITE_LIMIT_COMPOUND_SELECT, 50},
        {SQLITE_LIMIT_ATTACHED, 0},      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
        {SQLITE_LIMIT_WORKER_THREADS, 0}};
};

/// The writer's connection, which others wait for, only reads meanwhile.
class OnlyReading {
  public:
    explicit OnlyReading(sqlite3* db) : db_(db) {
        sqlite3_exec(db_, "PRAGMA query_only=1", nullptr, nullptr, nullptr);
    }
    ~OnlyReading() { sqlite3_exec(db_, "PRAGMA query_only=0", nullptr, nullptr, nullptr); }
    OnlyReading(const OnlyReading&) = delete;
    OnlyReading& operator=(const OnlyReading&) = delete;

  private:
    sqlite3* db_;
};

struct Watch {
    const RuleLimits& limits;
    land::Progress& progress;
    std::int64_t steps = 0, memory_before = sqlite3_memory_used();
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
    std::string stopped = {};  ///< why

    /// Called by SQLite every so many steps; not 0 stops the statement.
    static int look(void* self) {
        auto& watch = *static_cast<Watch*>(self);
        watch.steps += steps_between_looks;
        if (watch.progress.stop_requested()) return 1;
        if (watch.steps > watch.limits.steps)
            watch.stopped = "it does not come to an end: it was stopped after too many steps";
        else if (std::chrono::steady_clock::now() - watch.begun > watch.limits.time)
            watch.stopped = "it was stopped because it took too long";
        else if (sqlite3_memory_used() - watch.memory_before > watch.limits.memory_bytes)
            watch.stopped = too_much_memory;
        return watch.stopped.empty() ? 0 : 1;
    }
};

class Watching {
  public:
    Watching(sqlite3* db, Watch& watch) : db_(db) {
        sqlite3_progress_handler(db_, steps_between_looks, &Watch::look, &watch);
    }
    ~Watching() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

  private:
    sqlite3* db_;
};

/// What a rule takes between two looks is bounded as well. The bound is of the whole program, hence twice as
/// high and only while a rule runs.
class HeapBound {
  public:
    explicit HeapBound(std::int64_t bytes)
        : before_(sqlite3_hard_heap_limit64(sqlite3_memory_used() + 2 * bytes)) {}
    ~HeapBound() { sqlite3_hard_heap_limit64(before_); }
    HeapBound(const HeapBound&) = delete;
    HeapBound& operator=(const HeapBound&) = delete;

  private:
    sqlite3_int64 before_;
};

[[noreturn]] void refuse(const land::CheckRule& rule, std::size_t line, std::string why) {
    throw Error("bad_rule", std::move(why), fmt::format("{}:{}", rule.file, line));
}

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;

}  // namespace

struct RuleSession::Impl {
    const Snapshot& town;
    RuleLimits limits;
    SpatialFunctions functions;   // dies after the connection
    std::optional<Database> own;  // none where the snapshot's connection is the writer's
    sqlite3* db = nullptr;
    std::optional<OnlyReading> only_reading;
    std::optional<LimitsOf> limited;
    std::optional<RuleGuard> guard;  // goes first, before the others put the connection back

    Impl(const Snapshot& snapshot, const RuleLimits& rule_limits) : town(snapshot), limits(rule_limits) {
        // A program may have told SQLite not to count (SQLITE_CONFIG_MEMSTATUS); a hostile rule would then
        // fill the memory.
        if (sqlite3_memory_used() == 0)
            throw Error("sqlite", "SQLite does not count its memory here, so no rule is run");
        if (sqlite3_stmt* test = nullptr;
            sqlite3_prepare_v2(town.db().handle(), "SELECT spatialite_version()", -1, &test, nullptr) ==
            SQLITE_OK) {
            sqlite3_finalize(test);
            db = town.db().handle();
            only_reading.emplace(db);
        } else {
            own.emplace(sqlite3_db_filename(town.db().handle(), "main"), Database::Access::read);
            db = own->handle();
            functions.cache = spatialite_alloc_connection();
            spatialite_init_ex(db, functions.cache, 0);
            spatialite_set_silent_mode(
                functions.cache);  // what GEOS says of invalid shapes is the rules' word
            exec("PRAGMA cache_size=-65536; BEGIN");
        }
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
        // An R*Tree prepares statements that write when it is first named; the guard would refuse them.
        for (const auto& table : town.shape())
            if (table.geometry != geo::GeometryKind::none && is_rule_table(town.shape(), table.name))
                exec(fmt::format("SELECT pkid FROM {} LIMIT 0", sql_name("idx_" + table.name + "_geometry")));
        limited.emplace(db);
        guard.emplace(db, town.shape());
    }
    void exec(const std::string& sql) const {
        const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) throw_sqlite(db, code, sql);
    }

    Prepared prepare(const land::CheckRule& rule);
    void check_parameters(const land::CheckRule& rule, sqlite3_stmt* statement) const;
    land::Finding finding(const land::CheckRule& rule, sqlite3_stmt* row, std::int64_t number) const;
};

Prepared RuleSession::Impl::prepare(const land::CheckRule& rule) {
    guard->forget();
    const std::size_t begin = begin_of_statement(rule.sql, 0);
    if (begin == rule.sql.size()) refuse(rule, 1, "the rule has no SELECT");
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v2(db, rule.sql.c_str(), static_cast<int>(rule.sql.size()) + 1, &raw, &tail);
    Prepared statement(raw);
    if (!guard->refused().empty())
        refuse(rule, line_of(rule.sql, find_word(rule.sql, begin, guard->word())), guard->refused());
    if (code != SQLITE_OK) {
        const int offset = sqlite3_error_offset(db);
        refuse(rule, line_of(rule.sql, offset >= 0 ? static_cast<std::size_t>(offset) : begin),
               fmt::format("SQLite does not take it: {}", sqlite3_errmsg(db)));
    }
    if (!statement) refuse(rule, line_of(rule.sql, begin), "the rule has no SELECT");
    const auto rest = begin_of_statement(rule.sql, static_cast<std::size_t>(tail - rule.sql.c_str()));
    if (rest < rule.sql.size())
        refuse(rule, line_of(rule.sql, rest), "a second statement stands here; a rule is one SELECT");
    if (sqlite3_stmt_isexplain(raw) != 0 || sqlite3_stmt_readonly(raw) == 0)
        refuse(rule, line_of(rule.sql, begin), "a rule is one SELECT");
    if (sqlite3_column_count(raw) != columns)
        refuse(rule, line_of(rule.sql, begin),
               fmt::format("it returns {} columns; a rule returns table, id, severity, message, geometry",
                           sqlite3_column_count(raw)));
    check_parameters(rule, raw);
    return statement;
}

void RuleSession::Impl::check_parameters(const land::CheckRule& rule, sqlite3_stmt* statement) const {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement, i);
        if (name && std::string_view(name) == ":date") continue;
        refuse(rule, line_of(rule.sql, find_word(rule.sql, 0, name ? name : "?")),
               fmt::format("the parameter {} is not known; a rule has :date", name ? name : "?"));
    }
}

land::Finding RuleSession::Impl::finding(const land::CheckRule& rule, sqlite3_stmt* row,
                                         std::int64_t number) const {
    const auto text = [&](int column) {
        const auto* chars = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        return chars ? std::string_view(chars, static_cast<std::size_t>(sqlite3_column_bytes(row, column)))
                     : std::string_view();
    };
    const auto no_finding = [&](const std::string& why) {
        refuse(rule, line_of(rule.sql, begin_of_statement(rule.sql, 0)),
               fmt::format("row {} of its result is no finding: {}", number, why));
    };
    land::Finding out;
    out.severity = rule.severity;
    out.rule = "check." + rule.name;
    out.table = text(0);
    if (!is_rule_table(town.shape(), out.table))
        no_finding(fmt::format("'{}' is no table of the town", one_short_line(text(0), 60)));
    if (const int type = sqlite3_column_type(row, 1); type != SQLITE_INTEGER && type != SQLITE_NULL)
        no_finding("its id is no whole number");
    out.id = sqlite3_column_int64(row, 1);
    if (const auto word = text(2); !word.empty() && !land::severity_of(word, out.severity))
        no_finding(
            fmt::format("the severity '{}' is none of note, warning and error", one_short_line(word, 60)));
    if (sqlite3_column_type(row, 3) != SQLITE_TEXT && sqlite3_column_type(row, 3) != SQLITE_NULL)
        no_finding("its message is no text");
    out.reason = one_short_line(text(3), 400);
    if (const int type = sqlite3_column_type(row, 4); type == SQLITE_BLOB) {
        const geo::ByteView blob(static_cast<const std::byte*>(sqlite3_column_blob(row, 4)),
                                 static_cast<std::size_t>(sqlite3_column_bytes(row, 4)));
        const auto box = geo::box_of_spatialite_blob(blob);
        if (!box) no_finding("its geometry is none");
        if (box && !box->empty()) out.at = box->centre();
    } else if (type != SQLITE_NULL) {
        no_finding("its geometry is none");
    }
    return out;
}

RuleSession::RuleSession(const Snapshot& town, const RuleLimits& limits)
    : impl_(std::make_unique<Impl>(town, limits)) {}
RuleSession::~RuleSession() = default;

void RuleSession::compile(const land::CheckRule& rule) {
    impl_->prepare(rule);
}

RuleResult RuleSession::run(const land::CheckRule& rule, const std::string& date, land::Progress& progress) {
    const Prepared statement = impl_->prepare(rule);
    if (sqlite3_bind_parameter_count(statement.get()) > 0)
        sqlite3_bind_text(statement.get(), 1, date.c_str(), static_cast<int>(date.size()), SQLITE_TRANSIENT);
    Watch watch{impl_->limits, progress};
    const Watching watching(impl_->db, watch);
    const HeapBound bound(impl_->limits.memory_bytes);
    RuleResult out;
    for (;;) {
        const int code = sqlite3_step(statement.get());
        if (code == SQLITE_DONE) return out;
        const std::size_t line = line_of(rule.sql, begin_of_statement(rule.sql, 0));
        if (code == SQLITE_ROW) {
            if (progress.stop_requested()) throw Cancelled{};
            land::Finding found = impl_->finding(rule, statement.get(), ++out.count);
            if (out.count <= impl_->limits.kept) out.findings.push_back(std::move(found));
            continue;
        }
        if (progress.stop_requested()) throw Cancelled{};
        if (!watch.stopped.empty()) refuse(rule, line, watch.stopped);
        if (!impl_->guard->refused().empty()) refuse(rule, line, impl_->guard->refused());
        if ((code & 0xFF) == SQLITE_NOMEM) refuse(rule, line, too_much_memory);
        refuse(rule, line, fmt::format("SQLite stopped it: {}", sqlite3_errmsg(impl_->db)));
    }
}

}  // namespace liangdi::store
