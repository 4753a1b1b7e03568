#include "land/finding.hpp"

#include <fmt/format.h>

namespace liangdi::land {

std::string_view to_text(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

std::string to_line(const Finding& finding) {
    std::string where = finding.source;
    const auto add = [&where](std::string_view separator, const std::string& part) {
        if (!where.empty()) where += separator;
        where += part;
    };
    if (finding.row != 0) add(" ", fmt::format("row {}", finding.row));
    // A row of the source is what the reader can look up; the town's table is named where there is none.
    if (finding.row == 0 && !finding.table.empty())
        add(", ", finding.id != 0 ? fmt::format("{} {}", finding.table, finding.id) : finding.table);
    if (!finding.field.empty()) add(", ", fmt::format("{} = '{}'", finding.field, finding.value));

    std::string line = where.empty() ? finding.reason : where + ": " + finding.reason;
    const auto ends_sentence = [](const std::string& s) {
        return s.ends_with('.') || s.ends_with("。") || s.ends_with('!') || s.ends_with('?');
    };
    if (!line.empty() && !ends_sentence(line)) line += '.';
    if (!finding.mend.empty()) {
        line += ' ' + finding.mend;
        if (!ends_sentence(line)) line += '.';
    }
    // One line, whatever a cell of a spreadsheet holds.
    for (char& c : line)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return line;
}

}  // namespace liangdi::land
