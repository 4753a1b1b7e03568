#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "geo/crs.hpp"
#include "store/store.hpp"

namespace liangdi::tasks {

struct OpenParams {
    std::filesystem::path town;
    std::string actor;                            ///< empty: the system's user
    std::optional<std::filesystem::path> unlock;  ///< file with the passphrase
    std::string reason;                           ///< why it is unlocked; kept in the history
    bool unshared = false;                        ///< store::StoreOptions::unshared
};

/// An open town and who works on it: what every task gets. Copies share the open file; the window makes one
/// without the key when it locks, while jobs that still run keep theirs to their end.
struct Project {
    std::shared_ptr<store::Store> store;
    std::string actor;
    std::optional<store::DataKey> key;  ///< while unlocked

    land::EditHead head(std::string why, std::string batch = {}) const {
        return {actor, std::move(why), std::move(batch)};
    }
    std::string reference_date() const;  ///< ISO
    std::string name() const;
    geo::Crs crs() const;
};

Project open_project(const OpenParams& params);

/// The open key, or Error{locked} with what to do.
const store::DataKey& need_key(const Project& project);

/// The first line of a passphrase file, without its line end; the caller wipes it (store::wipe). Throws
/// Error{not_found, bad_passphrase_file}.
std::string read_passphrase(const std::filesystem::path& file);

std::string system_user();

}  // namespace liangdi::tasks
