#pragma once

#include <span>
#include <string>
#include <vector>

#include "land/cell_text.hpp"
#include "store/row_names.hpp"
#include "store/table_pages.hpp"
#include "tasks/project.hpp"

/// The town's tables as lists: which there are, their rows in an order, the cells of those that are seen.
namespace liangdi::tasks {

/// How people call them: as an export names them, and in plain English.
struct Caption {
    std::string zh, en;
};
Caption table_caption(const std::string& table);
/// `base`: the table that this one extends; empty for none.
Caption column_caption(const std::string& table, const std::string& base, const std::string& column);

struct TableColumn {
    land::ColumnShape shape;
    Caption caption;
    std::string find;       ///< of a reference: table and column by which its row is known
    std::string read_only;  ///< why its cells are not typed over; empty: they are
    bool sealed = false;    ///< its cells are never shown here
    bool is_number() const {
        return shape.references.empty() &&
               (shape.type == land::ColumnType::integer || shape.type == land::ColumnType::real);
    }
};
struct TownTable {
    std::string name;
    std::vector<TableColumn> columns;  ///< of the table that it extends first
};
/// Those that people work with, in the order of the town file.
std::vector<TownTable> town_tables(Project& project);

/// Ids of all rows in this order. Throws Error{no_table, no_column}, Cancelled.
using TableOrder = store::RowOrder;
std::vector<std::int64_t> table_ids(Project& project, const TableOrder& order, land::Progress& progress);

struct TableLine {
    std::int64_t id = 0;
    bool gone = false;               ///< somebody took the row out
    std::vector<std::string> cells;  ///< for people; choices and flags as the town file keeps them, of a
                                     ///< reference the code of its row
    std::vector<std::string> names;  ///< of references what people call the row; else empty
};
std::vector<TableLine> table_lines(Project& project, const TownTable& table,
                                   std::span<const std::int64_t> ids);

/// Rows that a reference may lead to, whose name or code holds the text; those that begin with it first.
using RowChoice = store::NamedRow;
std::vector<RowChoice> row_choices(Project& project, const std::string& table, const std::string& text,
                                   int most = 50);

}  // namespace liangdi::tasks
