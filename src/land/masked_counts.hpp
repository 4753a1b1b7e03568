#pragma once

#include <cstdint>
#include <vector>

namespace liangdi::land {

/// Which counts of a public list must not be shown: those of 1 to 4, and, where only one of them would be
/// hidden, the next smallest as well, because the total would give the one away. In the order of `counts`.
std::vector<bool> masked_counts(const std::vector<std::int64_t>& counts);

}  // namespace liangdi::land
