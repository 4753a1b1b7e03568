#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace liangdi::store {

/// The texts of a column and the rows that have them, 24 bytes a row: a keyed hash of 128 bits stands for the
/// text, so that no two texts of a town meet in one (n² / 2^129) and nobody can make them meet.
class CodeIndex {
  public:
    CodeIndex();
    void add(std::string_view text, std::int64_t row);
    void sort();                                                  ///< once, after the last add()
    std::vector<std::int64_t> rows(std::string_view text) const;  ///< smallest id first

  private:
    using Hash = std::array<std::uint64_t, 2>;
    Hash hash_of(std::string_view text) const;

    std::array<unsigned char, 16> key_{};
    std::vector<std::pair<Hash, std::int64_t>> entries_;
};

}  // namespace liangdi::store
