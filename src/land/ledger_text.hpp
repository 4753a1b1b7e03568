#pragma once

#include <string>
#include <string_view>

/// Text as Chinese ledgers hold it, brought to the form that the parsers of this layer read.
namespace liangdi::land {

/// Full-width letters, digits and signs (U+FF01..U+FF5E) become ASCII, the ideographic and the no-break
/// space become a blank, and blanks at both ends go. Takes and gives UTF-8; other characters stay.
std::string half_width(std::string_view utf8);

/// A to Z become small; other characters stay.
std::string small_letters(std::string_view text);

/// ASCII digits only, at least one.
bool is_digits(std::string_view text);

/// Whether a byte begins a UTF-8 character.
inline bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace liangdi::land
