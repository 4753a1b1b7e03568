#include "land/id_number.hpp"

#include <algorithm>
#include <array>

#include "land/ledger_text.hpp"

namespace liangdi::land {
namespace {

bool is_province(std::string_view code) {
    constexpr std::array<std::string_view, 36> provinces{
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
        "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
        "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91"};
    return std::ranges::find(provinces, code) != provinces.end();
}

std::optional<Date> date_of(std::string_view eight_digits) {
    return parse_iso_date(std::string(eight_digits.substr(0, 4)) + "-" +
                          std::string(eight_digits.substr(4, 2)) + "-" +
                          std::string(eight_digits.substr(6, 2)));
}

/// The old number written out: the century was always the twentieth.
std::string written_out(std::string_view fifteen) {
    std::string out = std::string(fifteen.substr(0, 6)) + "19" + std::string(fifteen.substr(6));
    return out + id_number_check_character(out);
}

/// Counts characters of UTF-8, not bytes, so that a mask never cuts one in two.
std::string masked(std::string_view text, std::size_t head, std::size_t tail, std::size_t least) {
    const std::string plain = half_width(text);
    std::size_t characters = 0;
    for (char c : plain) characters += begins_character(c) ? 1 : 0;
    const bool show = characters >= least;
    std::string out;
    std::size_t at = 0;
    for (char c : plain) {
        if (begins_character(c)) ++at;
        const bool kept = show && (at <= head || at > characters - tail);
        if (kept)
            out += c;
        else if (begins_character(c))
            out += '*';
    }
    return out;
}

}  // namespace

std::string_view to_text(IdNumberDefect defect) {
    switch (defect) {
        case IdNumberDefect::none:
            return "";
        case IdNumberDefect::length:
            return "an identity number has 18 characters (or 15 digits in old papers)";
        case IdNumberDefect::characters:
            return "an identity number has digits only, and X at most in the last place";
        case IdNumberDefect::province:
            return "the first two digits of the identity number are no province";
        case IdNumberDefect::birth_date:
            return "the identity number holds a date of birth that does not exist";
        case IdNumberDefect::check_character:
            break;
    }
    return "the check character of the identity number does not fit the other 17 digits";
}

std::string normalized_id_number(std::string_view text) {
    std::string out = half_width(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\'' || c == '`'; });
    std::ranges::replace(out, 'x', 'X');
    return out;
}

char id_number_check_character(std::string_view first_17) {
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (first_17.size() != weights.size() || !is_digits(first_17)) return '?';
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (first_17[i] - '0');
    return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

IdNumberDefect id_number_defect(std::string_view text) {
    std::string number = normalized_id_number(text);
    if (number.size() != 15 && number.size() != 18) return IdNumberDefect::length;
    if (!is_digits(std::string_view(number).substr(0, number.size() == 15 ? 15 : 17)))
        return IdNumberDefect::characters;
    if (number.size() == 18 && number[17] != 'X' && !is_digits(std::string_view(number).substr(17)))
        return IdNumberDefect::characters;
    if (number.size() == 15) number = written_out(number);
    if (!is_province(std::string_view(number).substr(0, 2))) return IdNumberDefect::province;
    if (!date_of(std::string_view(number).substr(6, 8))) return IdNumberDefect::birth_date;
    if (number[17] != id_number_check_character(std::string_view(number).substr(0, 17)))
        return IdNumberDefect::check_character;
    return IdNumberDefect::none;
}

std::optional<std::string> id_number_of_18(std::string_view text) {
    if (id_number_defect(text) != IdNumberDefect::none) return {};
    std::string number = normalized_id_number(text);
    return number.size() == 15 ? written_out(number) : number;
}

std::optional<Date> birth_date_of_id_number(std::string_view text) {
    const auto number = id_number_of_18(text);
    return number ? date_of(std::string_view(*number).substr(6, 8)) : std::nullopt;
}

std::optional<bool> is_male_by_id_number(std::string_view text) {
    const auto number = id_number_of_18(text);
    if (!number) return {};
    return ((*number)[16] - '0') % 2 == 1;
}

std::string mask_id_number(std::string_view text) {
    return masked(text, 6, 4, 15);
}
std::string mask_phone(std::string_view text) {
    return masked(text, 3, 4, 8);
}

bool holds_personal_number(std::string_view text) {
    const std::string plain = half_width(text);
    std::string run;
    const auto is_personal = [&run] {
        if (run.size() == 11 && run[0] == '1' && run[1] >= '3') return true;
        return run.size() >= 15 && id_number_defect(run) == IdNumberDefect::none;
    };
    for (const char c : plain) {
        if (c >= '0' && c <= '9') {
            run += c;
            continue;
        }
        if ((c == 'x' || c == 'X') && run.size() == 17) run += 'X';
        if ((c == ' ' || c == '-') && !run.empty()) continue;  // as people group them: 138 1234 5678
        if (is_personal()) return true;
        run.clear();
    }
    return is_personal();
}

}  // namespace liangdi::land
