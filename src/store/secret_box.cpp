#include "store/secret_box.hpp"

#include <sodium.h>

#include "geo/error.hpp"

namespace liangdi::store {

Wiped::~Wiped() {
    sodium_memzero(bytes.data(), bytes.size());
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

void need_sodium() {
    if (sodium_init() < 0) throw Error("crypto", "the cryptographic library does not start on this computer");
}

geo::Bytes encrypted(const unsigned char* data, std::size_t size, const unsigned char* key) {
    constexpr std::size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    geo::Bytes out(nonce + size + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    randombytes_buf(raw(out), nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out) + nonce, nullptr, data, size, nullptr, 0, nullptr,
                                               raw(out), key);
    return out;
}

std::optional<geo::Bytes> decrypted(geo::ByteView body, const unsigned char* key) {
    constexpr std::size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t overhead = nonce + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (body.size() < overhead) return {};
    geo::Bytes out(body.size() - overhead);
    unsigned long long n = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(out), &n, nullptr, raw(body) + nonce,
                                                   body.size() - nonce, nullptr, 0, raw(body), key) != 0) {
        return {};
    }
    return out;
}

}  // namespace liangdi::store
