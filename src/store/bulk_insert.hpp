#pragma once

#include <optional>
#include <vector>

#include "store/row_writer.hpp"

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
/// spatial indexes packed and the references checked at the end, the changeset written along the way. Rows
/// are encoded and then written; the two may be on two threads. Inside the caller's transaction, before which
/// nothing in it was written; finish() before anything else is.
class BulkInsert {
  public:
    BulkInsert(Database& db, const land::TownShape& shape, IdBlock& ids,
               InsertChangeset::Take take_changeset);
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    RowEncoder& encoder() { return encoder_; }
    void write(const RowBlock& block) { writer_.write(block); }
    /// False: there are rows now that point to nothing, and the caller must roll back.
    [[nodiscard]] bool finish();
    std::int64_t changes() const { return writer_.changes(); }

  private:
    Database& db_;
    std::optional<ChecksOff> checks_off_;
    const std::vector<RowLayout> layouts_;
    RowEncoder encoder_;
    RowWriter writer_;
};

}  // namespace liangdi::store
