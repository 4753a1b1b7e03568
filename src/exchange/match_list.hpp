#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "land/household_matching.hpp"

namespace liangdi::exchange {

struct MatchListLine {
    land::MatchLine line;
    std::string id_number;  ///< as written; in memory only
};

struct MatchList {
    std::vector<MatchListLine> lines;
    std::string layer;  ///< the sheet that was read
    std::vector<std::pair<std::string, std::string>>
        columns;  ///< what was taken for what: "户主" -> "household_name"
};

/// A list of households with their flats or parcels, by the headers that offices use. Throws
/// Error{no_layer, no_columns} where it has no column of households, or none of places.
MatchList read_match_list(const std::filesystem::path& file, const std::string& layer = {},
                          const std::string& encoding = {});

}  // namespace liangdi::exchange
