#include "exchange/seen_keys.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>

#include "geo/error.hpp"

namespace liangdi::exchange {

namespace {
constexpr std::int64_t most_reserved = 4'000'000;  // what a file claims of itself may be anything

std::uint32_t upper_half(std::size_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
}
}  // namespace

SeenKeys::SeenKeys(std::int64_t expected) {
    entries_.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(expected, 8, most_reserved)));
}

std::string_view SeenKeys::text(std::size_t entry) const {
    const std::size_t begin = entry == 0 ? 0 : entries_[entry - 1].end;
    return std::string_view(texts_).substr(begin, entries_[entry].end - begin);
}

SeenKeys::Slot& SeenKeys::slot_of(std::string_view key, std::size_t hash) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        Slot& slot = slots_[i];
        if (slot.entry == 0 || (slot.hash == upper_half(hash) && text(slot.entry - 1) == key)) return slot;
    }
}

void SeenKeys::add(std::string_view key, std::int64_t row) {
    if (entries_.size() == std::numeric_limits<std::uint32_t>::max())
        throw Error("too_large", "the source has more than 4294967295 keys; import it in parts");
    texts_ += key;
    entries_.push_back({row, texts_.size()});
}

const std::int64_t* SeenKeys::first_row(std::string_view key, std::int64_t row) {
    if (entries_.empty() || key > text(greatest_)) {
        greatest_ = entries_.size();
        add(key, row);
        return nullptr;
    }
    fill_slots();
    const std::size_t hash = std::hash<std::string_view>{}(key);
    Slot& slot = slot_of(key, hash);
    if (slot.entry != 0) return &entries_[slot.entry - 1].row;
    add(key, row);
    slot = {upper_half(hash), static_cast<std::uint32_t>(entries_.size())};
    in_slots_ = entries_.size();
    return nullptr;
}

/// Makes all entries findable, with room for one more.
void SeenKeys::fill_slots() {
    if (2 * (entries_.size() + 1) > slots_.size()) {
        slots_.assign(std::bit_ceil(2 * std::max(entries_.capacity(), entries_.size() + 1)), {});
        in_slots_ = 0;
    }
    for (; in_slots_ < entries_.size(); ++in_slots_) {
        const std::size_t hash = std::hash<std::string_view>{}(text(in_slots_));
        // All texts differ, so the first free slot is it.
        slot_of(text(in_slots_), hash) = {upper_half(hash), static_cast<std::uint32_t>(in_slots_ + 1)};
    }
}

}  // namespace liangdi::exchange
