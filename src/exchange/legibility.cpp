#include "exchange/legibility.hpp"

#include <unordered_map>

#include "exchange/text_encoding.hpp"

namespace liangdi::exchange {
namespace {

using Worth = std::unordered_map<char32_t, double>;

constexpr double common = 1, less_common = 0.7, rare = 0.1;

/// The next character of valid UTF-8; moves `at` behind it.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const char32_t first = byte(at);
    const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t c = more == 0 ? first : first & (0x3F >> more);
    for (int i = 1; i <= more; ++i) c = (c << 6) | (byte(at + static_cast<std::size_t>(i)) & 0x3F);
    at += static_cast<std::size_t>(more) + 1;
    return c;
}

/// Both standards put the characters in common use first: GB 2312 those of its level 1 (rows 16 to 55), Big5
/// those of its first plane (0xA4 to 0xC6).
void add_rows(Worth& worth, const std::string& encoding, int first_lead, int last_lead, int first_trail,
              double value) {
    std::string bytes;
    for (int lead = first_lead; lead <= last_lead; ++lead)
        for (int trail = first_trail; trail <= 0xFE; ++trail) {
            if (trail > 0x7E && trail < 0xA1) continue;
            bytes.push_back(static_cast<char>(lead));
            bytes.push_back(static_cast<char>(trail));
        }
    const std::string text = to_utf8(bytes, encoding);
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = next_character(text, at); c >= 0x3400 && c < 0xA000)
            worth.try_emplace(c, value);
}

const Worth& worth_in(const std::string& encoding) {
    static const Worth simplified = [] {
        Worth worth;
        add_rows(worth, "GB18030", 0xB0, 0xD7, 0xA1, common);
        add_rows(worth, "GB18030", 0xD8, 0xF7, 0xA1, less_common);
        return worth;
    }();
    static const Worth both = [] {
        Worth worth = simplified;
        add_rows(worth, "Big5", 0xA4, 0xC6, 0x40, common);
        return worth;
    }();
    // UTF-8 carries either script.
    return encoding.starts_with("GB") ? simplified : both;
}

double worth_of(char32_t c, const Worth& worth) {
    if (c == 0xFFFD || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900)) return 0;
    if (const auto known = worth.find(c); known != worth.end()) return known->second;
    const bool mark = (c >= 0x3000 && c < 0x3020) || (c >= 0xFF00 && c < 0xFF60) || c == 0xB7 || c == 0xB2 ||
                      c == 0x33A1 || (c >= 0x2010 && c < 0x2030);
    return mark ? common : rare;
}

}  // namespace

double legibility(std::string_view utf8, const std::string& encoding) {
    const Worth& worth = worth_in(encoding);
    double sum = 0;
    std::size_t beyond_ascii = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_character(utf8, at);
        if (c < 0x80) continue;
        ++beyond_ascii;
        sum += worth_of(c, worth);
    }
    return beyond_ascii == 0 ? 1 : sum / static_cast<double>(beyond_ascii);
}

const std::vector<std::string>& office_encodings() {
    static const std::vector<std::string> names{"GB18030", "UTF-8", "Big5"};
    return names;
}

}  // namespace liangdi::exchange
