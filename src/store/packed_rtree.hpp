#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// A row of a spatial index: id and box in single precision, rounded outward as SQLite's R*Tree does.
struct IndexedBox {
    std::int64_t id = 0;
    float min_x = 0, max_x = 0, min_y = 0, max_y = 0;
};
IndexedBox indexed(std::int64_t id, const geo::Box& box);

/// Adds rows to the R*Tree of `table`, inside the caller's transaction and with its triggers off. Few rows go
/// in one by one; many are packed together with those that are there into full nodes along a Hilbert curve,
/// written straight into the R*Tree's own tables (0.7 s instead of 10.5 s for a million: design/speed.md).
void add_to_rtree(Database& db, const std::string& table, std::vector<IndexedBox> added);

/// Takes the rows with these ids out, in the same two ways.
void remove_from_rtree(Database& db, const std::string& table, std::int64_t first_id, std::int64_t last_id);

/// Replaces the whole R*Tree by a packed one of these rows.
void write_packed_rtree(Database& db, const std::string& table, std::vector<IndexedBox> rows);

}  // namespace liangdi::store
