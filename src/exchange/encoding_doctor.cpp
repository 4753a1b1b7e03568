#include "exchange/encoding_doctor.hpp"

#include <fmt/format.h>

#include "exchange/text_encoding.hpp"

namespace liangdi::exchange {
namespace {

/// UTF-8 that was read as GBK and written out again: the classic characters of such text.
bool decoded_twice(const std::string& text) {
    std::size_t hits = 0;
    for (const char* sign : {"锟斤拷", "鍙", "鏉", "鐨", "绯", "浣", "鎴", "娴", "璇", "缂", "烫烫"})
        hits += text.find(sign) != std::string::npos;
    return hits >= 2 || text.find("锟斤拷") != std::string::npos;
}

/// UTF-8 that was taken for a Latin encoding and has lost characters since, so that nobody can tell what it
/// was: ä to é, with which most Han characters begin, before what no word has there.
bool latin_with_gaps(const std::string& text) {
    int pairs = 0;
    for (std::size_t i = 0; i + 3 < text.size(); ++i) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
        pairs += byte(0) == 0xC3 && byte(1) >= 0xA4 && byte(1) <= 0xA9 && byte(2) == 0xC2;
    }
    return pairs >= 2;
}

}  // namespace

std::vector<land::Finding> encoding_findings(const Reader& reader, const SourceLayer& layer,
                                             const std::vector<SourceRow>& sample,
                                             const std::set<std::size_t>& personal) {
    std::vector<land::Finding> out;
    const auto find = [&](land::Severity severity, const char* rule, std::int64_t row, std::string field,
                          std::string value, std::string reason, std::string mend) {
        out.push_back({severity,
                       rule,
                       "",
                       0,
                       "",
                       row,
                       std::move(field),
                       std::move(value),
                       std::move(reason),
                       std::move(mend),
                       {}});
    };
    const EncodingWord word = reader.encoding_word(layer);
    if (word.beyond_ascii && !word.by_user) {
        const bool contradicts = !word.declared.empty() && word.declared != word.found;
        if (contradicts)
            find(land::Severity::warning, "encoding.lie", 0, "",
                 word.cpg.empty() ? fmt::format("LDID 0x{:02X}", word.language) : ".cpg " + word.cpg,
                 fmt::format("the file says {}, its text is {}; it is read as {}", word.declared, word.found,
                             word.found),
                 fmt::format("look whether the names are right; if not, name the encoding with --encoding"));
        else if (word.declared.empty() && reader.format() == "ESRI Shapefile")
            find(land::Severity::note, "encoding.not_said", 0, "",
                 fmt::format("LDID 0x{:02X}, {}", word.language,
                             word.cpg.empty() ? "no .cpg" : ".cpg " + word.cpg),
                 fmt::format("the file does not say in which encoding its text is; its bytes are {}",
                             word.found),
                 "look whether the names are right; if not, name the encoding with --encoding");
    }
    if (!word.fits)
        find(land::Severity::warning, "encoding.bad_bytes", 0, "", word.found,
             fmt::format("some text is not {}; these characters are lost", word.found),
             "try another encoding with --encoding, or ask the sender for UTF-8");
    // A column's name is row 0 and stands in no cell.
    const auto look = [&](std::int64_t row, std::size_t column, const std::string& text) {
        const std::string& field = layer.fields[column].name;
        const bool is_name = row == 0, personal_text = !is_name && personal.contains(column);
        const std::string said = is_name || personal_text ? std::string() : text;
        if (const auto before = before_latin(text)) {
            find(land::Severity::warning, "encoding.taken_for_latin", row, field, said,
                 personal_text
                     ? "UTF-8 that was taken for Windows-1252 or ISO-8859-1"
                     : fmt::format(
                           "UTF-8 that was taken for Windows-1252 or ISO-8859-1: it should read \"{}\"",
                           *before),
                 word.by_user ? "leave --encoding out, or say --encoding UTF-8"
                              : "ask the sender for a copy that was saved as UTF-8 from the original");
            return true;
        }
        if (text.find("\xEF\xBF\xBD") == std::string::npos && !decoded_twice(text) && !latin_with_gaps(text))
            return false;
        if (is_name)
            find(land::Severity::warning, "encoding.damaged_name", row, field, said,
                 "the name of this column is damaged in the file itself", "ask the sender for another copy");
        else
            find(land::Severity::warning, "encoding.damaged_text", row, field, said,
                 "text is damaged in the file itself",
                 "ask the sender for another copy, or try another encoding with --encoding");
        return true;
    };
    for (std::size_t i = 0; i < layer.fields.size(); ++i) look(0, i, layer.fields[i].name);
    for (const SourceRow& row : sample)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (const auto* text = std::get_if<std::string>(&row.cells[i]);
                text != nullptr && look(row.row, i, *text))
                return out;
    return out;
}

}  // namespace liangdi::exchange
