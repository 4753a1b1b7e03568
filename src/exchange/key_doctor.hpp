#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/reader.hpp"
#include "land/finding.hpp"

namespace liangdi::exchange {

/// Columns by which rows are known: empty, twice, or alike but for blanks and capitals.
class KeyDoctor {
  public:
    /// `keys`: source columns that are keys together; none: the first column that is named like a code.
    KeyDoctor(const SourceLayer& layer, std::vector<std::string> keys);
    void row(const SourceRow& row);
    std::vector<land::Finding> findings() const;
    const std::vector<std::string>& columns() const { return keys_; }

  private:
    struct Seen {
        std::int64_t row = 0, times = 0;
        std::string exact;
    };
    std::vector<std::string> keys_;
    std::vector<std::size_t> at_;
    std::unordered_map<std::string, Seen> seen_;
    std::int64_t empty_ = 0, first_empty_ = 0, twice_ = 0, alike_ = 0;
    std::vector<land::Finding> examples_;
};

}  // namespace liangdi::exchange
