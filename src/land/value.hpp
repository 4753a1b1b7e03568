#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "geo/spatialite_blob.hpp"

namespace liangdi::land {

/// The id of a row that an Edit creates, before Store::apply gives the real one: 1, 2, 3 … within the Edit.
struct NewId {
    std::int64_t n = 0;
    friend bool operator==(const NewId&, const NewId&) = default;
};

using Null = std::monostate;
using geo::Bytes;

/// A cell of a table. Geometry travels as a SpatiaLite blob (geo::to_spatialite_blob).
using Value = std::variant<Null, std::int64_t, double, std::string, Bytes, NewId>;

inline bool is_null(const Value& v) {
    return std::holds_alternative<Null>(v);
}
inline Value text_or_null(std::string s) {
    return s.empty() ? Value{} : Value{std::move(s)};
}

/// For messages and findings: text as it is, numbers in full, blobs as "<n bytes>".
std::string to_display(const Value& v);

}  // namespace liangdi::land
