#include "sample/codes.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "land/id_number.hpp"

namespace liangdi::sample {

std::string with_credit_check(const std::string& chars17) {
    constexpr std::string_view charset = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::array<int, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += static_cast<int>(charset.find(chars17[i])) * weights[i];
    return chars17 + charset[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

std::string id_number(int part, int year, int month, int day, int order, bool male) {
    const std::string digits = fmt::format("5299{:02d}{:04d}{:02d}{:02d}{:03d}", part % 100, year, month, day,
                                           order * 2 + (male ? 1 : 0));
    return digits + land::id_number_check_character(digits);
}

std::string phone_number(int part, std::int64_t n) {
    return fmt::format("100{:03d}{:05d}", part, n);
}

}  // namespace liangdi::sample
