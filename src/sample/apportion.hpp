#pragma once

#include <cstdint>
#include <vector>

namespace liangdi::sample {

/// Divides `total` in proportion to `weights` into whole numbers that add up to it (largest remainder; ties
/// go to the lower index). Weights are >= 0, at least one > 0, total * weight must fit into 63 bits.
std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<std::int64_t>& weights);

}  // namespace liangdi::sample
