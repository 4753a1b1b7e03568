#pragma once

#include <string_view>

namespace liangdi::land {

/// The order in which people look names up: Chinese by pinyin, else as the language does (ICU, "zh"); equal
/// only where the bytes are. Below 0, 0, above 0 as memcmp. Re-entrant.
int compare_names(std::string_view a, std::string_view b);

}  // namespace liangdi::land
