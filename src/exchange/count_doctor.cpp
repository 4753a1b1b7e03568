#include "exchange/count_doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace liangdi::exchange {

std::optional<land::Finding> count_finding(const std::string& format, const SourceLayer& layer,
                                           std::int64_t rows) {
    constexpr std::array loose{"XLSX", "XLS", "ODS", "CSV", "OSM", "ESRI Shapefile"};
    const bool exact = std::none_of(loose.begin(), loose.end(), [&](const char* f) { return format == f; });
    land::Finding finding;
    finding.severity = land::Severity::warning;
    if (rows == 0 && (layer.count == 0 || !exact)) {
        finding.rule = "source.no_rows";
        finding.reason = "there is no row in " + layer.name;
        finding.mend = "look whether it is the right file and the right layer";
        return finding;
    }
    if (!exact || rows >= layer.count) return {};
    finding.rule = "source.rows_missing";
    finding.reason = fmt::format("{} names {} rows, {} could be read", layer.name, layer.count, rows);
    finding.mend = "ask the sender for a complete copy, or how many rows there should be";
    return finding;
}

}  // namespace liangdi::exchange
