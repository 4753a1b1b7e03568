#pragma once

#include <string>
#include <string_view>

#include "land/finding.hpp"

namespace liangdi::land {

/// A rule over the town's tables: one SELECT that returns table, id, severity, message and geometry of each
/// row that is wrong. It comes from a file that anybody may have written.
struct CheckRule {
    std::string name;  ///< of the file, without ".sql"; the finding's rule is "check.<name>"
    std::string file;  ///< as messages name it
    std::string caption_zh, caption_en, mend_zh, mend_en;
    Severity severity = Severity::warning;  ///< of rows that name none
    std::string sql;                        ///< the whole text, so that its lines count as in the file

    const std::string& caption(bool chinese) const { return chinese ? caption_zh : caption_en; }
    const std::string& mend(bool chinese) const { return chinese ? mend_zh : mend_en; }
};

/// Reads the comment at the head of a rule: "-- caption.zh: …", "caption.en", "mend.zh", "mend.en",
/// "severity"; other comments are free. One language is enough, the other then says the same.
/// Throws Error{bad_rule} with "file:line" where the head is incomplete or the text is no UTF-8 text.
CheckRule parse_check_rule(const std::string& name, const std::string& file, std::string text);

/// "note", "warning" or "error"; false for another word.
bool severity_of(std::string_view word, Severity& severity);

}  // namespace liangdi::land
