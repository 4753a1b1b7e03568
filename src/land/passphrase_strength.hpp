#pragma once

#include <string_view>

namespace liangdi::land {

/// How hard a passphrase is to guess for somebody who has copied the town file: he can try about three in a
/// second on each computer he owns.
enum class PassphraseStrength {
    refused,  ///< shorter than 8 characters, or nothing but one character, a run, a year or a well-known word
    weak,     ///< guessed in days
    fair,     ///< guessed in years
    strong,
};

/// By length, alphabet, and what is not random in it: repeated characters, runs (1234, abcd, qwerty),
/// well-known words. An estimate, generous to nobody: real words count as letters, so long is better than
/// odd.
PassphraseStrength passphrase_strength(std::string_view utf8);

/// Bits that the estimate counts, for tests and for a bar.
double passphrase_bits(std::string_view utf8);

/// In words, with what to do; one sentence.
std::string_view to_text(PassphraseStrength strength);

}  // namespace liangdi::land
