#pragma once

#include <vector>

#include "exchange/reader.hpp"
#include "land/finding.hpp"

namespace liangdi::exchange {

/// What a layer says of its encoding against what its bytes are. `sample`: rows already decoded; field names
/// and cells with U+FFFD, or with the marks of a text decoded twice, are found.
std::vector<land::Finding> encoding_findings(const Reader& reader, const SourceLayer& layer,
                                             const std::vector<SourceRow>& sample);

}  // namespace liangdi::exchange
