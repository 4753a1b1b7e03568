#include "store/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <span>

#include "geo/error.hpp"

namespace liangdi::store {

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

namespace {
void check(int code) {
    if (code != 1) throw Error("crypto", "the cryptographic library cannot compute SHA-256 on this computer");
}
}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
    check(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr));
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(geo::ByteView bytes) {
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}
void Sha256::add(const std::string& text) {
    add(std::as_bytes(std::span(text)));
}

std::string Sha256::hex() {
    std::array<unsigned char, 32> digest{};
    check(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr));
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

}  // namespace liangdi::store
