#include "exchange/text_encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <vector>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

struct CloseConverter {
    void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) throw Error("bad_encoding", "no encoding is called \"" + name + "\"");
    return converter;
}

struct Decoded {
    std::vector<UChar> text;
    bool sound = true;
};

/// ICU's substitution callback cannot tell a cut tail from a bad byte: without flush the converter keeps
/// the tail to itself, which is what is wanted.
Decoded decode(std::string_view bytes, const std::string& encoding, bool stop_at_bad) {
    const Converter converter = open(encoding);
    UErrorCode status = U_ZERO_ERROR;
    if (stop_at_bad)
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    Decoded out;
    out.text.resize(bytes.size() * 2 + 2);
    UChar* to = out.text.data();
    const char* from = bytes.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, out.text.data() + out.text.size(), &from,
                   bytes.data() + bytes.size(), nullptr, /*flush=*/false, &status);
    out.sound = U_SUCCESS(status);
    out.text.resize(to - out.text.data());
    return out;
}

std::string encode_utf8(const std::vector<UChar>& text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size())
            c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00u);
        const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)),
                put(0x80 | (c & 0x3F));
        }
    }
    return out;
}

/// The byte that Windows-1252 or ISO-8859-1 shows as this character. Bytes that Windows-1252 leaves out stay
/// what they are in ISO-8859-1, so text that went through either comes back.
std::optional<char> latin_byte(UChar c) {
    if (c <= 0xFF) return static_cast<char>(c);
    constexpr std::u16string_view from_0x80 =
        u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        u"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    const std::size_t at = from_0x80.find(c);
    return at == std::u16string_view::npos ? std::nullopt : std::optional(static_cast<char>(0x80 + at));
}

bool is_han(UChar c) {
    return c >= 0x3400 && c < 0xA000;
}

bool all_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string squeezed_lower(std::string_view said) {
    std::string out;
    for (const char c : said)
        if (std::isalnum(static_cast<unsigned char>(c)))
            out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return out;
}

}  // namespace

std::string encoding_name(std::string_view said) {
    const std::string key = squeezed_lower(said);
    if (key.empty() || key == "oem" || key == "ansi") return {};
    if (key == "utf8" || key == "65001" || key == "cp65001") return "UTF-8";
    for (const char* gb :
         {"gbk", "gb2312", "gb18030", "936", "cp936", "ansi936", "windows936", "ms936", "euccn"})
        if (key == gb) return "GB18030";
    if (std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return encoding_name((key.size() == 4 && key.starts_with("125") ? "windows-" : "cp") + key);
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(said);
    const Converter converter(ucnv_open(name.c_str(), &status));
    return U_FAILURE(status) ? std::string{} : ucnv_getName(converter.get(), &status);
}

bool is_text_in(std::string_view bytes, const std::string& encoding) {
    return all_ascii(bytes) || decode(bytes, encoding, true).sound;
}

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
    if (all_ascii(bytes) && !encoding.starts_with("UTF-16") && !encoding.starts_with("UTF-32"))
        return std::string(bytes);
    return encode_utf8(decode(bytes, encoding, false).text);
}

std::optional<std::string> from_utf8(std::string_view text, const std::string& encoding) {
    if (all_ascii(text)) return std::string(text);
    const Decoded decoded = decode(text, "UTF-8", true);
    if (!decoded.sound) return std::nullopt;
    const std::string key = squeezed_lower(encoding);
    const Converter converter =
        open(key == "gbk" || key == "936" || key == "cp936" ? "windows-936" : encoding);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string out(decoded.text.size() * 8 + 16, '\0');
    char* to = out.data();
    const UChar* from = decoded.text.data();
    ucnv_fromUnicode(converter.get(), &to, out.data() + out.size(), &from, from + decoded.text.size(),
                     nullptr,
                     /*flush=*/true, &status);
    if (U_FAILURE(status)) return std::nullopt;
    out.resize(to - out.data());
    return out;
}

std::optional<std::string> before_latin(std::string_view text) {
    if (all_ascii(text)) return std::nullopt;
    std::string bytes;
    for (const UChar c : decode(text, "UTF-8", true).text) {
        const auto byte = latin_byte(c);
        if (!byte) return std::nullopt;
        bytes.push_back(*byte);
    }
    const Decoded before = decode(bytes, "UTF-8", true);
    if (!before.sound || std::none_of(before.text.begin(), before.text.end(), is_han)) return std::nullopt;
    return encode_utf8(before.text);
}

std::optional<std::size_t> utf8_beyond_ascii(std::string_view bytes) {
    if (!is_text_in(bytes, "UTF-8")) return std::nullopt;
    return std::count_if(bytes.begin(), bytes.end(),
                         [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
}

}  // namespace liangdi::exchange
