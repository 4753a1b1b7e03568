#pragma once

#include <filesystem>

#include "tasks/household.hpp"

namespace liangdi::tasks {

/// The household card on A4 as one .pdf, or as .png, a file for each page. Personal values are there masked
/// while unlocked, in full where `params` asks for it. Returns the number of pages.
/// Throws what household_card throws, and Error{bad_format, cannot_write}.
std::int64_t write_card(Project& project, const CardParams& params, const std::filesystem::path& file);

}  // namespace liangdi::tasks
