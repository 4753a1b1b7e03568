#include "common/text_fields.hpp"

#include <charconv>
#include <cmath>

#include "common/text_encoding.hpp"

namespace liangdi::plugins {

namespace {

constexpr std::string_view wide_blanks[] = {"\xE3\x80\x80", "\xC2\xA0", "\xEF\xBB\xBF"};

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

template <typename Number>
std::optional<Number> whole(std::string_view text) {
    text = trim(text);
    std::string narrow;
    if (!is_ascii(text)) {
        narrow = half_width(text);
        text = trim(narrow);
    }
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

}  // namespace

std::string_view trim(std::string_view text) {
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (blank(text.front())) {
            text.remove_prefix(1);
            again = true;
        } else if (blank(text.back())) {
            text.remove_suffix(1);
            again = true;
        } else {
            for (const auto wide : wide_blanks) {
                if (text.starts_with(wide)) {
                    text.remove_prefix(wide.size());
                    again = true;
                } else if (text.ends_with(wide)) {
                    text.remove_suffix(wide.size());
                    again = true;
                }
            }
        }
    }
    return text;
}

std::string half_width(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto three = text.substr(i, 3);
        if (three.size() == 3 && (three[0] == '\xEF' || three[0] == '\xE3')) {
            const int second = static_cast<unsigned char>(three[1]);
            const int third = static_cast<unsigned char>(three[2]);
            const int code = ((three[0] & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F);
            char narrow = 0;
            if (code >= 0xFF01 && code <= 0xFF5E) narrow = static_cast<char>(code - 0xFEE0);
            if (code == 0x3000) narrow = ' ';
            if (code == 0x3010 || code == 0x3014) narrow = '[';
            if (code == 0x3011 || code == 0x3015) narrow = ']';
            if (narrow) {
                out += narrow;
                i += 3;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

void split(std::string_view text, std::vector<std::string_view>& fields) {
    fields.clear();
    for (;;) {
        const std::size_t comma = text.find(',');
        fields.push_back(trim(text.substr(0, comma)));
        if (comma == std::string_view::npos) return;
        text.remove_prefix(comma + 1);
    }
}

std::optional<double> decimal(std::string_view text) {
    const auto value = whole<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> integer(std::string_view text) {
    return whole<std::int64_t>(text);
}

std::optional<int> first_integer(std::string_view text) {
    const std::string narrow = half_width(text);
    const std::size_t begin = narrow.find_first_of("0123456789");
    if (begin == std::string::npos) return {};
    const std::size_t end = std::min(narrow.find_first_not_of("0123456789", begin), narrow.size());
    if (end - begin > 9) return {};
    return std::stoi(narrow.substr(begin, end - begin));
}

std::string writable(std::string_view text, bool& changed) {
    std::string out;
    for (const char c : text) {
        if (c == ',') {
            out += "，";
            changed = true;
        } else if (c == '\n' || c == '\r' || c == '\0') {
            out += ' ';
            changed = true;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace liangdi::plugins
