#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "land/date.hpp"

/// Citizen identification numbers (公民身份号码, GB 11643-1999): 6 digits of the place of first registration,
/// 8 of the date of birth, 3 of a sequence (odd male, even female), one check character.
/// The 15 digits in use before 1999 (two digits of the year, no check) are understood as well.
namespace liangdi::land {

enum class IdNumberDefect { none, length, characters, province, birth_date, check_character };

std::string_view to_text(IdNumberDefect defect);  ///< in words, for a Finding's reason; empty for none

/// As registers store it: half width, no blanks, X upper case. Says nothing about validity.
std::string normalized_id_number(std::string_view text);

/// What is wrong with the number, after normalisation. The place need not exist any more; only its
/// province (first two digits, GB/T 2260) is checked, and that the birth is not before 1800.
IdNumberDefect id_number_defect(std::string_view text);

/// The check character (ISO 7064 MOD 11-2) for the first 17 digits; '?' unless given 17 digits.
char id_number_check_character(std::string_view first_17);

/// 18 characters for a valid number of 15 or 18; nothing when it is not valid.
std::optional<std::string> id_number_of_18(std::string_view text);

/// Date of birth and sex of a valid number.
std::optional<Date> birth_date_of_id_number(std::string_view text);
std::optional<bool> is_male_by_id_number(std::string_view text);

/// For display and public output (standards/07): the first 6 and last 4 stay, "520524********0012".
/// Anything shorter than 15 characters is masked whole, so that a mistyped number shows nothing.
std::string mask_id_number(std::string_view text);

/// "138****1234"; the first 3 and last 4 stay. Shorter than 8 characters: masked whole.
std::string mask_phone(std::string_view text);

/// Whether a text that will stand in clear (a reason, a note) holds a valid identity number or a mobile
/// number: 11 digits that begin with 13 to 19.
bool holds_personal_number(std::string_view text);

}  // namespace liangdi::land
