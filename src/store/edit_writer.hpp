#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "land/edit.hpp"
#include "land/table_shape.hpp"
#include "store/database.hpp"
#include "store/id_block.hpp"

namespace liangdi::store {

/// Carries the changes of one Edit out on a connection, inside the caller's transaction and session.
/// Table and column names are checked against the town's shape: nothing else ever reaches the SQL text.
class EditWriter {
  public:
    EditWriter(Database& db, const land::TownShape& shape, IdBlock& ids);

    void write(const land::Change& change);

    std::int64_t changes() const { return changes_; }
    /// Rows that existed before and were updated or deleted.
    const std::set<std::pair<std::string, std::int64_t>>& touched() const { return touched_; }

  private:
    void insert(const land::Insert& change);
    void update(const land::Update& change);
    void remove(const land::Delete& change);
    const land::TableShape& table(const std::string& name) const;
    Statement& statement(const std::string& key, const std::function<std::string()>& sql);
    land::Value resolved(const land::Value& value);
    std::int64_t row_id(const land::Value& id, const std::string& table_name);
    [[noreturn]] void fail_conflict(const std::string& table_name, std::int64_t id,
                                    const std::vector<land::CellChange>& cells) const;

    Database& db_;
    const land::TownShape& shape_;
    IdBlock& ids_;
    std::int64_t changes_ = 0;
    std::map<std::string, Statement, std::less<>> statements_;
    std::set<std::pair<std::string, std::int64_t>> touched_;
};

}  // namespace liangdi::store
