#include "exchange/short_names.hpp"

#include <set>

#include "exchange/text_encoding.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

/// The characters of a name, each as UTF-8, those that the encoding lacks as "_".
std::vector<std::string> characters_of(const std::string& name, const std::string& encoding) {
    std::vector<std::string> out;
    for (const char c : name) {
        if (out.empty() || land::begins_character(c)) out.emplace_back();
        out.back().push_back(c);
    }
    for (std::string& character : out)
        if (!from_utf8(character, encoding)) character = "_";
    return out;
}

/// As many whole characters as take at most `most` bytes in the encoding.
std::string cut(const std::vector<std::string>& characters, std::size_t most, const std::string& encoding) {
    std::string out;
    std::size_t bytes = 0;
    for (const std::string& character : characters) {
        bytes += from_utf8(character, encoding)->size();
        if (bytes > most) break;
        out += character;
    }
    return out;
}

std::string folded(std::string name) {
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return name;
}

}  // namespace

std::vector<std::string> short_names(const std::vector<std::string>& names, int most_bytes,
                                     const std::string& encoding) {
    const std::size_t most = most_bytes > 0 ? static_cast<std::size_t>(most_bytes) : std::string::npos;
    std::vector<std::string> out(names.size());
    std::set<std::string> taken;
    std::vector<std::size_t> later;
    // Whole names first: no number is taken from a name that fits.
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto bytes = from_utf8(names[i], encoding);
        if (!names[i].empty() && bytes && bytes->size() <= most && taken.insert(folded(names[i])).second)
            out[i] = names[i];
        else
            later.push_back(i);
    }
    for (const std::size_t i : later) {
        const std::vector<std::string> characters =
            characters_of(names[i].empty() ? "F" : names[i], encoding);
        std::string name = cut(characters, most, encoding);
        for (int n = 2; name.empty() || !taken.insert(folded(name)).second; ++n) {
            const std::string number = "_" + std::to_string(n);
            name =
                cut(characters, most == std::string::npos ? most : most - number.size(), encoding) + number;
        }
        out[i] = name;
    }
    return out;
}

}  // namespace liangdi::exchange
