#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liangdi::land {

/// A share of a right (LADM LA_RRR.share): an exact fraction, never a decimal.
struct Share {
    std::int64_t num = 1;
    std::int64_t den = 1;
    friend bool operator==(const Share&, const Share&) = default;
};

/// "1/3", "1／3", "33 %", "0.5", "全部". Nothing where it is none of these, or den is 0, or the share is < 0.
std::optional<Share> parse_share(std::string_view text);
std::string to_text(Share share);  ///< "1/3"

Share sum(Share a, Share b);      ///< reduced to lowest terms
bool exceeds_whole(Share share);  ///< more than 1/1

}  // namespace liangdi::land
