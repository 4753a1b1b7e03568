#pragma once

#include <cstdint>

#include "geo/spatialite_blob.hpp"

namespace liangdi::store {

/// Follows a changeset's bytes on their way into SQLite, whose own reader (3.40) runs for ever or past the
/// end of its buffer on some that were cut or altered. Format: "Changeset format" in sqlite3session.c.
class ChangesetSyntax {
  public:
    /// Throws Error{damaged} at the first byte that no changeset has there.
    void take(geo::ByteView piece);
    /// Throws Error{damaged} where the bytes end in the middle of a change.
    void end() const;

  private:
    enum class At { item, columns, keys, name, indirect, type, length, content };
    void take(std::uint8_t byte);
    void next_value();

    At at_ = At::item;
    std::uint64_t number_ = 0;  ///< a varint under way
    int digits_ = 0;
    int columns_ = 0;         ///< of the current table; 0 before the first
    std::uint64_t left_ = 0;  ///< bytes to pass over, or values to come in this change
    int values_left_ = 0;
    bool may_be_undefined_ = false;  ///< in an update, values that stay
};

}  // namespace liangdi::store
