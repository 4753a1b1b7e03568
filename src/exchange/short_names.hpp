#pragma once

#include <string>
#include <vector>

namespace liangdi::exchange {

/// Field names that fit into `most_bytes` bytes of `encoding`, one for each name, in order. A name that fits
/// stays as it is; a longer one is cut between two characters, never inside one, and numbered where it would
/// meet another ("承包期限_2"). No two are alike, also not when small and capital letters count as one, as in
/// a DBF. A character that the encoding lacks becomes "_". The same list gives the same names every time.
/// `most_bytes` is at least 4; 0 means no limit.
std::vector<std::string> short_names(const std::vector<std::string>& names, int most_bytes,
                                     const std::string& encoding);

}  // namespace liangdi::exchange
