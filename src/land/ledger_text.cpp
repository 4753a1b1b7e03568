#include "land/ledger_text.hpp"

#include <algorithm>

namespace liangdi::land {

std::string half_width(std::string_view utf8) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto trimmed = [](std::string_view text) {
        const auto first = text.find_first_not_of(blanks);
        if (first == std::string_view::npos) return std::string_view();
        return text.substr(first, text.find_last_not_of(blanks) - first + 1);
    };
    const bool ascii = std::none_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) != 0; });
    if (ascii) return std::string(trimmed(utf8));
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto byte = [&](std::size_t k) {
            return i + k < utf8.size() ? static_cast<unsigned char>(utf8[i + k]) : 0U;
        };
        if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80 && byte(2) <= 0xBF) {
            // U+FF01..U+FF5E lie 0xFEE0 above their ASCII twins.
            const unsigned code = 0xF000U | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
            if (code >= 0xFF01 && code <= 0xFF5E) {
                out += static_cast<char>(code - 0xFEE0);
                i += 3;
                continue;
            }
        }
        if (utf8.substr(i).starts_with("\xE3\x80\x80")) {
            out += ' ';
            i += 3;
        } else if (utf8.substr(i).starts_with("\xC2\xA0")) {
            out += ' ';
            i += 2;
        } else {
            out += utf8[i++];
        }
    }
    return std::string(trimmed(out));
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace liangdi::land
