#pragma once

#include <filesystem>
#include <string>

namespace liangdi::store {

/// Looks at the file before it is opened for work: refuses what is no town file or a newer one, and upgrades
/// an older one after copying it beside itself. Returns the copy's path, or nothing where no upgrade was
/// needed.
std::string upgrade_if_older(const std::filesystem::path& file);

}  // namespace liangdi::store
