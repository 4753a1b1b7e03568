#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/mapping_guess.hpp"
#include "store/snapshot.hpp"

/// The mapping of the last import of the same columns, kept in the town: next month's list has another name
/// but the same columns, and goes where this month's went.
namespace liangdi::tasks {

/// The setting under which a mapping of these columns is kept; their order does not count. Empty where the
/// columns come from the format and not from an office (drawings, KML, survey text, sheets without a
/// header), since they say nothing of the content.
std::string kept_mapping_name(const exchange::Reader& reader, const exchange::SourceLayer& layer);

/// What is kept there; nothing where there is none or where it no longer fits the town.
std::optional<exchange::FieldMapping> kept_mapping(const store::Snapshot& town, const std::string& name);

/// The changes that keep the mapping; none where it is kept already.
std::vector<land::Change> keep_mapping(store::Snapshot& town, const std::string& name,
                                       const exchange::FieldMapping& mapping);

/// Whether a mapping leads elsewhere than the guess is sure of: the columns of homesteads and of woodland
/// have the same names, only their codes tell them apart.
bool contradicts(const exchange::FieldMapping& kept, const exchange::MappingGuess& guess);

/// A kept mapping in the form in which guesses are shown.
exchange::MappingGuess shown_as_guess(const exchange::FieldMapping& kept, const exchange::SourceLayer& layer);

}  // namespace liangdi::tasks
