#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liangdi::plugins {

/// 点号,编码,Y(东),X(北),H
struct CassPoint {
    std::string name, code;
    double first = 0;  ///< as written; the easting, if the file keeps to the format
    double second = 0;
    std::optional<double> height;
};

enum class CassLineKind { blank, point, unreadable };

struct CassLine {
    CassLineKind kind = CassLineKind::blank;
    CassPoint point;
    std::size_t fields = 0;
    std::string why;  ///< unreadable: the reason; otherwise a fault that was read over; may be empty
};

/// Blank lines and comments (# ; // ! at the start) are blank. Full-width commas and digits count where the
/// line makes no sense without.
void parse_cass_line(std::string_view text, CassLine& line);

/// The first bytes of a file are CASS points: no binary, at least one line of exactly five fields, and no
/// more than one in five of the complete lines that is not. Strict, because many formats end in .dat.
bool looks_like_cass(std::string_view head, bool whole_file);

}  // namespace liangdi::plugins
