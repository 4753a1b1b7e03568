#include "sample/apportion.hpp"

#include <algorithm>
#include <numeric>

namespace liangdi::sample {

std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<std::int64_t>& weights) {
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<std::int64_t> shares(weights.size());
    std::vector<std::int64_t> rest(weights.size());
    std::int64_t given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        shares[i] = total * weights[i] / sum;
        rest[i] = total * weights[i] % sum;
        given += shares[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t k = 0; given < total; ++k, ++given) ++shares[order[k]];
    return shares;
}

}  // namespace liangdi::sample
