#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "land/value.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// Writes the changeset of plain INSERTs as they are made, in the form that sqlite3session_changeset() gives
/// (SQLite's ext/session/sqlite3session.c, "CHANGESET BLOB FORMAT"), so that a large import need not read
/// every row again. Rows of a table are gathered into blocks, because applying a changeset prepares anew at
/// each block.
class InsertChangeset {
  public:
    /// Takes a whole block and gives memory for the next one.
    using Take = std::function<geo::Bytes(geo::Bytes&&)>;
    explicit InsertChangeset(Take take) : take_(std::move(take)) {}

    class Table {
      public:
        Table(const std::string& name, int columns);
        /// Begins a row; then one value for each column in the table's order.
        void begin_row();
        void add(const land::Value& value);

      private:
        friend class InsertChangeset;
        std::size_t header_ = 0;
        geo::Bytes bytes_;
    };
    /// The key is the table's first column, alone.
    Table& table(const std::string& name, int columns);
    /// Hands full blocks on; call it between rows.
    void spill(Table& table);
    void finish();

  private:
    void hand_on(Table& table);
    Take take_;
    std::map<std::string, Table> tables_;
};

}  // namespace liangdi::store
