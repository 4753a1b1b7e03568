#pragma once

#include <filesystem>
#include <string>

namespace liangdi::tests {

/// The words of a PDF as a reader's search finds them, without blanks.
std::string words_of(const std::filesystem::path& pdf);
std::string without_blanks(std::string text);
/// Whether pdftotext is installed; warns where it is not.
bool can_read_pdf();

}  // namespace liangdi::tests
