#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/field_mapping.hpp"
#include "exchange/writer.hpp"

/// One table of the sample's source files, together with the mapping that load.json gives for it: a column is
/// described once, for the file and for the mapping.
namespace liangdi::sample {

/// Words of the town file and the words an office writes: {"male", "男"}.
using Words = std::vector<std::pair<const char*, const char*>>;

struct SourceRowOut {
    std::vector<land::Value> cells;  ///< in the order of the columns
    geo::Geometry geometry;
};

struct SourceTable {
    std::string file;      ///< within the folder of the sources
    std::string encoding;  ///< "GBK" or empty for UTF-8
    exchange::OutLayer layer;
    exchange::FieldMapping mapping;
    std::size_t rows = 0;
    std::function<SourceRowOut(std::size_t)> row;

    SourceTable(std::string file_name, std::string layer_name, std::string table,
                std::vector<std::string> key);

    /// Adds a column that becomes a column of the table; the rule may be refined.
    exchange::FieldRule& column(const char* from, const char* to,
                                exchange::FieldType type = exchange::FieldType::text, int width = 0);
    void code(const char* from, const char* to, const char* find, int width = 0);  ///< a reference by code
    void words(const char* from, const char* to, const Words& words, int width = 0);
    exchange::FieldRule& sealed(const char* from, const char* key);
    void hundredths(const char* from, const char* to);  ///< a number with two decimals
    void unmapped(const char* from, exchange::FieldType type = exchange::FieldType::text, int width = 0);
    void set(const char* column_name, land::Value value);

    /// A row of another table made by the same source row; its columns are added with child_column.
    std::size_t child(const char* table, const char* parent, std::vector<land::Cell> constants = {});
    exchange::FieldRule& child_column(std::size_t child_index, const char* from, const char* to,
                                      exchange::FieldType type = exchange::FieldType::text, int width = 0);

    void shapes(geo::GeometryKind kind, const std::string& crs);  ///< rows have a geometry, in this CRS

  private:
    void add_field(const char* from, exchange::FieldType type, int width);
};

/// The office's word for a word of the town file; empty for an empty one.
std::string office_word(const Words& words, std::string_view word);

}  // namespace liangdi::sample
