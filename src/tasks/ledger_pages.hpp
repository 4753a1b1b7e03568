#pragma once

#include <filesystem>

#include "land/ledger.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// A ledger on paper: the template `ledger`, its table going on over as many pages as it needs, the figures
/// below. Throws what PdfBook throws.
void write_ledger_pdf(Project& project, const land::Ledger& ledger, land::Language language,
                      bool public_edition, const std::filesystem::path& file);

}  // namespace liangdi::tasks
