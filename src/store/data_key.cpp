#include "store/data_key.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"

namespace liangdi::store {

namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t pad_block = 256;  // records of ordinary people all have the same few lengths
constexpr unsigned long long ops_limit = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr std::size_t mem_limit = crypto_pwhash_MEMLIMIT_MODERATE;
constexpr std::size_t most_memory = std::size_t{1} << 30;  // a hostile file may not ask for more
constexpr unsigned long long most_ops = 16;
constexpr char kdf_context[crypto_kdf_CONTEXTBYTES + 1] = "liangdi1";
enum SubKey : std::uint64_t { record_key = 1, blind_key = 2 };

using Key = std::array<unsigned char, key_size>;

struct Wiped {
    Key bytes{};
    ~Wiped() { sodium_memzero(bytes.data(), bytes.size()); }
};

void need_sodium() {
    if (sodium_init() < 0) throw Error("crypto", "the cryptographic library does not start on this computer");
}

unsigned char* raw(geo::Bytes& b) {
    return reinterpret_cast<unsigned char*>(b.data());
}
const unsigned char* raw(geo::ByteView b) {
    return reinterpret_cast<const unsigned char*>(b.data());
}

/// nonce + ciphertext of XChaCha20-Poly1305.
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

std::optional<Wiped> passphrase_key(std::string_view passphrase, geo::ByteView salt, unsigned long long ops,
                                    std::size_t mem) {
    if (salt.size() != crypto_pwhash_SALTBYTES || ops > most_ops || mem > most_memory) return {};
    if (ops < crypto_pwhash_OPSLIMIT_MIN || mem < crypto_pwhash_MEMLIMIT_MIN) return {};
    std::optional<Wiped> key(std::in_place);
    if (crypto_pwhash(key->bytes.data(), key_size, passphrase.data(), passphrase.size(), raw(salt), ops, mem,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error("memory",
                    "not enough memory to check a passphrase (256 MiB are needed); close other programs");
    }
    return key;
}

constexpr std::string_view base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U
constexpr std::size_t recovery_symbols = 32;                             // 160 bits

/// Letters that people misread are taken for the digit they look like; blanks and dashes do not count.
std::string recovery_symbols_of(std::string_view text) {
    std::string out;
    for (char c : text) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (base32.find(c) != std::string_view::npos)
            out += c;
        else if (c != '-' && c != ' ')
            return {};
    }
    return out.size() == recovery_symbols ? out : std::string();
}

Wiped recovery_wrap_key(const std::string& symbols) {
    Wiped key;
    crypto_generichash(key.bytes.data(), key_size, reinterpret_cast<const unsigned char*>(symbols.data()),
                       symbols.size(), nullptr, 0);
    return key;
}

}  // namespace

struct DataKey::Secret {
    unsigned char* bytes;
    Secret() : bytes((need_sodium(), static_cast<unsigned char*>(sodium_malloc(key_size)))) {
        if (!bytes) throw Error("memory", "no locked memory for the key");
    }
    ~Secret() { sodium_free(bytes); }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Wiped sub(SubKey which) const {
        Wiped key;
        crypto_kdf_derive_from_key(key.bytes.data(), key_size, which, kdf_context, bytes);
        return key;
    }
};

DataKey::DataKey(std::unique_ptr<Secret> secret) : secret_(std::move(secret)) {}
DataKey::~DataKey() = default;
DataKey::DataKey(DataKey&&) noexcept = default;
DataKey& DataKey::operator=(DataKey&&) noexcept = default;

DataKey DataKey::random() {
    auto secret = std::make_unique<Secret>();
    randombytes_buf(secret->bytes, key_size);
    return DataKey(std::move(secret));
}

land::SealedBody DataKey::seal(const land::SealedFields& fields) const {
    std::string text = nlohmann::json(fields).dump();
    std::size_t padded = 0;
    const std::size_t size = text.size();
    text.resize(size + pad_block);
    auto* data = reinterpret_cast<unsigned char*>(text.data());
    sodium_pad(&padded, data, size, pad_block, text.size());
    const Wiped key = secret_->sub(record_key);
    land::SealedBody out{encrypted(data, padded, key.bytes.data()), {}};
    sodium_memzero(text.data(), text.size());
    if (const auto id = fields.find("id_number"); id != fields.end() && !id->second.empty())
        out.blind = blind_of(id->second);
    return out;
}

land::SealedFields DataKey::open(geo::ByteView body) const {
    const Wiped key = secret_->sub(record_key);
    auto clear = decrypted(body, key.bytes.data());
    std::size_t size = 0;
    if (!clear || sodium_unpad(&size, raw(*clear), clear->size(), pad_block) != 0) {
        throw Error("sealed_damaged", "a sealed record was altered or belongs to another key");
    }
    const char* text = reinterpret_cast<const char*>(clear->data());
    auto fields = nlohmann::json::parse(text, text + size).get<land::SealedFields>();
    sodium_memzero(clear->data(), clear->size());
    return fields;
}

geo::Bytes DataKey::blind_of(std::string_view id_number) const {
    std::string normal;
    for (const char c : id_number) {
        if (c != ' ') normal += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    const Wiped key = secret_->sub(blind_key);
    geo::Bytes out(16);
    crypto_generichash(raw(out), out.size(), reinterpret_cast<const unsigned char*>(normal.data()),
                       normal.size(), key.bytes.data(), key_size);
    return out;
}

namespace {
void insert_wrap(Database& db, std::string_view kind, std::string_view holder, geo::ByteView salt,
                 std::int64_t ops, std::int64_t mem, geo::ByteView wrapped) {
    auto insert = db.prepare(
        "INSERT INTO key_wrap (kind, holder, salt, ops_limit, mem_limit, wrapped) VALUES (?,?,?,?,?,?)");
    insert.bind_all(kind, holder, salt, ops, mem, wrapped);
    insert.run();
}
}  // namespace

void wrap_with_passphrase(Database& db, const DataKey& key, std::string_view holder,
                          std::string_view passphrase) {
    if (passphrase.size() < 8) {
        throw Error("weak_passphrase", "the passphrase is shorter than 8 characters; choose a longer one");
    }
    geo::Bytes salt(crypto_pwhash_SALTBYTES);
    randombytes_buf(salt.data(), salt.size());
    const auto wrap = passphrase_key(passphrase, salt, ops_limit, mem_limit);
    insert_wrap(db, "passphrase", holder, salt, static_cast<std::int64_t>(ops_limit),
                static_cast<std::int64_t>(mem_limit),
                encrypted(key.secret_->bytes, key_size, wrap->bytes.data()));
}

std::string wrap_with_recovery_key(Database& db, const DataKey& key) {
    std::string symbols;
    for (std::size_t i = 0; i < recovery_symbols; ++i) symbols += base32[randombytes_uniform(32)];
    const Wiped wrap = recovery_wrap_key(symbols);
    insert_wrap(db, "recovery", "recovery", geo::Bytes(1), 0, 0,
                encrypted(key.secret_->bytes, key_size, wrap.bytes.data()));
    std::string shown;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i > 0 && i % 4 == 0) shown += '-';
        shown += symbols[i];
    }
    return shown;
}

bool has_key(const Database& db) {
    return db.integer("SELECT count(*) FROM key_wrap") > 0;
}

DataKey unlock(const Database& db, std::string_view passphrase) {
    need_sodium();
    const std::string symbols = recovery_symbols_of(passphrase);
    auto wraps =
        db.prepare("SELECT kind, salt, ops_limit, mem_limit, wrapped FROM key_wrap ORDER BY kind DESC, id");
    bool any = false;
    while (wraps.step()) {
        any = true;
        std::optional<Wiped> wrap;
        if (wraps.text(0) == "recovery") {
            if (!symbols.empty()) wrap = recovery_wrap_key(symbols);
        } else {
            wrap =
                passphrase_key(passphrase, wraps.blob(1), static_cast<unsigned long long>(wraps.integer(2)),
                               static_cast<std::size_t>(wraps.integer(3)));
        }
        if (!wrap) continue;
        auto clear = decrypted(wraps.blob(4), wrap->bytes.data());
        if (!clear || clear->size() != key_size) continue;
        auto secret = std::make_unique<DataKey::Secret>();
        std::copy_n(raw(*clear), key_size, secret->bytes);
        sodium_memzero(clear->data(), clear->size());
        return DataKey(std::move(secret));
    }
    if (!any) {
        throw Error("no_key",
                    "this town file was made without a passphrase, so it holds no personal values to unlock");
    }
    throw Error("wrong_passphrase", "this passphrase does not open the personal records of this town file");
}

}  // namespace liangdi::store
