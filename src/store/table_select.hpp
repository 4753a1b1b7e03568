#pragma once

#include <string>
#include <vector>

#include "land/row_source.hpp"

namespace liangdi::store {

/// How a table is read with its references as people know them: columns, and the SQL for them. Exports and
/// the window's tables both read so.
struct TableSelect {
    struct Reference {
        std::size_t column = 0;  ///< in columns
        std::string table, code;
    };
    std::vector<land::RowColumn> columns;  ///< of the table that this one extends first; no ids, no geometry
    std::vector<std::string> raw, given;   ///< SQL of each column: as stored, as given away
    std::vector<std::string> words;        ///< of a reference: what people call its row; else empty
    std::vector<Reference> references;
    std::string from;   ///< "parcel t": the rows; the table that it extends as b
    std::string joins;  ///< what `given` needs besides, each joined by its key
    std::string where;  ///< empty, or " WHERE …": without rows that a table that extends this one holds

    std::string all_from() const { return from + joins + where; }
};

/// Throws Error{no_column} where a reference leads to rows that have no code.
TableSelect table_select(const land::TownShape& town, const land::TableShape& table);

}  // namespace liangdi::store
