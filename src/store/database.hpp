#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "land/value.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// A thin value layer over SQLite's C API: every return code is checked, every error is an Error.
namespace liangdi::store {

class Statement {
  public:
    Statement(sqlite3* db, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    /// Parameters are numbered from 1. Text and blobs are copied.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, geo::ByteView blob);
    Statement& bind(int index, const land::Value& value);  ///< a NewId is an error here
    Statement& bind_null(int index);
    /// Without a copy: text and blob must live until the statement has run.
    Statement& bind_kept(int index, std::string_view text);
    Statement& bind_kept(int index, geo::ByteView blob);
    template <class... Values>
    Statement& bind_all(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    bool step();  ///< true: a row is there
    void run();   ///< steps to the end and resets
    void reset();

    /// Columns are numbered from 0. Views are valid until the next step or reset.
    int column_count() const;
    std::string_view column_name(int column) const;
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    geo::ByteView blob(int column) const;
    land::Value value(int column) const;

  private:
    sqlite3_stmt* statement_ = nullptr;
};

/// A column as a text of its own, which outlives the row.
inline std::string text_of(const Statement& row, int column) {
    return std::string(row.text(column));
}
/// A column that may be NULL.
inline std::optional<std::int64_t> number_of(const Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

/// One connection, used by one thread at a time.
class Database {
  public:
    enum class Access {
        read,   ///< opened read/write with query_only, so that nothing is left behind (design/changesets.md)
        write,  ///< with SpatiaLite's functions, which the R*Tree triggers need
        derived,  ///< no town file but one that can be made again from it: made where missing, never synced
    };
    Database(const std::filesystem::path& file, Access access);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    void run(std::string_view sql);  ///< one or several statements without results
    Statement prepare(std::string_view sql) const;
    std::int64_t integer(std::string_view sql) const;  ///< first column of the first row, 0 where none
    std::string text(std::string_view sql) const;
    std::int64_t changes() const;       ///< rows that the last INSERT, UPDATE or DELETE itself changed
    std::int64_t data_version() const;  ///< moves when another connection has written
    sqlite3* handle() const;
    /// For a connection that two threads use by turns: a lock on each of SQLite's calls would cost a
    /// thirtieth of an import.
    std::unique_lock<std::recursive_mutex> turn() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& db_;
    bool open_ = true;
};

/// Throws the Error that belongs to SQLite's last return code on this connection; "busy" for lock conflicts.
[[noreturn]] void throw_sqlite(sqlite3* db, int code, std::string_view doing);

/// A name as an SQL identifier: quoted, quotes doubled.
std::string sql_name(std::string_view identifier);

}  // namespace liangdi::store
