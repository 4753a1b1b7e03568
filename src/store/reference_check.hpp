#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "store/database.hpp"

namespace liangdi::store {

/// Ids as bits, which lie close together in what an import adds.
class IdSet {
  public:
    void add(std::int64_t id) {
        if (id >> chunk_bits != last_key_ || last_ == nullptr) {
            last_key_ = id >> chunk_bits;
            last_ = &chunks_[last_key_];
        }
        last_->set(static_cast<std::size_t>(id & (chunk_size - 1)));
    }
    /// Calls visit(id) for those that are not in the other set, while it returns true; whether all did.
    template <class Visit>
    bool each_beyond(const IdSet& other, const Visit& visit) const {
        for (const auto& [key, bits] : chunks_) {
            const auto there = other.chunks_.find(key);
            const Chunk beyond = there == other.chunks_.end() ? bits : bits & ~there->second;
            if (beyond.none()) continue;
            for (std::size_t i = 0; i < chunk_size; ++i)
                if (beyond[i] && !visit(key * chunk_size + static_cast<std::int64_t>(i))) return false;
        }
        return true;
    }

  private:
    static constexpr int chunk_bits = 15;
    static constexpr std::int64_t chunk_size = std::int64_t{1} << chunk_bits;
    using Chunk = std::bitset<chunk_size>;
    std::unordered_map<std::int64_t, Chunk> chunks_;
    std::int64_t last_key_ = 0;
    Chunk* last_ = nullptr;  ///< the map's nodes do not move
};

/// The foreign keys of many added rows, checked once and together in place of one by one: SQLite would look
/// the parent of each row up, and, while any is still to come, the children of each row too.
class ReferenceCheck {
  public:
    /// Stay where they are.
    IdSet& added_to(const std::string& table) { return tables_[table].added; }
    IdSet& needed_of(const std::string& table) { return tables_[table].needed; }
    /// Whether every row that is pointed to is there: added as well, or in the file.
    bool all_there(const Database& db) const;

  private:
    struct Table {
        IdSet added, needed;
    };
    std::map<std::string, Table> tables_;
};

}  // namespace liangdi::store
