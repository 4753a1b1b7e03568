#pragma once

#include <optional>
#include <string>

#include "exchange/mapping_guess.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// The mapping with which a source would be imported, and where it comes from.
struct MappingChoice {
    exchange::FieldMapping mapping;  ///< no table where nothing fits
    std::string from;                ///< "saved" (beside the source), "kept" (in the town), "names", "guess"
    std::optional<exchange::MappingGuess> guess;
    std::filesystem::path saved;  ///< the file beside the source, where it was read from there
};

struct MappingWish {
    std::string table;           ///< the user's word; empty: any
    bool look_at_former = true;  ///< those beside the source and in the town
};

/// The one written beside the source, else the one of the last import of the same columns, else columns of
/// the table's own names, else a guess. Writes nothing. Throws Error{no_table, no_mapping, bad_mapping}.
MappingChoice choose_mapping(const Project& project, const exchange::Reader& reader,
                             const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                             const MappingWish& wish);

/// A mapping for a source whose columns bear the table's own names: "code" or the first shared column is the
/// key. Throws Error{no_mapping} where no column fits.
exchange::FieldMapping mapping_by_names(const exchange::SourceLayer& layer, const land::TownShape& town,
                                        const std::string& table);

}  // namespace liangdi::tasks
