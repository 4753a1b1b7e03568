#pragma once

#include <string>
#include <vector>

#include "exchange/cell_conversion.hpp"
#include "exchange/field_mapping.hpp"
#include "exchange/reader.hpp"
#include "land/table_shape.hpp"

/// A FieldMapping held against a town and a source: every name resolved once, before the first row.
namespace liangdi::exchange {

struct BoundField {
    const FieldRule* rule = nullptr;
    std::size_t source = 0;                     ///< index of the source's column
    const land::TableShape* table = nullptr;    ///< where the column lives; null where sealed
    const land::ColumnShape* column = nullptr;  ///< null where sealed
    const land::ColumnShape* second = nullptr;  ///< share_den for a share, else null
    std::string find_table, find_column;
    ReadAs as = ReadAs::text;
    bool rounded = false;  ///< the source's long numbers have lost what comes after the 15th digit
    bool sealed() const { return column == nullptr; }
};

struct BoundColumn {
    const land::TableShape* table = nullptr;
    const land::ColumnShape* column = nullptr;
};

struct BoundCell {
    const land::TableShape* table = nullptr;
    const land::ColumnShape* column = nullptr;
    land::Value value;
};

/// A main row or a child row.
struct BoundRow {
    const land::TableShape* table = nullptr;
    const land::TableShape* base = nullptr;  ///< table that `table` extends, null where none
    std::vector<BoundField> fields;
    std::vector<BoundCell> constants;
    std::vector<std::string> key;
    std::string parent;                 ///< child rows only
    std::vector<BoundColumn> required;  ///< columns that the source must fill

    /// The table of the two that has the column; null where neither.
    const land::TableShape* owner(const std::string& column) const;
};

struct BoundMapping {
    BoundRow main;
    std::vector<BoundRow> children;
    bool geometry = false;
    bool measures_area = false;  ///< a parcel: its measured area goes with its geometry
    bool into_sealed = false;    ///< the target is the table of sealed records itself
    bool seals() const;
};

/// Throws Error{bad_mapping} for a table, column, choice or source column that does not exist, with what
/// there is. `mapping`, `town` must outlive the result.
BoundMapping bind_mapping(const FieldMapping& mapping, const land::TownShape& town, const SourceLayer& layer,
                          const std::string& where);

}  // namespace liangdi::exchange
