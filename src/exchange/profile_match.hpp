#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/mapping_guess.hpp"
#include "exchange/synonyms.hpp"

/// How well one profile of the table of synonyms fits a source. Part of the guess.
namespace liangdi::exchange {

struct SourceColumn {
    std::string name;
    PlainHeader header;
    std::vector<std::string> values;  ///< of the sample, filled ones only
};

struct SourceView {
    std::vector<SourceColumn> columns;
    std::vector<std::string> captions;  ///< of file and layer
    bool has_geometry = false;
    /// Area by coordinates over the value of a column, middle of the sample; nothing where it cannot be told.
    std::optional<double> m2_per_unit(std::size_t column) const;
    const SourceSample* sample = nullptr;
    bool planar = false;
};

SourceView view_of(const Reader& reader, const SourceLayer& layer, const SourceSample& sample);

/// Nothing where the town has no such table or not one column fits.
std::optional<MappingGuess> match_profile(const SynonymProfile& profile, const SourceView& view,
                                          const land::TownShape& town);

}  // namespace liangdi::exchange
