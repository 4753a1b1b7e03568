#include "pdf_words.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../catch.hpp"

namespace liangdi::tests {

std::string words_of(const std::filesystem::path& pdf) {
    const auto text = std::filesystem::path(pdf).replace_extension(".txt");
    REQUIRE(std::system(("pdftotext '" + pdf.string() + "' '" + text.string() + "'").c_str()) == 0);
    std::ifstream in(text, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return without_blanks(all.str());
}

std::string without_blanks(std::string text) {
    for (const std::string blank : {"\u00A0", "\u3000"})
        for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank, at))
            text.erase(at, blank.size());
    std::erase_if(text, [](unsigned char c) { return c <= ' '; });
    return text;
}

bool can_read_pdf() {
    if (std::system("pdftotext -v >/dev/null 2>&1") == 0) return true;
    WARN("pdftotext is not installed; the words of the PDF are not read");
    return false;
}

}  // namespace liangdi::tests
