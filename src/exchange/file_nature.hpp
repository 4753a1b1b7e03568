#pragma once

#include <filesystem>
#include <string>

/// What a file is by its first and last bytes, which its name may deny: a workbook under the ending of the
/// other generation, a web page that calls itself a workbook, an archive whose end is missing.
namespace liangdi::exchange {

enum class FileNature { other, empty, zip, cut_zip, ole, locked_workbook, web_page };

/// Looks at the first and the last 64 KB.
FileNature nature_of(const std::filesystem::path& file);

/// Refuses in words what no driver could read: empty, cut short, locked. Throws Error{not_readable}; returns
/// the ending under which the file has to be opened (".xls" for a workbook of the old generation named
/// .xlsx), empty for its own.
std::string ending_to_open(const std::filesystem::path& file);

/// For a file that no driver took: what it is by its ending, and what to ask for instead. Empty where its
/// ending says nothing.
std::string instead_of(const std::filesystem::path& file);

}  // namespace liangdi::exchange
