#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Places in a rule's SQL, so that a refusal can name the line.
namespace liangdi::store {

/// The line, from 1, in which the byte at `offset` stands.
std::size_t line_of(std::string_view sql, std::size_t offset);

/// Where the next statement begins at or after `from`: past blanks, comments and semicolons; the text's
/// length where none does.
std::size_t begin_of_statement(std::string_view sql, std::size_t from);

/// The first place of a whole word at or after `from`, outside comments, small and capital letters alike;
/// `from` where it does not occur.
std::size_t find_word(std::string_view sql, std::size_t from, std::string_view word);

/// The text on one line without control characters, at most `most` bytes, cut between characters.
std::string one_short_line(std::string_view text, std::size_t most);

}  // namespace liangdi::store
