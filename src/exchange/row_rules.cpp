#include "exchange/row_rules.hpp"

#include <algorithm>

namespace liangdi::exchange {
namespace {

std::optional<double> number(const land::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return {};
}

/// Columns that hold an amount which cannot be negative. Payments can: a correction is booked as one.
bool is_amount(const land::TableShape& table, const std::string& column) {
    if (column == "floors" || column == "rooms" || column == "share_num" || column == "n") return true;
    return column.ends_with("_hundredths") && table.name != "payment";
}

bool is_positive(const std::string& column) {
    return column == "share_den" || column == "width_m";
}

std::string choices_of(const land::ColumnShape& column) {
    std::string all;
    for (const std::string& choice : column.choices) all += (all.empty() ? "" : ", ") + choice;
    return all;
}

}  // namespace

std::optional<BrokenRule> broken_value(const land::TableShape& table, const land::ColumnShape& column,
                                       const land::Value& value) {
    if (land::is_null(value)) return {};
    const std::string& name = column.name;
    if (!column.choices.empty() && std::find(column.choices.begin(), column.choices.end(),
                                             land::to_display(value)) == column.choices.end())
        return BrokenRule{name, value, "not one of " + choices_of(column),
                          "list it under \"values\" in the mapping, or mend it in the source"};
    const auto n = number(value);
    if (!n) return {};
    if (*n < 0 && is_amount(table, name))
        return BrokenRule{name, value, "negative", "look at the value in the source"};
    if (*n <= 0 && is_positive(name))
        return BrokenRule{name, value, "not above 0", "look at the value in the source"};
    if (column.type == land::ColumnType::flag && *n != 0 && *n != 1)
        return BrokenRule{name, value, "neither 0 nor 1", "write 是 or 否"};
    return {};
}

bool is_span_end(std::string_view column) {
    return column.ends_with("_from") || column.ends_with("_to");
}

std::optional<BrokenRule> broken_span(const land::TableShape& table, const std::string& column,
                                      const std::function<land::Value(const std::string&)>& cell) {
    const std::string stem = column.substr(0, column.rfind('_'));
    const std::string start = stem + "_from", end = stem + "_to";
    if (!table.has(start) || !table.has(end)) return {};
    const land::Value from = cell(start), to = cell(end);
    const auto* from_text = std::get_if<std::string>(&from);
    const auto* to_text = std::get_if<std::string>(&to);
    if (from_text && to_text && *to_text < *from_text)
        return BrokenRule{end, to, "ends before it begins on " + *from_text,
                          "put the two dates right in the source"};
    return {};
}

}  // namespace liangdi::exchange
