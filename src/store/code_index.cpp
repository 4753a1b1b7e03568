#include "store/code_index.hpp"

#include <sodium.h>

#include <algorithm>
#include <limits>

#include "store/secret_box.hpp"

namespace liangdi::store {

CodeIndex::CodeIndex() {
    need_sodium();
    static_assert(crypto_shorthash_siphashx24_KEYBYTES == std::tuple_size_v<decltype(key_)>);
    static_assert(crypto_shorthash_siphashx24_BYTES == sizeof(Hash));
    crypto_shorthash_keygen(key_.data());
}

CodeIndex::Hash CodeIndex::hash_of(std::string_view text) const {
    Hash hash{};
    crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(hash.data()),
                                reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                key_.data());
    return hash;
}

void CodeIndex::add(std::string_view text, std::int64_t row) {
    entries_.emplace_back(hash_of(text), row);
}

void CodeIndex::sort() {
    std::sort(entries_.begin(), entries_.end());
    entries_.shrink_to_fit();
}

std::vector<std::int64_t> CodeIndex::rows(std::string_view text) const {
    std::vector<std::int64_t> out;
    if (entries_.empty()) return out;
    const Hash hash = hash_of(text);
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    for (auto at = std::lower_bound(entries_.begin(), entries_.end(), std::pair{hash, first});
         at != entries_.end() && at->first == hash; ++at)
        out.push_back(at->second);
    return out;
}

}  // namespace liangdi::store
