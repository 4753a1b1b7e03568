#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "land/edit.hpp"

/// How the columns of a source become cells of the town: a value, kept as JSON beside the sources.
namespace liangdi::exchange {

/// What a cell is read as. Without a word the target column's own type decides.
enum class ReadAs { by_column, text, integer, real, date, year, month_day, flag, hundredths, share };

struct FieldRule {
    std::string from;  ///< column of the source
    std::string to;    ///< column of the table or of the table it extends; empty where sealed
    std::string seal;  ///< key of the party's sealed record (land/sealer.hpp); empty where not
    std::string find;  ///< "building.code": the cell is a code, the row's id is looked up
    ReadAs as = ReadAs::by_column;
    std::map<std::string, std::string> values;  ///< "男" -> "male"; a value not listed is a finding
    bool clear = false;  ///< "empty": "clear" – an empty cell empties the town's cell; else it says nothing
};

/// A row of another table that the same source row makes, under the main row.
struct ChildRule {
    std::string table;
    std::string parent;  ///< its column that holds the main row's id
    std::vector<std::string>
        key;  ///< columns that tell it from its siblings; empty = constants and found keys
    std::vector<land::Cell> set;
    std::vector<FieldRule> fields;
};

struct FieldMapping {
    std::string table;
    std::vector<std::string> key;  ///< columns that identify a row; never empty
    std::vector<land::Cell> set;   ///< constants
    std::vector<FieldRule> fields;
    std::vector<ChildRule> rows;
    bool geometry = false;
    /// An empty cell of a key column is a value like any other. Without the word such a row is refused.
    bool key_may_be_empty = false;
    /// "measure": false – the measured areas of new parcels come from another source of the same load. The
    /// shape of a parcel that is there already is measured all the same.
    bool measure = true;
};

/// Reads a mapping. `where` (a file name) begins the place in errors: Error{bad_mapping} says
/// "maps/flat.json /fields/3/as: …" and how to mend it. Unknown words are errors too: they are mistypings.
FieldMapping parse_mapping(const nlohmann::json& json, const std::string& where);
FieldMapping read_mapping(const std::filesystem::path& file);

nlohmann::json to_json(const FieldMapping& mapping);

/// Reads a JSON file, UTF-8 with or without a byte-order mark; Error{bad_json} names file, line and column.
nlohmann::json read_json(const std::filesystem::path& file);

/// Writes JSON, whole or not at all. Throws Error{not_writable}; an existing file is replaced.
void write_json(const std::filesystem::path& file, const nlohmann::json& json);
void write_mapping(const std::filesystem::path& file, const FieldMapping& mapping);

}  // namespace liangdi::exchange
