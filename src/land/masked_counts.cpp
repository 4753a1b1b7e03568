#include "land/masked_counts.hpp"

#include <algorithm>

namespace liangdi::land {

namespace {
constexpr std::int64_t smallest_shown = 5;  // DESIGN §3: public output masks counts below 5
}

std::vector<bool> masked_counts(const std::vector<std::int64_t>& counts) {
    std::vector<bool> masked;
    masked.reserve(counts.size());
    for (const auto n : counts) masked.push_back(n > 0 && n < smallest_shown);
    if (std::ranges::count(masked, true) != 1) return masked;
    std::size_t next = counts.size();
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (!masked[i] && counts[i] > 0 && (next == counts.size() || counts[i] < counts[next])) next = i;
    if (next < counts.size()) masked[next] = true;
    return masked;
}

}  // namespace liangdi::land
