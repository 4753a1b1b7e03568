#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "land/progress.hpp"
#include "store/snapshot.hpp"

/// What people call a row that another one refers to: by its name, of families and persons with the code as
/// well, since names repeat; by its code where it has no name.
namespace liangdi::store {

/// Where a table's rows have code and name: in itself or in the table that it extends.
struct RowName {
    std::string table;  ///< that holds both; the id is the same
    std::string code;   ///< column
    /// SQL of the words, of the row that goes by this alias.
    std::string words(const std::string& alias) const;
    bool by_names = false, with_code = false, of_village = false;
};
/// Throws Error{no_column} where its rows have no code to be known by.
RowName row_name(const land::TownShape& town, const land::TableShape& table);

struct NamedRow {
    std::int64_t id = 0;
    std::string code, words;
};
/// Rows whose words or code hold the text, those that begin with it first; all where there is no text. At
/// most `most`.
std::vector<NamedRow> rows_called(const Snapshot& town, const std::string& table, const std::string& text,
                                  int most);

/// Each row's place in the order of the words, Chinese by pinyin: a million rows that refer to a few are
/// sorted by these numbers.
std::unordered_map<std::int64_t, std::int64_t> ranks_by_name(const Snapshot& town, const std::string& table);

/// What is typed is text, not a pattern: for LIKE … ESCAPE '\'.
std::string like_pattern(const std::string& text);

}  // namespace liangdi::store
