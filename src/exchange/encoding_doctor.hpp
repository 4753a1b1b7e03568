#pragma once

#include <set>
#include <vector>

#include "exchange/reader.hpp"
#include "land/finding.hpp"

namespace liangdi::exchange {

/// What a layer says of its encoding against what its bytes are. `sample`: rows already decoded; field names
/// and cells with U+FFFD, or with the marks of a text decoded twice, are found, and for UTF-8 that was taken
/// for a Latin encoding what it should read. Of `personal` columns no text is repeated. Of `personal` columns
/// no text is repeated.
std::vector<land::Finding> encoding_findings(const Reader& reader, const SourceLayer& layer,
                                             const std::vector<SourceRow>& sample,
                                             const std::set<std::size_t>& personal = {});

}  // namespace liangdi::exchange
