#include "store/rule_text.hpp"

#include <algorithm>

#include "land/ledger_text.hpp"

namespace liangdi::store {

namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word_character(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (small(c) >= 'a' && small(c) <= 'z') || (c & 0x80) != 0;
}

/// Past the comment that begins at `at`; `at` itself where none does.
std::size_t past_comment(std::string_view sql, std::size_t at) {
    const auto past = [&](std::string_view mark, std::size_t from) {
        const auto found = sql.find(mark, from);
        return found == std::string_view::npos ? sql.size() : found + mark.size();
    };
    if (sql.substr(at, 2) == "--") return past("\n", at);
    if (sql.substr(at, 2) == "/*") return past("*/", at + 2);
    return at;
}

}  // namespace

std::size_t line_of(std::string_view sql, std::size_t offset) {
    const auto end = sql.begin() + static_cast<std::ptrdiff_t>(std::min(offset, sql.size()));
    return static_cast<std::size_t>(std::count(sql.begin(), end, '\n')) + 1;
}

std::size_t begin_of_statement(std::string_view sql, std::size_t from) {
    constexpr std::string_view blanks = " \t\r\n\f;";
    while (from < sql.size()) {
        const std::size_t past = past_comment(sql, from);
        if (past == from && blanks.find(sql[from]) == std::string_view::npos) return from;
        from = past == from ? from + 1 : past;
    }
    return sql.size();
}

std::size_t find_word(std::string_view sql, std::size_t from, std::string_view word) {
    if (word.empty()) return from;
    const auto same = [](char a, char b) { return small(a) == small(b); };
    const auto edge = [&](std::size_t at) { return at >= sql.size() || !is_word_character(sql[at]); };
    for (std::size_t at = from; at + word.size() <= sql.size();) {
        if (const std::size_t past = past_comment(sql, at); past != at) {
            at = past;
            continue;
        }
        const bool here =
            std::equal(word.begin(), word.end(), sql.begin() + static_cast<std::ptrdiff_t>(at), same);
        if (here && (at == 0 || edge(at - 1)) && edge(at + word.size())) return at;
        ++at;
    }
    return from;
}

std::string one_short_line(std::string_view text, std::size_t most) {
    std::string out(text.substr(0, most));
    if (text.size() > most) {
        while (!out.empty() && !land::begins_character(out.back())) out.pop_back();
        if (!out.empty() && (static_cast<unsigned char>(out.back()) & 0x80) != 0) out.pop_back();
        out += "…";
    }
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return out;
}

}  // namespace liangdi::store
