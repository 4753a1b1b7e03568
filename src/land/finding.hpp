#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"

namespace liangdi::land {

enum class Severity { note, warning, error };

std::string_view to_text(Severity severity);  ///< "note", "warning", "error"

/// Bad data, said so that a person can mend it: where it is, what is there, why it is wrong, what to do.
struct Finding {
    Severity severity = Severity::error;
    std::string rule;      ///< stable name: "import.code_not_found"
    std::string table;     ///< table of the town, where it concerns one
    std::int64_t id = 0;   ///< row of that table, 0 where none
    std::string source;    ///< file (and layer)
    std::int64_t row = 0;  ///< row of the source as a person counts it, 0 where none
    std::string field, value;
    std::string reason, mend;
    std::optional<geo::Point> at;  ///< place on the map, town CRS
};

/// One line: "flats.xlsx row 12, 楼栋 = 'B-9': no such building. Import the buildings first."
std::string to_line(const Finding& finding);

}  // namespace liangdi::land
