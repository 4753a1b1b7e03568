#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/field_mapping.hpp"
#include "land/table_shape.hpp"
#include "tasks/table_page.hpp"

/// A mapping as a table that a person fills in: for each column of the source the place it goes to.
namespace liangdi::tasks {

/// What a source can be: a table of the town with the constants that tell its kind.
struct ImportAim {
    std::string name;  ///< of the table of synonyms: "farmland"
    std::string table;
    Caption caption;
};
/// All that this town has tables for, in the order of the table of synonyms.
std::vector<ImportAim> import_aims(const land::TownShape& town);
/// The aim of a mapping, "" where it is none of the listed ones.
std::string aim_of(const exchange::FieldMapping& mapping);
/// Table, key and constants of the aim, without any field; no table where there is no such aim.
exchange::FieldMapping mapping_of_aim(const std::string& aim);

/// A place where a column can go.
struct ImportTarget {
    std::string key;  ///< tells targets apart: "code", "sealed phone", "area_record.value_hundredths mu"
    Caption caption;  ///< 地块 · 编码
    exchange::FieldRule rule;                         ///< without the source's column
    std::optional<exchange::ChildRule> row;           ///< of another table, without fields
    exchange::ReadAs reads = exchange::ReadAs::text;  ///< never by_column
    bool needed = false;                              ///< key, or a column without which there is no row
};
/// What the table of synonyms knows for this mapping's aim, then all other columns of its table.
std::vector<ImportTarget> import_targets(const land::TownShape& town, const exchange::FieldMapping& mapping);

/// The key of the target to which the column goes, "" for nowhere. A column that feeds several is named by
/// the first.
std::string target_of(const exchange::FieldMapping& mapping, const std::string& column);
/// Sends the column there and no longer elsewhere; null: nowhere. A column that went there before goes
/// nowhere.
void set_target(exchange::FieldMapping& mapping, const std::string& column, const ImportTarget* target);

/// What the mapping still lacks: captions of the key and of demanded columns that no column feeds.
std::vector<Caption> missing_targets(const land::TownShape& town, const exchange::FieldMapping& mapping);

/// Writes the mapping as a file, to be given to `import --map`. Throws Error{not_writable}.
void save_mapping(const std::filesystem::path& file, const exchange::FieldMapping& mapping);

}  // namespace liangdi::tasks
