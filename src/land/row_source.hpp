#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "land/table_shape.hpp"
#include "land/value.hpp"

namespace liangdi::land {

/// A column as an export gives it away.
struct RowColumn {
    ColumnShape shape;
    std::string find;  ///< of a reference: table and column by which its row is known, "flat.code"
};

/// One row; valid only during the call that receives it.
struct RowView {
    std::int64_t id = 0;
    geo::ByteView blob;            ///< SpatiaLite BLOB-Geometry, empty where the row has no shape
    std::span<const Value> cells;  ///< in the order of the columns; a reference as the text of its code
    std::span<const std::size_t>
        unclear;  ///< columns whose reference has no code, or one that other rows bear too
};

/// A table as rows to give away: an export reads it several times and gets the same rows in the same order,
/// smallest id first. The store implements it on a snapshot.
class RowSource {
  public:
    virtual ~RowSource() = default;
    virtual const TableShape& table() const = 0;
    /// Columns of the table that this one extends come first, without ids, geometry, and the kind that
    /// follows from the table itself. Of a blob column the cell is its length.
    virtual const std::vector<RowColumn>& columns() const = 0;
    virtual std::int64_t count() const = 0;
    /// Rows whose kind in the table that is extended is not this table's name. Their kind is not given away.
    virtual std::int64_t of_other_kind() const = 0;
    /// Whether no two rows are alike in these columns (indices; none: whether there is at most one row).
    virtual bool tells_apart(std::span<const std::size_t> columns) const = 0;
    /// Calls `visit` for each row until it returns false.
    virtual void each(const std::function<bool(const RowView&)>& visit) const = 0;
};

}  // namespace liangdi::land
