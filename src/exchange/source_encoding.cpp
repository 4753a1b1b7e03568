#include "exchange/source_encoding.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

constexpr std::size_t sample_bytes = 4u << 20;

std::string head_of(const std::string& file, std::size_t most) {
    struct Close {
        void operator()(VSILFILE* f) const { VSIFCloseL(f); }
    };
    const std::unique_ptr<VSILFILE, Close> in(VSIFOpenL(file.c_str(), "rb"));
    if (!in) return {};
    std::string bytes(most, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, most, in.get()));
    return bytes;
}

std::string said_by_user(const std::string& said) {
    const std::string name = encoding_name(said);
    if (name.empty())
        throw Error("bad_encoding",
                    "no encoding is called \"" + said + "\". Known are for example GBK, GB18030, UTF-8.");
    return name;
}

std::string trimmed(std::string_view cell) {
    const auto end = cell.find_last_not_of(std::string_view(" \0\r\n", 4));
    return std::string(end == std::string_view::npos ? std::string_view{} : cell.substr(0, end + 1));
}

/// Field names and text cells of a DBF, as bytes.
struct DbfSample {
    std::vector<std::string> texts;
    unsigned language = 0;
};

DbfSample sample_of(const std::string& bytes) {
    struct Column {
        std::size_t at, width;
    };
    DbfSample sample;
    if (bytes.size() < 32) return sample;
    const auto byte = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(bytes[i])}; };
    const std::size_t header = byte(8) | byte(9) << 8, record = byte(10) | byte(11) << 8;
    sample.language = static_cast<unsigned>(byte(29));
    std::vector<Column> columns;
    std::size_t at = 1;
    for (std::size_t field = 32; field + 32 <= std::min(header, bytes.size()) && bytes[field] != '\r';
         field += 32) {
        const std::string name(bytes, field, 11);
        sample.texts.push_back(trimmed(name.substr(0, name.find('\0'))));
        const bool text = bytes[field + 11] == 'C';
        const std::size_t width = byte(field + 16) | (text ? byte(field + 17) << 8 : 0);
        if (text) columns.push_back({at, width});
        at += width;
    }
    for (std::size_t row = header; record > 0 && row + record <= bytes.size(); row += record)
        for (const Column& column : columns)
            if (column.at + column.width <= record)
                sample.texts.push_back(
                    trimmed(std::string_view(bytes).substr(row + column.at, column.width)));
    return sample;
}

bool all_in(const std::vector<std::string>& texts, const std::string& encoding) {
    return std::all_of(texts.begin(), texts.end(),
                       [&](const std::string& t) { return is_text_in(t, encoding); });
}

/// How many characters beyond ASCII the texts have as UTF-8, 0 where some text is not UTF-8.
std::size_t utf8_weight(const std::vector<std::string>& texts) {
    std::size_t weight = 0;
    for (const std::string& text : texts) {
        const auto beyond = utf8_beyond_ascii(text);
        if (!beyond) return 0;
        weight += *beyond;
    }
    return weight;
}

/// What code page the DBF's language driver byte means; only those a Chinese office meets.
std::string language_encoding(unsigned ldid) {
    switch (ldid) {
        case 0x4D:
        case 0x7A:
            return "GB18030";
        case 0x4F:
        case 0x78:
            return "Big5";
        default:
            return {};  // 0x57 "ANSI" is written by programs that mean the local code page
    }
}

}  // namespace

EncodingWord dbf_word(const std::string& dbf, const std::string& said) {
    EncodingWord word;
    std::string cpg;
    for (const char* extension : {"cpg", "CPG"})
        if (cpg.empty()) cpg = head_of(CPLResetExtension(dbf.c_str(), extension), 64);
    if (cpg.starts_with("\xEF\xBB\xBF")) cpg.erase(0, 3);
    word.cpg = trimmed(cpg);
    cpg = encoding_name(word.cpg);

    const DbfSample sample = sample_of(head_of(dbf, sample_bytes));
    word.language = sample.language;
    word.declared = cpg.empty() ? language_encoding(sample.language) : cpg;
    word.beyond_ascii = std::any_of(sample.texts.begin(), sample.texts.end(), [](const std::string& t) {
        return std::any_of(t.begin(), t.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    });
    const auto found = [&]() -> std::string {
        if (!said.empty()) return said_by_user(said);
        // A few GBK characters may be UTF-8 by chance (the classic is 联通); many cannot.
        constexpr std::size_t beyond_chance = 8;
        const std::size_t weight = utf8_weight(sample.texts);
        const bool declared_gb =
            cpg == "GB18030" || (cpg.empty() && language_encoding(sample.language) == "GB18030");
        if (weight >= beyond_chance || (weight > 0 && !(declared_gb && all_in(sample.texts, "GB18030"))))
            return "UTF-8";
        for (const std::string& candidate : {cpg, language_encoding(sample.language), std::string("GB18030")})
            if (!candidate.empty() && all_in(sample.texts, candidate)) return candidate;
        return cpg.empty() || cpg == "UTF-8" ? "GB18030" : cpg;
    };
    word.found = found();
    word.by_user = !said.empty();
    word.fits = all_in(sample.texts, word.found);
    return word;
}

EncodingWord csv_word(const std::string& csv, const std::string& said) {
    EncodingWord word;
    const std::string head = head_of(csv, sample_bytes);
    word.by_user = !said.empty();
    word.beyond_ascii =
        std::any_of(head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (head.starts_with("\xEF\xBB\xBF")) {
        word.declared = word.found = "UTF-8";
    } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        word.declared = word.found = "UTF-16";
    } else {
        word.found = !said.empty() ? said_by_user(said) : is_text_in(head, "UTF-8") ? "UTF-8" : "GB18030";
    }
    word.fits = is_text_in(head, word.found);
    return word;
}

std::string dbf_encoding(const std::string& dbf, const std::string& said) {
    return dbf_word(dbf, said).found;
}

std::string csv_encoding(const std::string& csv, const std::string& said) {
    return csv_word(csv, said).found;
}

}  // namespace liangdi::exchange
