#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "geo/spatialite_blob.hpp"

/// XChaCha20-Poly1305 (libsodium) for keys and records, and memory that is wiped.
namespace liangdi::store {

inline constexpr std::size_t key_size = 32;

/// A key that lives for a moment on the stack.
struct Wiped {
    std::array<unsigned char, key_size> bytes{};
    Wiped() = default;
    Wiped(const Wiped&) = default;
    Wiped& operator=(const Wiped&) = default;
    ~Wiped();
};

/// Overwrites a text that held a secret, then empties it.
void wipe(std::string& text);

/// Starts libsodium. Throws Error{crypto} where it does not start.
void need_sodium();

/// nonce + ciphertext + authentication tag.
geo::Bytes encrypted(const unsigned char* data, std::size_t size, const unsigned char* key);
/// Nothing where it was altered, cut, or encrypted with another key.
std::optional<geo::Bytes> decrypted(geo::ByteView body, const unsigned char* key);

inline unsigned char* raw(geo::Bytes& b) {
    return reinterpret_cast<unsigned char*>(b.data());
}
inline const unsigned char* raw(geo::ByteView b) {
    return reinterpret_cast<const unsigned char*>(b.data());
}

}  // namespace liangdi::store
