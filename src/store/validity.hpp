#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace liangdi::store {

/// SQL condition: the row of `alias` is in force on the date in parameter ?1, or in another SQL expression;
/// both ends inclusive, NULL is open.
inline std::string in_force(std::string_view alias, std::string_view date = "?1") {
    return fmt::format(
        "({0}.valid_from IS NULL OR {0}.valid_from<={1}) AND ({0}.valid_to IS NULL OR {0}.valid_to>={1})",
        alias, date);
}

/// SQL condition: the household of `alias` is relocated, and its register entry in force on ?1.
inline std::string relocated_in_force(std::string_view alias) {
    return fmt::format("{0}.relocated=1 AND ({0}.registered_to IS NULL OR {0}.registered_to>=?1)", alias);
}

}  // namespace liangdi::store
