#pragma once

#include <filesystem>
#include <string>

namespace liangdi::exchange {

/// The name under which GDAL opens a local file or folder; a .zip is opened in place. Only what is really
/// there on this machine passes: addresses ("https:", "/vsicurl/"), connection texts ("PG:") and files that
/// lead elsewhere are refused. Throws Error{no_file} or Error{not_a_file}.
std::string gdal_path(const std::filesystem::path& file);

/// Formats that fetch from, or lead to, somewhere else; never opened.
bool leads_elsewhere(const std::string& driver_name);

}  // namespace liangdi::exchange
