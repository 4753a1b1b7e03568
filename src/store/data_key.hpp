#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "land/sealer.hpp"
#include "store/database.hpp"

/// The town's data key and what it is wrapped in. libsodium: XChaCha20-Poly1305 for records, Argon2id for
/// passphrases, keyed BLAKE2b for the blind index of identity numbers.
namespace liangdi::store {

/// The random key that seals personal values. Lives in locked memory, is wiped at the end.
class DataKey final : public land::Sealer {
  public:
    static DataKey random();
    ~DataKey() override;
    DataKey(DataKey&&) noexcept;
    DataKey& operator=(DataKey&&) noexcept;

    land::SealedBody seal(const land::SealedFields& fields) const override;
    land::SealedFields open(geo::ByteView body) const override;
    /// Finds an identity number's record without opening any: sealed.blind equals this.
    geo::Bytes blind_of(std::string_view id_number) const;

  private:
    friend void wrap_with_passphrase(Database&, const DataKey&, std::string_view, std::string_view);
    friend std::string wrap_with_recovery_key(Database&, const DataKey&);
    friend DataKey unlock(const Database&, std::string_view);
    struct Secret;
    explicit DataKey(std::unique_ptr<Secret> secret);
    std::unique_ptr<Secret> secret_;
};

/// Writes a row into key_wrap, inside the caller's transaction. `holder` is the officer's name.
void wrap_with_passphrase(Database& db, const DataKey& key, std::string_view holder,
                          std::string_view passphrase);
/// Makes a recovery key, wraps the data key with it and returns it: shown once, stored nowhere.
std::string wrap_with_recovery_key(Database& db, const DataKey& key);

bool has_key(const Database& db);

/// Opens the data key with any officer's passphrase or the recovery key. A wrong one costs an Argon2id run
/// and throws Error{wrong_passphrase}; a file without a key Error{no_key}.
DataKey unlock(const Database& db, std::string_view passphrase_or_recovery_key);

}  // namespace liangdi::store
