#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace liangdi::exchange {

/// The keys of a source's rows and the row that had each first. A source may have millions: the texts stand
/// in one string, and a key is found through a small open-addressed table (a std::unordered_map took four
/// times the memory and a seventh of all reading time). A key above all before it is new without a look: of a
/// source in the order of its codes, as most are, none is looked up and the table is never made.
class SeenKeys {
  public:
    explicit SeenKeys(std::int64_t expected);
    /// The row that had the key before; nothing where none had, and then `row` has it from now on.
    const std::int64_t* first_row(std::string_view key, std::int64_t row);

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  ///< its number from 1; 0: free
    };
    struct Entry {
        std::int64_t row = 0;
        std::size_t end = 0;  ///< of its text; it begins where the one before ends
    };
    std::string_view text(std::size_t entry) const;
    Slot& slot_of(std::string_view key, std::size_t hash);
    void add(std::string_view key, std::int64_t row);
    void fill_slots();

    std::vector<Slot> slots_;  ///< a power of two, at most half of them taken
    std::vector<Entry> entries_;
    std::string texts_;
    std::size_t in_slots_ = 0;  ///< entries that can be found in them
    std::size_t greatest_ = 0;  ///< the entry with the greatest key
};

}  // namespace liangdi::exchange
