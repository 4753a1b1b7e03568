#include "land/area.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::land {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

/// The shortest decimal that reads back as the same double: digits x 10^exponent. It is the number that
/// people see and check by hand, so that is what gets rounded, not the binary value behind it.
struct Decimal {
    bool negative = false;
    std::int64_t digits = 0;  // at most 17 of them
    int exponent = 0;
};

Decimal shortest_decimal(double value) {
    if (!std::isfinite(value)) throw Error("not_a_number", "An area is not a finite number.");
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), std::abs(value), std::chars_format::scientific);
    Decimal out;
    out.negative = std::signbit(value);
    const std::string_view shown(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const auto e = shown.find('e');
    for (char c : shown.substr(0, e))
        if (c != '.') {
            out.digits = out.digits * 10 + (c - '0');
            --out.exponent;
        }
    ++out.exponent;  // the digit before the point
    int power = 0;
    const std::string_view sign_and_power = shown.substr(e + 1);
    std::from_chars(sign_and_power.data() + 1, sign_and_power.data() + sign_and_power.size(), power);
    out.exponent += sign_and_power.front() == '-' ? -power : power;
    return out;
}

/// digits x 10^exponent to a whole number, halves away from zero.
std::int64_t rounded(std::int64_t digits, int exponent, bool negative) {
    while (exponent > 0 && digits != 0) {
        if (digits > largest / 10)
            throw Error("area_too_large", "An area is too large to be counted in hundredths.");
        digits *= 10;
        --exponent;
    }
    if (exponent < 0) {
        for (; exponent < -1 && digits != 0; ++exponent)
            digits /= 10;  // the last dropped digit decides alone
        digits = digits / 10 + (digits % 10 >= 5 ? 1 : 0);
    }
    return negative ? -digits : digits;
}

}  // namespace

std::string_view to_text(AreaUnit unit) {
    return unit == AreaUnit::mu ? "mu" : "m2";
}

std::optional<AreaUnit> area_unit(std::string_view text) {
    const std::string unit = half_width(text);
    for (std::string_view name : {"m2", "M2", "m²", "M²", "㎡", "m^2", "sqm", "平方米", "平米"})
        if (unit == name) return AreaUnit::m2;
    for (std::string_view name : {"mu", "Mu", "MU", "亩", "市亩"})
        if (unit == name) return AreaUnit::mu;
    return {};
}

std::optional<std::int64_t> parse_hundredths(std::string_view text) {
    const std::string half = half_width(text);
    std::string_view rest = half;
    const bool negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);

    const auto point = rest.find('.');
    const std::string_view grouped = rest.substr(0, point);
    std::string whole;
    if (grouped.find(',') == std::string_view::npos) {
        whole = grouped;
    } else {
        // Commas count only where they part the number into threes; "1,5" is no grouping but a doubt.
        for (std::size_t i = 0; i < grouped.size(); ++i) {
            const bool at_comma = (grouped.size() - i) % 4 == 0;
            if ((grouped[i] == ',') != at_comma || (at_comma && i == 0)) return {};
            if (!at_comma) whole += grouped[i];
        }
    }
    if (!is_digits(whole)) return {};

    std::string decimals;
    if (point != std::string_view::npos) {
        decimals = rest.substr(point + 1);
        if (!is_digits(decimals)) return {};
        while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
        if (decimals.size() > 2) return {};
    }
    decimals.resize(2, '0');
    const std::string all = whole + decimals;
    std::int64_t hundredths = 0;
    const auto [ptr, ec] = std::from_chars(all.data(), all.data() + all.size(), hundredths);
    if (ec != std::errc{} || ptr != all.data() + all.size()) return {};
    return negative ? -hundredths : hundredths;
}

std::string format_hundredths(std::int64_t hundredths) {
    // Unsigned, so that the least number of all has a size, too.
    const std::uint64_t size =
        hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths) : static_cast<std::uint64_t>(hundredths);
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

std::int64_t hundredths_of(double value) {
    // Most values lie far from a half: there the binary value rounds as the decimal that people see.
    constexpr double largest_exact = 1e9, near_a_half = 1e-4;  // rounding errors stay below 2e-5
    const double scaled = std::abs(value) * 100, below = std::floor(scaled), rest = scaled - below;
    if (scaled < 100 * largest_exact && std::abs(rest - 0.5) > near_a_half) {
        const auto n = static_cast<std::int64_t>(below) + (rest > 0.5 ? 1 : 0);
        return value < 0 ? -n : n;
    }
    const Decimal d = shortest_decimal(value);
    return rounded(d.digits, d.exponent + 2, d.negative);
}

std::int64_t mu_hundredths_of_m2(double area_m2) {
    const Decimal d = shortest_decimal(area_m2);
    return rounded(d.digits * 15, d.exponent - 2, d.negative);  // x 0.0015 x 100 = x 15 x 10^-2
}

std::int64_t mu_hundredths_of(Area area) {
    return area.unit == AreaUnit::mu ? area.hundredths : (area.hundredths * 15 + 5000) / 10000;
}

}  // namespace liangdi::land
