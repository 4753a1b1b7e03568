#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace liangdi::exchange {

/// The keys of a source's rows and the row that had each first. A source may have millions: the texts stand
/// in one string, and a key is found in one open-addressed table (a std::unordered_map took four times the
/// memory and a seventh of all reading time).
class SeenKeys {
  public:
    explicit SeenKeys(std::int64_t expected);
    /// The row that had the key before; 0 where none had, and then `row` has it from now on. Rows count
    /// from 1.
    std::int64_t first_row(std::string_view key, std::int64_t row);

  private:
    struct Entry {
        std::size_t hash = 0;
        std::int64_t row = 0;  ///< 0: nothing stands here
        std::size_t at = 0, size = 0;
    };
    Entry& place_of(std::string_view key, std::size_t hash);
    void grow();

    std::vector<Entry> table_;  ///< a power of two long, at most half full
    std::size_t count_ = 0;
    std::string texts_;
};

}  // namespace liangdi::exchange
