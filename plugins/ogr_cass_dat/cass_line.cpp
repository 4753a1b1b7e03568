#include "cass_line.hpp"

#include <vector>

#include "common/text_encoding.hpp"
#include "common/text_fields.hpp"

namespace liangdi::plugins {

namespace {

bool comment(std::string_view text) {
    return text.starts_with('#') || text.starts_with(';') || text.starts_with('!') || text.starts_with("//");
}

bool parse(std::string_view text, CassLine& line) {
    thread_local std::vector<std::string_view> fields;
    split(text, fields);
    while (fields.size() > 5 && fields.back().empty()) fields.pop_back();
    line.fields = fields.size();
    if (fields.size() < 4 || fields.size() > 5) {
        line.why = "has " + std::to_string(fields.size()) + " fields where 点号,编码,Y,X,H are five";
        return false;
    }
    const auto first = decimal(fields[2]);
    const auto second = decimal(fields[3]);
    const std::string_view height = fields.size() > 4 ? fields[4] : std::string_view();
    const auto h = decimal(height);
    if (!first)
        line.why = "the coordinate \"" + std::string(fields[2]) + "\" is no number";
    else if (!second)
        line.why = "the coordinate \"" + std::string(fields[3]) + "\" is no number";
    if (!line.why.empty()) return false;
    line.kind = CassLineKind::point;
    line.point = {std::string(fields[0]), std::string(fields[1]), *first, *second, h};
    if (!h && !height.empty())
        line.why = "the height \"" + std::string(height) + "\" is no number; left out";
    else if (fields.size() == 4)
        line.why = "has no field for the height";
    return true;
}

}  // namespace

void parse_cass_line(std::string_view text, CassLine& line) {
    line.why.clear();
    line.kind = CassLineKind::blank;
    line.fields = 0;
    text = trim(text);
    if (text.empty() || comment(text)) return;
    if (parse(text, line)) return;
    const std::string narrow = half_width(text);
    if (narrow != text) {
        const std::string first_why = line.why;
        line.why.clear();
        if (parse(narrow, line)) {
            line.why = "full-width characters where ASCII belongs; read all the same";
            return;
        }
        line.why = first_why;
    }
    line.kind = CassLineKind::unreadable;
}

bool looks_like_cass(std::string_view head, bool whole_file) {
    const Sniffed sniffed = sniff_encoding(head);
    head.remove_prefix(sniffed.bom_bytes);
    const bool wide = sniffed.encoding == Encoding::utf16le || sniffed.encoding == Encoding::utf16be;
    if (!wide && head.find('\0') != std::string_view::npos) return false;
    const std::string text = Decoder(sniffed.encoding).decode(head).text;
    CassLine line;
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find_first_of("\r\n", at);
        // The last line may be cut by the end of what was read.
        if (end == std::string::npos && !whole_file) break;
        parse_cass_line(std::string_view(text).substr(at, end - at), line);
        if (line.kind == CassLineKind::point && line.fields == 5)
            ++good;
        else if (line.kind != CassLineKind::blank)
            ++bad;
        if (end == std::string::npos) break;
        at = end + 1;
    }
    return good > 0 && bad * 4 <= good;
}

}  // namespace liangdi::plugins
