#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What a search compares: texts without differences that people do not mean, and pinyin initials.
namespace liangdi::land {

/// Full width as half width, compatibility forms as their plain ones, lower case (Unicode NFKC_Casefold), and
/// no blanks: "Ｂ００１ －１" -> "b001-1". Bytes that are no UTF-8 become U+FFFD. UTF-8 in and out.
std::string search_form(std::string_view text);

/// The text's pinyin initials with what is not Chinese kept in its place, in search form: "织金" -> "zj",
/// "甲0417-1" -> "j0417-1". Where a character has several readings with different initials, as the surnames
/// 单 (dan, shan) and 曾 (ceng, zeng; the same here: c, z), each combination is there, at most `limit` of
/// them, the surname readings first. Empty where the text has no Chinese character. Readings: ICU's Han-Latin
/// and Han-Latin/Names, and a list of common characters of which those know one.
std::vector<std::string> pinyin_initials(std::string_view text, std::size_t limit = 8);

}  // namespace liangdi::land
