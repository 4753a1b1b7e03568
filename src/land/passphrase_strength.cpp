#include "land/passphrase_strength.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "land/ledger_text.hpp"

namespace liangdi::land {

namespace {

constexpr std::size_t least_characters = 8;

/// Code points, lenient: a damaged byte counts as a character of its own.
std::vector<std::uint32_t> characters_of(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U && !out.empty()) {
            out.back() = (out.back() << 6U) | (byte & 0x3FU);
        } else {
            out.push_back(byte);
        }
    }
    return out;
}

constexpr std::array<std::string_view, 14> known_words{
    "password", "passwort", "qwertyui", "woaini",   "iloveyou", "admin",    "liangdi",
    "123123",   "520520",   "1314520",  "zhimakai", "mima",     "12345678", "147258369"};
constexpr std::array<std::string_view, 4> keyboard{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// Takes well-known words out and leaves one character for each.
std::string without_known_words(std::string_view text) {
    std::string out = small_letters(text);
    for (const auto word : known_words)
        for (auto at = out.find(word); at != std::string::npos; at = out.find(word))
            out.replace(at, word.size(), "\x01");
    return out;
}

bool follows(std::uint32_t a, std::uint32_t b) {
    if (a == b || a + 1 == b || b + 1 == a) return true;
    for (const auto row : keyboard)
        for (std::size_t i = 1; i < row.size(); ++i) {
            const auto left = static_cast<std::uint32_t>(row[i - 1]),
                       right = static_cast<std::uint32_t>(row[i]);
            if ((a == left && b == right) || (a == right && b == left)) return true;
        }
    return false;
}

double alphabet_of(std::uint32_t c) {
    if (c >= '0' && c <= '9') return 10;
    if (c >= 'a' && c <= 'z') return 26;
    if (c < 0x80) return 33;
    return 1000;  // Han characters people really use
}

}  // namespace

double passphrase_bits(std::string_view utf8) {
    const auto all = characters_of(without_known_words(utf8));
    double bits = 0;
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool run = i > 0 && follows(all[i - 1], all[i]);
        const bool again = std::ranges::find(seen, all[i]) != seen.end();
        bits += run ? 0.5 : std::log2(alphabet_of(all[i])) * (again ? 0.6 : 1.0);
        seen.push_back(all[i]);
    }
    return bits;
}

PassphraseStrength passphrase_strength(std::string_view utf8) {
    // Han characters of a passphrase count double: eight characters, or four Chinese ones and more.
    std::size_t characters = 0;
    for (const std::uint32_t c : characters_of(utf8)) characters += c < 0x80 ? 1 : 2;
    const double bits = passphrase_bits(utf8);
    if (characters < least_characters || bits < 18) return PassphraseStrength::refused;
    // 2^22 tries at three a second and computer are 16 days; 2^36 with 100 computers are 7 years.
    if (bits < 36) return PassphraseStrength::weak;
    return bits < 56 ? PassphraseStrength::fair : PassphraseStrength::strong;
}

std::string_view to_text(PassphraseStrength strength) {
    switch (strength) {
        case PassphraseStrength::refused:
            return "the passphrase is too easy: take at least 8 characters that are no run, no year and no "
                   "well-known word; four words that do not belong together are good";
        case PassphraseStrength::weak:
            return "the passphrase is weak: whoever copies the file could guess it within weeks; add a word";
        case PassphraseStrength::fair:
            return "the passphrase is fair: it would be guessed only with years of trying";
        case PassphraseStrength::strong:
            break;
    }
    return "the passphrase is strong";
}

}  // namespace liangdi::land
