#include "land/check_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "geo/error.hpp"

namespace liangdi::land {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

[[noreturn]] void refuse(const std::string& file, std::size_t line, const std::string& why) {
    throw Error("bad_rule", why, fmt::format("{}:{}", file, line));
}

}  // namespace

bool severity_of(std::string_view word, Severity& severity) {
    for (const Severity s : {Severity::note, Severity::warning, Severity::error}) {
        if (word != to_text(s)) continue;
        severity = s;
        return true;
    }
    return false;
}

CheckRule parse_check_rule(const std::string& name, const std::string& file, std::string text) {
    CheckRule rule;
    rule.name = name;
    rule.file = file;
    if (text.starts_with("\xEF\xBB\xBF")) text.replace(0, 3, "   ");  // an editor's byte order mark
    if (const auto zero = text.find('\0'); zero != std::string::npos)
        refuse(file, static_cast<std::size_t>(std::count(text.begin(), text.begin() + zero, '\n')) + 1,
               "this is no text file: it holds a zero byte. Save the rule as UTF-8 text.");

    std::map<std::string, std::string, std::less<>> head;
    std::string_view rest = text;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        std::string_view row = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (row.empty()) continue;
        if (!row.starts_with("--")) break;
        row = trimmed(row.substr(2));
        for (const std::string_view key : {"caption.zh", "caption.en", "mend.zh", "mend.en", "severity"}) {
            if (!row.starts_with(key) || !trimmed(row.substr(key.size())).starts_with(':')) continue;
            const std::string_view value = trimmed(trimmed(row.substr(key.size())).substr(1));
            if (value.empty()) refuse(file, line, fmt::format("'{}' says nothing", key));
            if (!head.emplace(key, value).second) refuse(file, line, fmt::format("'{}' stands twice", key));
            if (key == "severity" && !severity_of(value, rule.severity))
                refuse(file, line,
                       fmt::format("the severity '{}' is none of note, warning and error", value));
        }
    }
    const auto said = [&](std::string_view key, std::string_view other) {
        const auto found = head.find(key);
        return found != head.end() ? found->second : head.contains(other) ? head.find(other)->second : "";
    };
    rule.caption_zh = said("caption.zh", "caption.en");
    rule.caption_en = said("caption.en", "caption.zh");
    rule.mend_zh = said("mend.zh", "mend.en");
    rule.mend_en = said("mend.en", "mend.zh");
    if (rule.caption_zh.empty())
        refuse(file, 1, "the head of the rule has no '-- caption.zh: …' that says what it finds");
    if (rule.mend_zh.empty())
        refuse(file, 1, "the head of the rule has no '-- mend.zh: …' that says what to do");
    if (!head.contains("severity")) refuse(file, 1, "the head of the rule has no '-- severity: warning'");
    rule.sql = std::move(text);
    return rule;
}

}  // namespace liangdi::land
