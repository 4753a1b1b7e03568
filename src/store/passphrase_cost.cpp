#include "store/passphrase_cost.hpp"

#include <sodium.h>

#include <algorithm>
#include <cmath>

namespace liangdi::store {

PassphraseCost calibrated(double seconds) {
    constexpr double margin = 1.5;
    const double pass_s = std::max(seconds, 1e-3) / static_cast<double>(least_cost.ops);
    const auto passes = static_cast<std::int64_t>(std::ceil(margin * least_try_s / pass_s));
    return {std::clamp(passes, least_cost.ops, most_cost.ops), least_cost.mem_bytes};
}

bool may_be_tried(const PassphraseCost& cost) {
    return cost.ops >= static_cast<std::int64_t>(crypto_pwhash_OPSLIMIT_MIN) && cost.ops <= most_cost.ops &&
           cost.mem_bytes >= static_cast<std::int64_t>(crypto_pwhash_MEMLIMIT_MIN) &&
           cost.mem_bytes <= most_cost.mem_bytes;
}

}  // namespace liangdi::store
