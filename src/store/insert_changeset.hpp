#pragma once

#include <functional>
#include <map>
#include <string>

#include "land/value.hpp"

namespace liangdi::store {

/// Gathers the changeset of plain INSERTs as they are made, in the form that sqlite3session_changeset() gives
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
        /// Adds a row (RowBlock) and says where in the block it stands.
        std::size_t add(geo::ByteView row);
        geo::ByteView from(std::size_t place) const { return geo::ByteView(bytes_).subspan(place); }

      private:
        friend class InsertChangeset;
        std::size_t header_ = 0;
        geo::Bytes bytes_;
    };
    /// The key is the table's first column, alone.
    Table& table(const std::string& name, int columns);
    /// Hands the block on if it is full: then no row stands where it stood.
    void spill(Table& table);
    void finish();

  private:
    void hand_on(Table& table);
    Take take_;
    std::map<std::string, Table> tables_;
};

}  // namespace liangdi::store
