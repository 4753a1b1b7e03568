#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/data_key.hpp"
#include "store/database.hpp"
#include "store/passphrase_cost.hpp"

/// The data key in the file: wrapped once for each officer's passphrase (Argon2id) and once for the recovery
/// key, in the table key_wrap. That table is not tracked, so that no undo brings a removed passphrase back.
namespace liangdi::store {

struct KeyHolder {
    std::string name;  ///< the officer
    PassphraseCost cost;
};
struct KeyState {
    std::vector<KeyHolder> holders;  ///< by name
    bool recovery = false;           ///< whether there is a recovery key
};
KeyState key_state(const Database& db);
bool has_key(const Database& db);

/// What is to become of the wraps; Store::change_keys does it.
struct SetPassphrase {  ///< of this officer: new, or in place of the one there is
    std::string holder, passphrase;
};
struct RemovePassphrase {
    std::string holder;
};
struct NewRecoveryKey {};
struct ReplaceAllKeys {  ///< all wraps go; this officer's passphrase and a new recovery key come
    std::string holder, passphrase;
};
using KeyChange = std::variant<SetPassphrase, RemovePassphrase, NewRecoveryKey, ReplaceAllKeys>;

/// A key_wrap row that is not written yet: the dear part is done before the file is locked.
struct KeyWrap {
    std::string kind, holder;
    geo::Bytes salt;
    PassphraseCost cost;
    geo::Bytes wrapped;
};
/// Throws Error{weak_passphrase} for what land::passphrase_strength refuses, Error{memory}.
KeyWrap passphrase_wrap(const DataKey& key, std::string_view holder, std::string_view passphrase);
struct RecoveryWrap {
    KeyWrap wrap;
    std::string
        recovery_key;  ///< 8 groups of 4 symbols (Crockford base32, 160 bits): shown once, stored nowhere
};
RecoveryWrap recovery_wrap(const DataKey& key);
/// Inside the caller's transaction.
void insert(Database& db, const KeyWrap& wrap);

/// Opens the data key with any officer's passphrase or the recovery key; `holder`'s own is tried first. A
/// wrong one costs an Argon2id run for each officer and throws Error{wrong_passphrase}; a file without a key
/// Error{no_key}.
DataKey open_data_key(const Database& db, std::string_view passphrase_or_recovery_key,
                      std::string_view holder = {});

}  // namespace liangdi::store
