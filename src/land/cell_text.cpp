#include "land/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/date.hpp"

namespace liangdi::land {

namespace {

[[noreturn]] void refuse(const ColumnShape& column, std::string_view text, std::string_view mend) {
    throw Error("bad_value", fmt::format("{} = '{}' cannot be taken: {}", column.name, text, mend));
}

template <class Number>
bool whole(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

bool is_hundredths(std::string_view column) {
    return column.ends_with("_hundredths");
}

std::string cell_text(const ColumnShape& column, const Value& value) {
    if (is_null(value)) return {};
    if (const auto* n = std::get_if<std::int64_t>(&value); n && is_hundredths(column.name))
        return format_hundredths(*n);
    return to_display(value);
}

Value cell_value(const ColumnShape& column, std::string_view typed) {
    const std::string_view text = trimmed(typed);
    if (text.empty()) {
        if (column.required) refuse(column, text, "this column must not be empty");
        return {};
    }
    if (!column.choices.empty() && std::ranges::find(column.choices, text) == column.choices.end())
        refuse(column, text, fmt::format("choose one of {}", fmt::join(column.choices, ", ")));
    if (is_hundredths(column.name)) {
        const auto hundredths = parse_hundredths(text);
        if (!hundredths) refuse(column, text, "write a number with at most two decimals, like 3.21");
        return *hundredths;
    }
    switch (column.type) {
        case ColumnType::integer:
        case ColumnType::flag: {
            std::int64_t number = 0;
            if (!whole(text, number)) refuse(column, text, "write a whole number");
            return number;
        }
        case ColumnType::real: {
            double number = 0;
            if (!whole(text, number) || !std::isfinite(number))
                refuse(column, text, "write a number with a decimal point, like 4.5");
            return number;
        }
        case ColumnType::date: {
            const auto date = parse_date(text);
            if (!date) refuse(column, text, "write the day as 2025-11-25");
            return to_text(*date);
        }
        case ColumnType::text:
            return std::string(text);
        case ColumnType::blob:
        case ColumnType::geometry:
            break;
    }
    refuse(column, text, "this column cannot be typed");
}

std::string read_only_reason(const TableShape& table, const ColumnShape& column) {
    constexpr std::array kept_by_program{"setting", "finding", "lineage",     "style",
                                         "layer",   "sealed",  "group_count", "document"};
    if (std::ranges::find(kept_by_program, table.name) != kept_by_program.end())
        return "the program keeps this table itself";
    if (column.type == ColumnType::blob || column.type == ColumnType::geometry)
        return "this is no text; it is changed elsewhere";
    if (table.name == "parcel" && column.name == "kind")
        return "a parcel's kind decides its rights and its layer; import it anew";
    if (table.name == "party" && column.name == "kind") return "a party's kind decides its tables";
    if (table.name == "area_record")
        return "areas are issued or measured: they come with an import or with a change of the shape";
    return {};
}

}  // namespace liangdi::land
