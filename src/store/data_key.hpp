#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "land/sealer.hpp"
#include "store/secret_box.hpp"

/// The town's data key. libsodium: XChaCha20-Poly1305 for records, keyed BLAKE2b for the blind index of
/// identity numbers. How it is kept in the file: store/key_wrap.hpp.
namespace liangdi::store {

/// The random key that seals personal values, with the keys that it took the place of (`keys renew`): seals
/// with its own, opens what any of them sealed. Copies share one piece of locked memory, which is wiped when
/// the last of them goes; while it is open the process leaves no core file.
class DataKey final : public land::Sealer {
  public:
    static DataKey random();
    /// A new random key that also opens whatever this one opens.
    DataKey renewed() const;

    land::SealedBody seal(const land::SealedFields& fields) const override;
    land::SealedFields open(geo::ByteView body) const override;
    /// Whether the record was sealed with the key itself and not with a former one.
    bool sealed_with_newest(geo::ByteView body) const;

    /// Finds an identity number's record without opening any: sealed.blind equals this. The same for 15 and
    /// 18 digits, whatever blanks, widths and cases. The newest key's first, then those of former keys.
    geo::Bytes blind_of(std::string_view id_number) const;
    std::vector<geo::Bytes> blinds_of(std::string_view id_number) const;

    /// Whose passphrase opened it: an officer, or "recovery"; empty for a key that was just made.
    const std::string& holder() const { return holder_; }

    geo::Bytes wrapped(const Wiped& under) const;
    static std::optional<DataKey> unwrapped(geo::ByteView wrapped, const Wiped& under, std::string holder);

  private:
    struct Secret;
    explicit DataKey(std::shared_ptr<const Secret> secret, std::string holder = {});
    std::shared_ptr<const Secret> secret_;
    std::string holder_;
};

}  // namespace liangdi::store
