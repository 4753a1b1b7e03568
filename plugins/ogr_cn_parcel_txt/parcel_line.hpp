#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace liangdi::plugins {

enum class ParcelKind { face, line, point };
const char* kind_word(ParcelKind kind);  ///< 面, 线, 点

/// 点数,面积,地块编号,地块名称,面|线|点,图幅号,用途,地类编码,…,@
struct ParcelRow {
    std::optional<std::int64_t> point_count;
    std::string area;
    std::string code, name, sheet, use, land_class;
    ParcelKind kind = ParcelKind::face;
    std::vector<std::string> extra;  ///< the columns between 地类编码 and @
};

/// 点号,圈号,X(北),Y(东)
struct PointRow {
    std::string name;
    std::int64_t ring = 0;
    double first = 0;
    double second = 0;
    std::int64_t line = 0;
};

enum class LineKind { blank, section, parcel, point, unreadable };

struct BodyLine {
    LineKind kind = LineKind::blank;
    std::string section;  ///< the name between the brackets
    ParcelRow parcel;
    PointRow point;
    std::string why;  ///< unreadable: the reason; otherwise a fault that was read over; may be empty
};

/// The name of the section that a line opens, in [ ], 【 】 or ［ ］, blanks before and inside ignored.
std::optional<std::string> section_name(std::string_view text);
inline constexpr const char* header_section = "属性描述";
inline constexpr const char* body_section = "地块坐标";

/// What a line of [地块坐标] is. A parcel line has 面, 线 or 点 as its fifth field or @ as its last; a point
/// line has four fields or more, the second a whole number. Full-width commas and digits count where the
/// line makes no sense without.
void parse_body_line(std::string_view text, BodyLine& line);

/// A declared area in hectares: "0.7655", "0.7655公顷"; other units that the text names are converted.
/// `note` says what was odd. Nothing if blank or no number.
std::optional<double> declared_hectares(std::string_view text, std::string& note);

}  // namespace liangdi::plugins
