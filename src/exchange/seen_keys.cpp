#include "exchange/seen_keys.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace liangdi::exchange {

namespace {
constexpr std::int64_t most_reserved = 4'000'000;  // what a file claims of itself may be anything
}

SeenKeys::SeenKeys(std::int64_t expected)
    : table_(
          std::bit_ceil(2 * static_cast<std::size_t>(std::clamp<std::int64_t>(expected, 8, most_reserved)))) {
}

SeenKeys::Entry& SeenKeys::place_of(std::string_view key, std::size_t hash) {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        Entry& entry = table_[i];
        if (entry.row == 0) return entry;
        if (entry.hash == hash && std::string_view(texts_).substr(entry.at, entry.size) == key) return entry;
    }
}

std::int64_t SeenKeys::first_row(std::string_view key, std::int64_t row) {
    const std::size_t hash = std::hash<std::string_view>{}(key);
    Entry& entry = place_of(key, hash);
    if (entry.row != 0) return entry.row;
    entry = {hash, row, texts_.size(), key.size()};
    texts_ += key;
    if (2 * ++count_ > table_.size()) grow();
    return 0;
}

void SeenKeys::grow() {
    std::vector<Entry> old(2 * table_.size());
    old.swap(table_);
    const std::size_t mask = table_.size() - 1;
    for (const Entry& entry : old) {
        if (entry.row == 0) continue;
        std::size_t i = entry.hash & mask;
        while (table_[i].row != 0) i = (i + 1) & mask;
        table_[i] = entry;
    }
}

}  // namespace liangdi::exchange
