#include "common/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

namespace liangdi::plugins {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

/// Length of the UTF-8 sequence that starts with `first`, 0 if none does.
std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

}  // namespace

const char* encoding_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::gb18030:
            return "GB18030";
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
    }
    return "UTF-8";
}

std::optional<Encoding> encoding_named(std::string_view name) {
    std::string key;
    for (const char c : name)
        if (c != '-' && c != '_' && c != ' ') key += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    if (key == "UTF8" || key == "65001" || key == "CP65001") return Encoding::utf8;
    if (key == "GBK" || key == "GB2312" || key == "GB18030" || key == "CP936" || key == "936")
        return Encoding::gb18030;
    if (key == "UTF16LE" || key == "UTF16") return Encoding::utf16le;
    if (key == "UTF16BE") return Encoding::utf16be;
    return {};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return byte(c) < 0x80; });
}

bool is_utf8(std::string_view text, bool may_end_inside) {
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char first = byte(text[i]);
        const std::size_t length = sequence_length(first);
        if (length == 0) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if (i + k >= text.size()) return may_end_inside;
            const unsigned char next = byte(text[i + k]);
            if (next < 0x80 || next > 0xBF) return false;
            // Overlong forms, surrogates and values above U+10FFFF show in the second byte.
            if (k == 1 && ((first == 0xE0 && next < 0xA0) || (first == 0xED && next > 0x9F) ||
                           (first == 0xF0 && next < 0x90) || (first == 0xF4 && next > 0x8F)))
                return false;
        }
        i += length;
    }
    return true;
}

Sniffed sniff_encoding(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
    if (head.starts_with("\xFF\xFE")) return {Encoding::utf16le, 2};
    if (head.starts_with("\xFE\xFF")) return {Encoding::utf16be, 2};
    // Text of this kind is full of digits, commas and line ends: in UTF-16 every such unit has a zero byte.
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == 0) ++zeros[i % 2];
    if (head.size() >= 8) {
        if (zeros[1] * 8 > head.size() && zeros[0] * 32 < head.size()) return {Encoding::utf16le, 0};
        if (zeros[0] * 8 > head.size() && zeros[1] * 32 < head.size()) return {Encoding::utf16be, 0};
    }
    return {is_utf8(head, true) ? Encoding::utf8 : Encoding::gb18030, 0};
}

Recoder::Recoder(const char* to, const char* from) : handle_(iconv_open(to, from)) {}

Recoder::~Recoder() {
    if (handle_ != iconv_t(-1)) iconv_close(handle_);  // NOLINT: iconv's own sentinel
}

std::size_t Recoder::convert(std::string_view text, std::string& out) const {
    if (handle_ == iconv_t(-1)) return 0;  // NOLINT
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char* in = const_cast<char*>(text.data());
    std::size_t in_left = text.size();
    std::array<char, 4096> buffer;
    while (in_left > 0) {
        char* next = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t result = iconv(handle_, &in, &in_left, &next, &room);
        out.append(buffer.data(), buffer.size() - room);
        if (result == std::size_t(-1) && errno != E2BIG) break;
    }
    return text.size() - in_left;
}

std::optional<std::string> Recoder::exact(std::string_view text) const {
    std::string out;
    if (convert(text, out) != text.size()) return {};
    return out;
}

std::string Recoder::lenient(std::string_view text, bool& damaged) const {
    std::string out;
    while (!text.empty()) {
        text.remove_prefix(convert(text, out));
        if (text.empty()) break;
        damaged = true;
        out += replacement;
        text.remove_prefix(1);
    }
    return out;
}

Decoder::Decoder(Encoding encoding)
    : encoding_(encoding), from_gb_("UTF-8", "GB18030"), from_own_("UTF-8", encoding_name(encoding)) {}

Decoder::Result Decoder::decode(std::string_view bytes) const {
    Result result;
    const bool wide = encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be;
    if (!wide && is_ascii(bytes)) {
        result.text = bytes;
    } else if (encoding_ == Encoding::utf8) {
        if (is_utf8(bytes)) {
            result.text = bytes;
        } else if (auto text = from_gb_.exact(bytes)) {
            result.text = std::move(*text);
            result.gb_inside_utf8 = true;
        } else {
            result.text = from_own_.lenient(bytes, result.damaged);
        }
    } else {
        result.text = from_own_.lenient(bytes, result.damaged);
    }
    // A zero byte would end every C string that the text passes through.
    if (result.text.find('\0') != std::string::npos) {
        result.damaged = true;
        std::replace(result.text.begin(), result.text.end(), '\0', ' ');
    }
    return result;
}

}  // namespace liangdi::plugins
