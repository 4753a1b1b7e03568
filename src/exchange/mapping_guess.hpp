#pragma once

#include <string>
#include <vector>

#include "exchange/field_mapping.hpp"
#include "exchange/reader.hpp"
#include "exchange/source_sample.hpp"
#include "land/table_shape.hpp"

/// Which table a source belongs to and which column goes where, guessed from its headers and its first
/// values. A guess is shown before it is used; it is used unseen only where it is sure of table and key.
namespace liangdi::exchange {

struct GuessedField {
    std::string from, to;  ///< "户室编码", "code"; "sealed id_number"; "area_record.value_hundredths (mu)"
    double score = 0;      ///< 1 a known name; below 0.7 only likely
    std::string why;
};

struct MappingGuess {
    FieldMapping mapping;  ///< no table where nothing fits at all
    bool sure = false;     ///< of table and key, and all that the table demands is there
    double score = 0;
    std::string runner_up;  ///< the next best table, empty for none
    std::vector<GuessedField> fields;
    std::vector<std::string> unused;  ///< columns with no place
    std::vector<std::string> doubts;  ///< in words, why it is not sure or what was left out
};

/// `table`: only profiles of this table (the user's --as); empty = any.
MappingGuess guess_mapping(const Reader& reader, const SourceLayer& layer, const SourceSample& sample,
                           const land::TownShape& town, const std::string& table = {});

/// The guess for a person: one line a field, then what is unused and doubtful.
std::vector<std::string> lines_of(const MappingGuess& guess);

/// Where a layer's mapping is kept beside its source: "地块.shp.liangdi-map.json"; with the layer's name in
/// between where the source has several.
std::filesystem::path mapping_file_beside(const Reader& reader, const SourceLayer& layer);
/// `layer`: "" where the file has only one.
std::filesystem::path mapping_file_beside(const std::filesystem::path& file, const std::string& layer);

}  // namespace liangdi::exchange
