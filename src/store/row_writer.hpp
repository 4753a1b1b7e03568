#pragma once

#include <memory>
#include <vector>

#include "store/insert_changeset.hpp"
#include "store/packed_rtree.hpp"
#include "store/row_encoder.hpp"

namespace liangdi::store {

/// Writes encoded rows: prepared inserts of several rows at once, the changeset from the same bytes, the
/// spatial indexes packed at the end. Triggers must be off.
class RowWriter {
  public:
    /// The layouts must outlive it.
    RowWriter(Database& db, const std::vector<RowLayout>& layouts, InsertChangeset::Take take_changeset);
    ~RowWriter();
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    void write(const RowBlock& block);
    void finish();
    std::int64_t changes() const { return changes_; }

  private:
    struct Table;
    Table& table(std::size_t number);
    void write_batch(Table& table);

    Database& db_;
    const std::vector<RowLayout>& layouts_;
    InsertChangeset changeset_;
    std::vector<std::unique_ptr<Table>> tables_;  ///< by number; null where none of its rows came
    std::int64_t changes_ = 0;
};

}  // namespace liangdi::store
