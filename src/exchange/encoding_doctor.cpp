#include "exchange/encoding_doctor.hpp"

#include <fmt/format.h>

namespace liangdi::exchange {
namespace {

/// UTF-8 that was read as GBK and written out again: the classic characters of such text.
bool decoded_twice(const std::string& text) {
    std::size_t hits = 0;
    for (const char* sign : {"锟斤拷", "鍙", "鏉", "鐨", "绯", "浣", "鎴", "娴", "璇", "缂", "烫烫"})
        hits += text.find(sign) != std::string::npos;
    return hits >= 2 || text.find("锟斤拷") != std::string::npos;
}

}  // namespace

std::vector<land::Finding> encoding_findings(const Reader& reader, const SourceLayer& layer,
                                             const std::vector<SourceRow>& sample) {
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
    for (const SourceField& field : layer.fields)
        if (field.name.find("\xEF\xBF\xBD") != std::string::npos || decoded_twice(field.name))
            find(land::Severity::warning, "encoding.damaged_name", 0, field.name, "",
                 "the name of this column is damaged in the file itself", "ask the sender for another copy");
    for (const SourceRow& row : sample)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto* text = std::get_if<std::string>(&row.cells[i]);
            if (text == nullptr || !(text->find("\xEF\xBF\xBD") != std::string::npos || decoded_twice(*text)))
                continue;
            find(land::Severity::warning, "encoding.damaged_text", row.row, layer.fields[i].name, *text,
                 "text is damaged in the file itself",
                 "ask the sender for another copy, or try another encoding with --encoding");
            return out;
        }
    return out;
}

}  // namespace liangdi::exchange
