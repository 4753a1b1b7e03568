#pragma once

#include <string>
#include <string_view>
#include <vector>

/// A text in search form, cut for FTS5.
namespace liangdi::store {

inline constexpr std::size_t piece_length = 3;  ///< characters

/// At each character the piece that begins there, between blanks: "住户04" -> "住户0 户04 04 4". `mark`
/// stands before each: pieces of initials must not be taken for those of texts.
std::string pieces_of(std::string_view form, std::string_view mark = {});

/// The FTS5 expression for texts that contain `form`; may give texts that do not, which have all of its
/// pieces.
std::string match_of(std::string_view form, std::string_view mark = {});

inline constexpr std::string_view initials_mark = "\xEE\x80\x80";  ///< U+E000, of the private use area

/// Makes the FTS5 table `piece` (docid: entry).
inline constexpr const char* piece_table =
    "CREATE VIRTUAL TABLE piece USING fts5(t, content='', detail=none, prefix='1 2', "
    "tokenize=\"ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'\")";

}  // namespace liangdi::store
