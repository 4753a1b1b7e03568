#include "store/search_pieces.hpp"

#include <algorithm>

#include "land/ledger_text.hpp"

namespace liangdi::store {

namespace {

/// Where the characters begin, and the end.
std::vector<std::size_t> starts_of(std::string_view form) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (land::begins_character(form[i])) out.push_back(i);
    }
    out.push_back(form.size());
    return out;
}

/// FTS5's own grammar has a meaning for quotes; what follows them is checked against the text itself.
void append(std::string& out, std::string_view piece) {
    for (const char c : piece) out += c == '"' || c == '\'' || c == '\0' ? '_' : c;
}

}  // namespace

std::string pieces_of(std::string_view form, std::string_view mark) {
    const auto starts = starts_of(form);
    std::string out;
    out.reserve(form.size() * (piece_length + 1));
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const std::size_t end = starts[std::min(i + piece_length, starts.size() - 1)];
        if (!out.empty()) out += ' ';
        out += mark;
        append(out, form.substr(starts[i], end - starts[i]));
    }
    return out;
}

std::string match_of(std::string_view form, std::string_view mark) {
    const auto starts = starts_of(form);
    const std::size_t length = starts.size() - 1;
    std::string out;
    const auto add = [&](std::size_t from, std::size_t to) {
        if (!out.empty()) out += " AND ";
        out += '"';
        out += mark;
        append(out, form.substr(starts[from], starts[to] - starts[from]));
        out += '"';
    };
    if (length < piece_length) {
        add(0, length);
        return out + " *";
    }
    for (std::size_t i = 0; i + piece_length <= length; ++i) add(i, i + piece_length);
    return out;
}

}  // namespace liangdi::store
