#pragma once

#include <sys/types.h>

#include <filesystem>

/// A town file that is being built: hidden beside its place, and put there whole.
namespace liangdi::store {

/// Where to build `file`. What programs left that were killed while they built it is removed. Throws
/// Error{exists, not_found}.
std::filesystem::path partial_for(const std::filesystem::path& file);

/// Syncs the partial file and gives it its name; never replaces a file that appeared meanwhile
/// (Error{exists}).
void put_in_place(const std::filesystem::path& partial, const std::filesystem::path& file);

/// The partial file and what SQLite keeps beside it.
void remove_partial(const std::filesystem::path& partial);

/// Whether no process of this computer has the number.
bool is_dead(pid_t pid);

}  // namespace liangdi::store
