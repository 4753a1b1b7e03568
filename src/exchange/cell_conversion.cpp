#include "exchange/cell_conversion.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "exchange/number_doctor.hpp"
#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/date.hpp"
#include "land/ledger_text.hpp"
#include "land/share.hpp"

namespace liangdi::exchange {
namespace {

constexpr double exact_up_to =
    9007199254740992.0;  // 2^53: above it a double no longer tells neighbours apart

Converted failed(std::string reason, std::string mend) {
    return {{}, {}, std::move(reason), std::move(mend)};
}
Converted done(land::Value value) {
    return {std::move(value), {}, {}, {}};
}

Converted number_for_code() {
    return failed("a code was kept as a number and lost digits",
                  "format the column as text in the source and enter the code again");
}

std::string without_end_blanks(const std::string& text) {
    const auto plain = [](char c) { return c > ' ' && c < 127; };
    if (!text.empty() && plain(text.front()) && plain(text.back())) return text;
    std::string_view rest = text;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : {" ", "\t", "\r", "\n", "\u3000", "\u00A0"}) {
            while (rest.starts_with(blank)) rest.remove_prefix(blank.size()), again = true;
            while (rest.ends_with(blank)) rest.remove_suffix(blank.size()), again = true;
        }
    }
    return std::string(rest);
}

std::optional<double> whole_double(const std::string& text) {
    if (text.empty() || text.find_first_not_of("0123456789.+-eE") != std::string::npos) return {};
    double number = 0;
    const char* begin = text.data() + (text.front() == '+');
    const auto [end, problem] = std::from_chars(begin, text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return {};
    return number;
}

/// Text of a cell before it is understood; numbers are written out in full.
std::string written(const land::Value& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return without_end_blanks(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell))
        return std::floor(*real) == *real && std::abs(*real) < exact_up_to ? fmt::format("{:.0f}", *real)
                                                                           : fmt::format("{}", *real);
    return {};
}

Converted to_text_value(const land::Value& cell) {
    if (is_shortened_number(cell)) return number_for_code();
    std::string text = written(cell);
    // A spreadsheet marks text with an apostrophe; some writers put it into the cell.
    if (text.size() > 6 && (text.front() == '\'' || text.back() == '\'') &&
        text.find_first_not_of("0123456789Xx'") == std::string::npos)
        return failed("an apostrophe has become part of the code", "take the apostrophe away in the source");
    return done(land::text_or_null(std::move(text)));
}

Converted to_integer(const std::string& text) {
    const std::string half = land::half_width(text);
    std::int64_t whole = 0;
    const char* begin = half.data() + (half.starts_with('+') ? 1 : 0);
    const auto [end, problem] = std::from_chars(begin, half.data() + half.size(), whole);
    if (problem == std::errc{} && end == half.data() + half.size()) return done(whole);
    if (const auto real = whole_double(half);
        real && std::floor(*real) == *real && std::abs(*real) < exact_up_to)
        return done(static_cast<std::int64_t>(*real));
    return failed("not a whole number", "write digits only, for example 12");
}

Converted to_real(const std::string& text) {
    if (const auto real = whole_double(land::half_width(text))) return done(*real);
    return failed("not a number", "write digits and at most one point, for example 3.5");
}

Converted to_date(const std::string& text) {
    if (const auto date = land::parse_date(text)) return done(land::to_text(*date));
    if (const auto day = day_of_serial(land::half_width(text)))
        return failed("a spreadsheet's day number; it would be " + *day,
                      "format the column as a date in the source");
    return failed("not a whole date", "write year, month and day, for example 2015-03-05");
}

Converted to_year(const std::string& text) {
    std::string half = land::half_width(text);
    if (const auto date = land::parse_date(half)) return done(std::int64_t{static_cast<int>(date->year())});
    if (half.ends_with("年")) half.resize(half.size() - std::string_view("年").size());
    if (half.size() > 4 && half.find_first_not_of("0123456789.-/") == std::string::npos &&
        land::is_digits(half.substr(0, 4)) && (half[4] == '.' || half[4] == '-' || half[4] == '/'))
        half.resize(4);  // "1987.5": the month is not needed
    if (half.size() == 4 && land::is_digits(half))
        if (const int year = std::stoi(half); year >= 1800 && year <= 2999) return done(std::int64_t{year});
    return failed("not a year", "write four digits, for example 1987");
}

Converted to_month_day(const std::string& text) {
    Converted date = to_date(text);
    if (date.ok()) date.value = std::get<std::string>(date.value).substr(5);
    return date;
}

Converted to_flag(const std::string& text) {
    const std::string half = land::half_width(text);
    for (const char* yes : {"1", "是", "有", "true", "TRUE", "yes", "Y", "y", "√", "1.0"})
        if (half == yes) return done(std::int64_t{1});
    for (const char* no : {"0", "否", "无", "false", "FALSE", "no", "N", "n", "×", "0.0"})
        if (half == no) return done(std::int64_t{0});
    return failed("neither yes nor no", "write 是 or 否");
}

Converted to_hundredths(const land::Value& cell, const std::string& text) {
    try {
        if (const auto* real = std::get_if<double>(&cell)) return done(land::hundredths_of(*real));
        if (const auto exact = land::parse_hundredths(text)) return done(*exact);
        // A spreadsheet shows 15 digits and stores what its double needs: "38220.410000000003".
        const std::string half = land::half_width(text);
        constexpr std::size_t digits_of_a_double = 15;
        if (const auto real = whole_double(half);
            real && (half.size() > digits_of_a_double || half.find_first_of("eE") != std::string::npos))
            if (const auto exact =
                    land::parse_hundredths(fmt::format("{:.{}f}", *real, std::abs(*real) < 1e9 ? 6 : 3)))
                return done(*exact);
    } catch (const Error&) {
        return failed("too large or not a number", "look at the value and its unit");
    }
    return failed("not a number with at most two decimals", "write it as issued, for example 3598.10");
}

Converted to_share(const std::string& text) {
    const auto share = land::parse_share(text);
    if (!share) return failed("not a share", "write a fraction, for example 1/3");
    return {share->num, share->den, {}, {}};
}

}  // namespace

Converted convert(const land::Value& cell, ReadAs as) {
    if (as == ReadAs::text || as == ReadAs::by_column) return to_text_value(cell);
    const std::string text = written(cell);
    if (text.empty()) return {};
    switch (as) {
        case ReadAs::integer:
            return to_integer(text);
        case ReadAs::real:
            return to_real(text);
        case ReadAs::date:
            return to_date(text);
        case ReadAs::year:
            return to_year(text);
        case ReadAs::month_day:
            return to_month_day(text);
        case ReadAs::flag:
            return to_flag(text);
        case ReadAs::hundredths:
            return to_hundredths(cell, text);
        case ReadAs::share:
            return to_share(text);
        case ReadAs::text:
        case ReadAs::by_column:
            break;
    }
    return {};
}

ReadAs natural_reading(const land::ColumnShape& column) {
    switch (column.type) {
        case land::ColumnType::integer:
            return ReadAs::integer;
        case land::ColumnType::real:
            return ReadAs::real;
        case land::ColumnType::date:
            return ReadAs::date;
        case land::ColumnType::flag:
            return ReadAs::flag;
        default:
            return ReadAs::text;
    }
}

}  // namespace liangdi::exchange
