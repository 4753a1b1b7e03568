#include "exchange/number_doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "land/id_number.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

constexpr std::size_t exact_digits = 15;  ///< that a spreadsheet keeps
constexpr std::size_t longest = 40;

std::string text_of(const land::Value& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text ? land::half_width(*text) : std::string{};
}

/// 18 digits, or what is left of them, may be an identity number.
bool may_be_person(const std::string& example) {
    return example.size() == 18 || example.find("E+17") != std::string::npos ||
           example.find("e+17") != std::string::npos;
}

bool holds(const std::string& name, std::initializer_list<const char*> words) {
    for (const char* word : words)
        if (name.find(word) != std::string::npos) return true;
    return false;
}

}  // namespace

bool is_shortened_number(const land::Value& cell) {
    constexpr double exact_up_to = 9007199254740992.0;  // 2^53
    if (const auto* real = std::get_if<double>(&cell)) return std::abs(*real) >= exact_up_to;
    // Most texts are none of a number, and this is asked of every cell of an import.
    const auto* said = std::get_if<std::string>(&cell);
    const auto may_be_exponent = [](char c) { return c == 'e' || c == 'E' || c == '\xEF'; };  // or full width
    if (!said || std::none_of(said->begin(), said->end(), may_be_exponent)) return false;
    const std::string text = text_of(cell);
    const auto e = text.find_first_of("eE");
    if (e == std::string::npos || text.find_first_not_of("0123456789.+-eE") != std::string::npos)
        return false;
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr long least_exponent = 11;
    return problem == std::errc{} && end == text.data() + text.size() &&
           std::strtol(text.c_str() + e + 1, nullptr, 10) >= least_exponent;
}

bool is_rounded_number(const land::Value& cell) {
    const std::string text = text_of(cell);
    return text.size() > exact_digits && land::is_digits(text) && text[0] != '0' &&
           text.find_first_not_of('0', exact_digits) == std::string::npos;
}

std::optional<std::string> day_of_serial(const std::string& text) {
    int serial = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), serial);
    constexpr int first = 7306, last = 65746;  // 1920-01-01, 2079-12-31
    if (text.size() != 5 && text.size() != 4) return {};
    if (problem != std::errc{} || end != text.data() + text.size() || serial < first || serial > last)
        return {};
    using namespace std::chrono;
    const year_month_day day{sys_days{year{1899} / 12 / 30} + days{serial}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

void NumberDoctor::Place::add(std::int64_t row, const land::Value& cell) {
    if (count++ == 0) first_row = row, example = land::to_display(cell);
}

NumberDoctor::NumberDoctor(const SourceLayer& layer) : layer_(&layer), columns_(layer.fields.size()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::string& name = layer.fields[i].name;
        columns_[i].lengths.resize(longest + 1);
        columns_[i].first_of_length.resize(longest + 1);
        columns_[i].names_a_day =
            holds(name, {"日期", "时间", "年月", "生日", "RQ", "date", "Date", "_on"}) ||
            name.ends_with("起") || name.ends_with("止");
        columns_[i].names_a_person =
            holds(name, {"证件号", "身份证", "证号", "ZJHM", "电话", "手机", "LXDH", "账号", "卡号"});
    }
}

void NumberDoctor::row(const SourceRow& row) {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
        const land::Value& cell = row.cells[i];
        if (land::is_null(cell)) continue;
        Column& column = columns_[i];
        ++column.filled;
        if (is_shortened_number(cell)) column.shortened.add(row.row, cell);
        const std::string text = text_of(cell);
        if (text.empty()) continue;
        if (text.size() > 6 && (text.front() == '\'' || text.back() == '\''))
            column.apostrophe.add(row.row, cell);
        if (column.names_a_day && day_of_serial(text)) column.serial.add(row.row, cell);
        if (!land::is_digits(text)) continue;
        ++column.digits_only;
        column.leading_zero += text[0] == '0';
        if (text.size() > exact_digits) {
            ++column.long_numbers;
            if (is_rounded_number(cell) &&
                !(text.size() == 18 && land::id_number_defect(text) == land::IdNumberDefect::none))
                column.rounded.add(row.row, cell);
        }
        if (text.size() <= longest)
            if (column.lengths[text.size()]++ == 0) column.first_of_length[text.size()] = row.row;
    }
}

std::vector<bool> NumberDoctor::rounded_columns() const {
    std::vector<bool> out;
    for (const Column& column : columns_)
        out.push_back(column.rounded.count > 0 && column.rounded.count * 2 > column.long_numbers);
    return out;
}

std::vector<land::Finding> NumberDoctor::findings() const {
    std::vector<land::Finding> out;
    const std::vector<bool> rounded = rounded_columns();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& column = columns_[i];
        const auto find = [&](land::Severity severity, const char* rule, const Place& place,
                              const std::string& reason, const std::string& mend) {
            out.push_back({severity,
                           rule,
                           "",
                           0,
                           "",
                           place.first_row,
                           layer_->fields[i].name,
                           column.names_a_person || may_be_person(place.example) ? "" : place.example,
                           fmt::format("{} ({} cells, the first here)", reason, place.count),
                           mend,
                           {}});
        };
        if (column.shortened.count > 0)
            find(land::Severity::error, "number.shortened", column.shortened,
                 "a code was kept as a number and shortened, its last digits are lost",
                 "get the codes from the original; format the column as text first");
        if (rounded[i])
            find(land::Severity::error, "number.rounded", column.rounded,
                 "a code was kept as a number: all digits after the 15th have become 0",
                 "get the codes from the original; format the column as text first");
        if (column.apostrophe.count > 0)
            find(land::Severity::warning, "number.apostrophe", column.apostrophe,
                 "an apostrophe, by which a spreadsheet marks text, has become part of the code",
                 "take the apostrophes away");
        if (column.serial.count * 2 > column.filled)
            find(land::Severity::warning, "number.day_serial", column.serial,
                 fmt::format("days stand as a spreadsheet's day numbers; the first would be {}",
                             *day_of_serial(land::half_width(column.serial.example))),
                 "format the column as a date and save again");
        // Most codes one digit longer and beginning with 0: the shorter ones have lost theirs.
        std::size_t usual = 0;
        for (std::size_t n = 1; n <= longest; ++n)
            if (column.lengths[n] > column.lengths[usual]) usual = n;
        if (usual >= 4 && column.leading_zero * 2 > column.digits_only && column.lengths[usual - 1] > 0 &&
            column.lengths[usual - 1] * 2 < column.lengths[usual]) {
            Place place{column.lengths[usual - 1], column.first_of_length[usual - 1], {}};
            find(land::Severity::warning, "number.lost_zeros", place,
                 fmt::format(
                     "codes of {} digits stand among codes of {} that begin with 0: a leading zero is lost",
                     usual - 1, usual),
                 "format the column as text and enter these codes again");
        }
    }
    return out;
}

}  // namespace liangdi::exchange
