#pragma once

#include <filesystem>
#include <vector>

#include "land/check_rule.hpp"

namespace liangdi::tasks {

/// Where the shipped rules lie: the environment's LIANGDI_CHECKS, else ../share/liangdi/checks beside the
/// program. Throws Error{no_rules} where neither exists.
std::filesystem::path check_directory();

/// All *.sql of a folder, by name, at most 1000 files of 256 KiB. Throws Error{bad_rule, no_rules}.
std::vector<land::CheckRule> read_check_rules(const std::filesystem::path& folder);

}  // namespace liangdi::tasks
