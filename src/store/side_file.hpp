#pragma once

#include <filesystem>
#include <string_view>

/// Files outside the town file, with what can be made again from it.
namespace liangdi::store {

/// The folder for what can be made again, by the XDG base directory specification: $XDG_CACHE_HOME/liangdi,
/// else ~/.cache/liangdi; empty where neither is known.
std::filesystem::path cache_folder();

/// The side file of a kind ("find", "map") for `what`; the folder is made. Empty where it cannot be written
/// to.
std::filesystem::path side_file(const std::filesystem::path& folder, std::string_view kind,
                                std::string_view what, std::string_view ending);

/// Says that a side file is in use.
void mark_used(const std::filesystem::path& file);
/// Removes those of a kind that nobody has made, changed or marked for two months.
void remove_unused(const std::filesystem::path& folder, std::string_view kind);

}  // namespace liangdi::store
