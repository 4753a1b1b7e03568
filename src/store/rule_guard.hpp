#pragma once

#include <set>
#include <string>
#include <string_view>

#include "land/table_shape.hpp"

struct sqlite3;

namespace liangdi::store {

/// While it lives, statements prepared on the connection may only read the town's clear tables and call
/// functions that compute: SQLite asks it about every table, function and command (sqlite3_set_authorizer).
/// Not readable: sealed records, keys, the history, the schema itself.
class RuleGuard {
  public:
    RuleGuard(sqlite3* db, const land::TownShape& shape);
    ~RuleGuard();
    RuleGuard(const RuleGuard&) = delete;
    RuleGuard& operator=(const RuleGuard&) = delete;

    /// What was refused last, in words ("it would delete from parcel"), and the word in the SQL that it is
    /// about; both empty where nothing was.
    const std::string& refused() const { return refused_; }
    const std::string& word() const { return word_; }
    void forget() { refused_.clear(), word_.clear(); }

  private:
    static int ask(void* self, int action, const char* first, const char* second, const char*, const char*);
    int decide(int action, std::string_view first, std::string_view second);
    int refuse(std::string why, std::string_view word);
    bool readable(std::string_view table) const;
    bool in_schema(std::string_view table) const;

    sqlite3* db_;
    const land::TownShape& shape_;
    std::set<std::string> schema_;  ///< names of tables and views
    std::string refused_, word_;
};

/// Whether a rule may call this SQL function: it computes from its arguments alone, keeps no state and
/// touches no file.
bool is_computing_function(std::string_view name);

/// Whether a rule may name this table in its result and read it.
bool is_rule_table(const land::TownShape& shape, std::string_view name);

}  // namespace liangdi::store
