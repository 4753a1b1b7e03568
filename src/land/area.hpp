#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Registered and contract areas are exact numbers as issued: whole hundredths of their own unit.
namespace liangdi::land {

enum class AreaUnit { m2, mu };

std::string_view to_text(AreaUnit unit);                   ///< "m2", "mu"
std::optional<AreaUnit> area_unit(std::string_view text);  ///< "m2", "㎡", "平方米", "mu", "亩" …

struct Area {
    std::int64_t hundredths = 0;
    AreaUnit unit = AreaUnit::m2;
    friend bool operator==(const Area&, const Area&) = default;
};

/// "3598.10" -> 359810. Nothing for anything that is not a plain decimal with at most two decimals that
/// count (trailing zeros do not); full-width digits and grouping commas are accepted.
std::optional<std::int64_t> parse_hundredths(std::string_view text);
std::string format_hundredths(std::int64_t hundredths);  ///< 359810 -> "3598.10"

/// Half up in decimal, as people check by hand (standards/06): 12.345 -> 1235 for the double nearest 12.345.
std::int64_t hundredths_of(double value);

/// 亩 = m2 x 0.0015 exactly; half up to whole hundredths.
std::int64_t mu_hundredths_of_m2(double area_m2);
std::int64_t mu_hundredths_of(Area area);

}  // namespace liangdi::land
