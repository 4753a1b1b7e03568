#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "land/edit.hpp"
#include "land/table_shape.hpp"
#include "store/id_block.hpp"
#include "store/insert_changeset.hpp"
#include "store/packed_rtree.hpp"
#include "store/reference_check.hpp"

namespace liangdi::store {

/// While it lives the connection fires no triggers and checks no foreign keys: who holds it sees to both.
class ChecksOff {
  public:
    explicit ChecksOff(Database& db);
    ~ChecksOff();
    ChecksOff(const ChecksOff&) = delete;
    ChecksOff& operator=(const ChecksOff&) = delete;

  private:
    Database& db_;
};

/// The fast path for the rows that an import adds: prepared inserts with triggers and foreign keys off, the
/// spatial indexes packed and the references checked at the end, the changeset written along the way. What
/// the triggers would have checked (kind and SRID of a geometry) is checked here. Inside the caller's
/// transaction, before which nothing in it was written; finish() before anything else is.
class BulkInsert {
  public:
    BulkInsert(Database& db, const land::TownShape& shape, IdBlock& ids,
               InsertChangeset::Take take_changeset);
    ~BulkInsert();  ///< without finish() the caller rolls back
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    void insert(land::Insert&& row);
    void restore(land::Insert&& row);  ///< a row that was there before, with its own id
    /// False: there are rows now that point to nothing, and the caller must roll back.
    [[nodiscard]] bool finish();
    std::int64_t changes() const { return changes_; }

  private:
    struct Column;
    struct Plan;
    void write(land::Insert&& row, std::int64_t id);
    void write_batch(Plan& plan);
    Plan& plan_for(const land::Insert& row);
    void settle(const Column& column, land::Value& value);
    void check_geometry(const Plan& plan, geo::ByteView blob) const;

    Database& db_;
    std::optional<ChecksOff> checks_off_;
    const land::TownShape& shape_;
    IdBlock& ids_;
    InsertChangeset changeset_;
    std::vector<std::unique_ptr<Plan>> plans_;  ///< those in use stand near the front
    std::map<std::string, std::vector<IndexedBox>> boxes_;
    ReferenceCheck references_;
    std::int64_t changes_ = 0;
};

}  // namespace liangdi::store
