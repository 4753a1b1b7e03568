#pragma once

#include <optional>
#include <string>

#include "exchange/reader.hpp"
#include "land/finding.hpp"

namespace liangdi::exchange {

/// How many rows came out of a layer against how many it names: a layer without rows, or with fewer than it
/// says. `rows`: those that could be read. Sheets count blank rows, and OSM extracts name no number.
std::optional<land::Finding> count_finding(const std::string& format, const SourceLayer& layer,
                                           std::int64_t rows);

}  // namespace liangdi::exchange
