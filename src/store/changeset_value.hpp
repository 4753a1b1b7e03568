#pragma once

#include "land/value.hpp"

/// Values as a changeset holds them (SQLite's ext/session/sqlite3session.c, "RECORD FORMAT"): a byte for the
/// type, numbers in eight bytes big endian, text and blobs after their length.
namespace liangdi::store {

void put_varint(geo::Bytes& out, std::uint64_t value);

/// Not for a NewId: it has become a number before.
void put_value(geo::Bytes& out, const land::Value& value);

/// A value read back; text and blob lie in the bytes that it was read from.
struct ChangesetValue {
    int type = 0;  ///< SQLITE_INTEGER, _FLOAT, _TEXT, _BLOB or _NULL
    std::int64_t integer = 0;
    double real = 0;
    geo::ByteView run;
};
/// Takes the first value off `rest`, which put_value has written.
ChangesetValue take_value(geo::ByteView& rest);

}  // namespace liangdi::store
