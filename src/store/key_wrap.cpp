#include "store/key_wrap.hpp"

#include <sodium.h>

#include <cctype>
#include <chrono>

#include "geo/error.hpp"
#include "land/passphrase_strength.hpp"

namespace liangdi::store {

namespace {

constexpr std::string_view base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U
constexpr std::size_t recovery_symbols = 32;                             // 160 bits
constexpr int most_wraps = 64;  // tried; a hostile file may hold more

/// Nothing where the file's own numbers may not be tried.
std::optional<Wiped> passphrase_key(std::string_view passphrase, geo::ByteView salt,
                                    const PassphraseCost& cost) {
    if (salt.size() != crypto_pwhash_SALTBYTES || !may_be_tried(cost)) return {};
    std::optional<Wiped> key(std::in_place);
    if (crypto_pwhash(key->bytes.data(), key_size, passphrase.data(), passphrase.size(), raw(salt),
                      static_cast<unsigned long long>(cost.ops), static_cast<std::size_t>(cost.mem_bytes),
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error("memory",
                    "not enough memory to check a passphrase (256 MiB are needed); close other programs");
    }
    return key;
}

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

KeyWrap passphrase_wrap(const DataKey& key, std::string_view holder, std::string_view passphrase) {
    if (land::passphrase_strength(passphrase) == land::PassphraseStrength::refused)
        throw Error("weak_passphrase", std::string(land::to_text(land::PassphraseStrength::refused)));
    geo::Bytes salt(crypto_pwhash_SALTBYTES);
    randombytes_buf(salt.data(), salt.size());
    using clock = std::chrono::steady_clock;
    PassphraseCost cost = least_cost;
    const auto start = clock::now();
    auto wrap = passphrase_key(passphrase, salt, cost);
    const std::chrono::duration<double> taken = clock::now() - start;
    if (const PassphraseCost dearer = calibrated(taken.count()); dearer != cost) {
        cost = dearer;
        wrap = passphrase_key(passphrase, salt, cost);
    }
    return {"passphrase", std::string(holder), salt, cost, key.wrapped(*wrap)};
}

RecoveryWrap recovery_wrap(const DataKey& key) {
    std::string symbols;
    for (std::size_t i = 0; i < recovery_symbols; ++i) symbols += base32[randombytes_uniform(32)];
    RecoveryWrap out{{"recovery", "recovery", geo::Bytes(1), {}, key.wrapped(recovery_wrap_key(symbols))},
                     {}};
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i > 0 && i % 4 == 0) out.recovery_key += '-';
        out.recovery_key += symbols[i];
    }
    wipe(symbols);
    return out;
}

void insert(Database& db, const KeyWrap& wrap) {
    auto row = db.prepare(
        "INSERT INTO key_wrap (kind, holder, salt, ops_limit, mem_limit, wrapped) VALUES (?,?,?,?,?,?)");
    row.bind_all(wrap.kind, wrap.holder, geo::ByteView(wrap.salt), wrap.cost.ops, wrap.cost.mem_bytes,
                 geo::ByteView(wrap.wrapped));
    row.run();
}

KeyState key_state(const Database& db) {
    KeyState state;
    auto rows = db.prepare("SELECT kind, holder, ops_limit, mem_limit FROM key_wrap ORDER BY holder, id");
    while (rows.step()) {
        if (rows.text(0) == "recovery") {
            state.recovery = true;
        } else {
            state.holders.push_back({std::string(rows.text(1)), {rows.integer(2), rows.integer(3)}});
        }
    }
    return state;
}

bool has_key(const Database& db) {
    return db.integer("SELECT count(*) FROM key_wrap") > 0;
}

DataKey open_data_key(const Database& db, std::string_view passphrase, std::string_view holder) {
    need_sodium();
    std::string symbols = recovery_symbols_of(passphrase);
    auto wraps = db.prepare(
        "SELECT kind, holder, salt, ops_limit, mem_limit, wrapped FROM key_wrap "
        "ORDER BY kind='recovery' DESC, holder=? DESC, id LIMIT ?");
    wraps.bind_all(holder, std::int64_t{most_wraps});
    bool any = false;
    while (wraps.step()) {
        any = true;
        std::optional<Wiped> wrap;
        const bool recovery = wraps.text(0) == "recovery";
        if (recovery) {
            if (!symbols.empty()) wrap = recovery_wrap_key(symbols);
        } else {
            wrap = passphrase_key(passphrase, wraps.blob(2), {wraps.integer(3), wraps.integer(4)});
        }
        if (!wrap) continue;
        const std::string name(wraps.text(1));
        if (auto key = DataKey::unwrapped(wraps.blob(5), *wrap, recovery ? "recovery" : name)) {
            wipe(symbols);
            return std::move(*key);
        }
    }
    wipe(symbols);
    if (!any) {
        throw Error("no_key",
                    "this town file was made without a passphrase, so it holds no personal values to unlock");
    }
    throw Error("wrong_passphrase", "this passphrase does not open the personal records of this town file");
}

}  // namespace liangdi::store
