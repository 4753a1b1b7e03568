#pragma once

#include <string>

#include "land/passphrase_strength.hpp"
#include "tasks/project.hpp"

/// Who may unlock the sealed records: passphrases of officers, the recovery key, and a new data key.
namespace liangdi::tasks {

struct KeysChanged {
    std::string holder;        ///< whose passphrase was set or removed
    std::string recovery_key;  ///< to be shown once; empty where it stayed
    land::PassphraseStrength strength = land::PassphraseStrength::strong;  ///< of the new passphrase
};

store::KeyState keys(Project& project);

/// All need an unlocked project (Error{locked}) and a reason, and write an entry of kind access.
/// Gives an officer a passphrase. Throws Error{exists} where he has one.
KeysChanged add_passphrase(Project& project, const std::string& holder, const Passphrase& passphrase,
                           const std::string& reason);
/// Replaces the passphrase that the project was unlocked with. Throws Error{no_holder} after the recovery
/// key.
KeysChanged change_passphrase(Project& project, const Passphrase& passphrase, const std::string& reason);
/// Sets a forgotten passphrase anew, after unlocking with the recovery key (or another officer's passphrase).
KeysChanged reset_passphrase(Project& project, const std::string& holder, const Passphrase& passphrase,
                             const std::string& reason);
/// The passphrase opens this file no longer. The data key stays: whoever kept an older copy of the file and
/// the passphrase still opens that copy. renew_key is for that case.
KeysChanged remove_passphrase(Project& project, const std::string& holder, const std::string& reason);
/// The old recovery key opens nothing any more.
KeysChanged new_recovery_key(Project& project, const std::string& reason);

/// A new data key. All passphrases go but this one's, which is said again; a new recovery key. The
/// project holds the new key afterwards, which also opens what the old one sealed. Then reseal.
KeysChanged renew_key(Project& project, const Passphrase& passphrase, const std::string& reason);

struct Resealed {
    std::int64_t seq = 0, records = 0, damaged = 0;  ///< seq 0: all were sealed with the newest key
};
/// One Edit that seals every record with the newest key. Can be cancelled and done again; until then the
/// records open as before. What the history holds stays sealed with the old key.
Resealed reseal(Project& project, land::Progress& progress);

}  // namespace liangdi::tasks
