#include "store/data_key.hpp"

#include <sodium.h>
#include <sys/resource.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"
#include "land/id_number.hpp"

namespace liangdi::store {

namespace {

constexpr std::size_t pad_block = 256;  // records of ordinary people all have the same few lengths
constexpr std::size_t most_keys = 64;   // a hostile wrap may not hold more
constexpr char kdf_context[crypto_kdf_CONTEXTBYTES + 1] = "liangdi1";
enum SubKey : std::uint64_t { record_key = 1, blind_key = 2 };

/// Opened values lie in ordinary memory for a while; a crash must not write them to disk.
void leave_no_core_file() {
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
}

}  // namespace

/// The newest key first, then the former ones, in memory that is neither swapped out nor dumped.
struct DataKey::Secret {
    std::size_t count;
    unsigned char* bytes;
    explicit Secret(std::size_t n)
        : count(n), bytes((need_sodium(), static_cast<unsigned char*>(sodium_allocarray(n, key_size)))) {
        if (!bytes) throw Error("memory", "no locked memory for the key; close other programs");
        leave_no_core_file();
    }
    ~Secret() { sodium_free(bytes); }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    unsigned char* key(std::size_t i) const { return bytes + i * key_size; }
    Wiped sub(std::size_t i, SubKey which) const {
        Wiped out;
        crypto_kdf_derive_from_key(out.bytes.data(), key_size, which, kdf_context, key(i));
        return out;
    }
};

DataKey::DataKey(std::shared_ptr<const Secret> secret, std::string holder)
    : secret_(std::move(secret)), holder_(std::move(holder)) {}

DataKey DataKey::random() {
    auto secret = std::make_shared<Secret>(1);
    randombytes_buf(secret->bytes, key_size);
    return DataKey(std::move(secret));
}

DataKey DataKey::renewed() const {
    auto secret = std::make_shared<Secret>(std::min(secret_->count + 1, most_keys));
    randombytes_buf(secret->bytes, key_size);
    std::copy_n(secret_->bytes, (secret->count - 1) * key_size, secret->key(1));
    return DataKey(std::move(secret), holder_);
}

geo::Bytes DataKey::wrapped(const Wiped& under) const {
    return encrypted(secret_->bytes, secret_->count * key_size, under.bytes.data());
}

std::optional<DataKey> DataKey::unwrapped(geo::ByteView wrapped, const Wiped& under, std::string holder) {
    auto clear = decrypted(wrapped, under.bytes.data());
    if (!clear || clear->empty() || clear->size() % key_size != 0 || clear->size() > most_keys * key_size)
        return {};
    auto secret = std::make_shared<Secret>(clear->size() / key_size);
    std::copy_n(raw(*clear), clear->size(), secret->bytes);
    sodium_memzero(clear->data(), clear->size());
    return DataKey(std::move(secret), std::move(holder));
}

land::SealedBody DataKey::seal(const land::SealedFields& fields) const {
    std::string dumped = nlohmann::json(fields).dump();
    const std::size_t size = dumped.size();
    std::string text(size + pad_block, '\0');  // of its full size at once: growing would leave a copy behind
    std::copy(dumped.begin(), dumped.end(), text.begin());
    wipe(dumped);
    std::size_t padded = 0;
    auto* data = reinterpret_cast<unsigned char*>(text.data());
    sodium_pad(&padded, data, size, pad_block, text.size());
    const Wiped key = secret_->sub(0, record_key);
    land::SealedBody out{encrypted(data, padded, key.bytes.data()), {}};
    wipe(text);
    if (const auto id = fields.find("id_number"); id != fields.end() && !id->second.empty())
        out.blind = blind_of(id->second);
    return out;
}

land::SealedFields DataKey::open(geo::ByteView body) const {
    for (std::size_t i = 0; i < secret_->count; ++i) {
        const Wiped key = secret_->sub(i, record_key);
        auto clear = decrypted(body, key.bytes.data());
        std::size_t size = 0;
        if (!clear || sodium_unpad(&size, raw(*clear), clear->size(), pad_block) != 0) continue;
        const char* text = reinterpret_cast<const char*>(clear->data());
        auto fields = nlohmann::json::parse(text, text + size).get<land::SealedFields>();
        sodium_memzero(clear->data(), clear->size());
        return fields;
    }
    throw Error("sealed_damaged", "a sealed record was altered or belongs to another key");
}

bool DataKey::sealed_with_newest(geo::ByteView body) const {
    const Wiped key = secret_->sub(0, record_key);
    auto clear = decrypted(body, key.bytes.data());
    if (clear) sodium_memzero(clear->data(), clear->size());
    return clear.has_value();
}

std::vector<geo::Bytes> DataKey::blinds_of(std::string_view id_number) const {
    std::string normal = land::id_number_of_18(id_number).value_or(land::normalized_id_number(id_number));
    std::vector<geo::Bytes> out;
    for (std::size_t i = 0; i < secret_->count; ++i) {
        const Wiped key = secret_->sub(i, blind_key);
        geo::Bytes& blind = out.emplace_back(16);
        crypto_generichash(raw(blind), blind.size(), reinterpret_cast<const unsigned char*>(normal.data()),
                           normal.size(), key.bytes.data(), key_size);
    }
    wipe(normal);
    return out;
}

geo::Bytes DataKey::blind_of(std::string_view id_number) const {
    return blinds_of(id_number).front();
}

}  // namespace liangdi::store
