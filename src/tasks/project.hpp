#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "geo/crs.hpp"
#include "store/store.hpp"
#include "tasks/passphrase.hpp"

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
    std::string file_id() const;  ///< stays when the file is moved or renamed
    geo::Crs crs() const;
};

Project open_project(const OpenParams& params);

/// The open key, or Error{locked} with what to do.
const store::DataKey& need_key(const Project& project);

/// Opens the sealed records with an officer's passphrase or the recovery key; the history says who, with
/// whose, and why. Throws what store::Store::unlock throws.
void unlock(Project& project, const Passphrase& passphrase, const std::string& reason);

std::string system_user();

}  // namespace liangdi::tasks
