#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "land/value.hpp"

namespace liangdi::store {

/// Gives out the ids of one Edit's new rows: one run above `base`, in the order in which they are met, never
/// the same twice, whether a row has a number within the Edit or not.
class IdBlock {
  public:
    explicit IdBlock(std::int64_t base) : base_(base), last_(base) {}

    std::int64_t of(land::NewId id) {
        const auto n = static_cast<std::size_t>(id.n);
        if (n >= ids_.size()) ids_.resize(n + 1 + n / 2, 0);
        if (ids_[n] == 0) ids_[n] = ++last_;
        return ids_[n];
    }
    std::int64_t fresh() { return ++last_; }
    std::int64_t base() const { return base_; }
    std::int64_t last() const { return last_; }
    bool is_new(std::int64_t id) const { return id > base_; }
    std::vector<std::int64_t> take() { return std::move(ids_); }  ///< by number; 0 where never used

  private:
    std::int64_t base_, last_;
    std::vector<std::int64_t> ids_;
};

}  // namespace liangdi::store
