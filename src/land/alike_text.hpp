#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Whether two texts of lists mean the same although they are not written the same.
namespace liangdi::land {

/// A name in the form in which names are compared: search_form, traditional and variant characters as the
/// simplified ones (張強, 张彊 -> 张强), without dots between its parts.
std::string plain_name(std::string_view text);

/// A place likewise, without province, county and the words that lists add or leave out; numbers of groups as
/// Chinese numerals: "织金县青石镇红岩村第2村民小组" -> "青石镇红岩村二组".
std::string plain_place(std::string_view text);

/// A code likewise: half width, capitals, no blanks and no strokes, letters that are read for digits as
/// digits.
std::string plain_code(std::string_view text);

/// One character wrong, missing, too many, or two neighbours changed places; false where they are equal.
/// UTF-8.
bool one_slip_apart(std::string_view a, std::string_view b);

/// The text with each of its characters left out once, and itself: two texts that are one slip apart, or two
/// changed places, share one of these. UTF-8.
std::vector<std::string> with_one_left_out(std::string_view text);

}  // namespace liangdi::land
