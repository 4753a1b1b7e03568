#include "land/share.hpp"

#include <fmt/format.h>

#include <charconv>
#include <numeric>

#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::land {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t n = 0;
    if (!is_digits(text)) return {};
    const auto [ptr, ec] = std::from_chars(text.data(), text.data() + text.size(), n);
    return ec == std::errc{} ? std::optional(n) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

Share reduced(Share share) {
    const std::int64_t g = std::gcd(share.num, share.den);
    return g > 1 ? Share{share.num / g, share.den / g} : share;
}

/// "33.5" over 10^extra_places: an exact fraction in lowest terms.
std::optional<Share> decimal_share(std::string_view text, int extra_places) {
    const auto point = text.find('.');
    std::string digits(text.substr(0, point));
    int places = extra_places;
    if (point != std::string_view::npos) {
        const std::string_view decimals = text.substr(point + 1);
        if (!is_digits(decimals) || decimals.size() > 12) return {};
        digits += decimals;
        places += static_cast<int>(decimals.size());
    }
    const auto num = whole_number(digits);
    if (!num || point == 0) return {};
    std::int64_t den = 1;
    for (int i = 0; i < places; ++i) den *= 10;
    return reduced({*num, den});
}

std::int64_t checked(bool overflows, std::int64_t value) {
    if (overflows)
        throw Error("share_overflow",
                    "These shares are too finely divided to be added up; correct them first.");
    return value;
}

std::int64_t times(std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    const bool overflows = __builtin_mul_overflow(a, b, &out);
    return checked(overflows, out);
}

std::int64_t plus(std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    const bool overflows = __builtin_add_overflow(a, b, &out);
    return checked(overflows, out);
}

}  // namespace

std::optional<Share> parse_share(std::string_view text) {
    const std::string half = half_width(text);
    const std::string_view share = half;
    if (share == "全部" || share == "全额" || share == "单独所有") return Share{1, 1};

    if (const auto slash = share.find('/'); slash != std::string_view::npos) {
        const auto num = whole_number(trimmed(share.substr(0, slash)));
        const auto den = whole_number(trimmed(share.substr(slash + 1)));
        if (!num || !den || *den == 0) return {};
        return Share{*num, *den};
    }
    if (share.ends_with('%')) return decimal_share(trimmed(share.substr(0, share.size() - 1)), 2);
    return decimal_share(share, 0);
}

std::string to_text(Share share) {
    return fmt::format("{}/{}", share.num, share.den);
}

Share sum(Share a, Share b) {
    a = reduced(a);
    b = reduced(b);
    // Over the least common denominator: the plain product would overflow on registers with fine shares.
    const std::int64_t g = std::gcd(a.den, b.den);
    const std::int64_t den = times(a.den / g, b.den);
    return reduced({plus(times(a.num, b.den / g), times(b.num, a.den / g)), den});
}

bool exceeds_whole(Share share) {
    return share.num > share.den;
}

}  // namespace liangdi::land
