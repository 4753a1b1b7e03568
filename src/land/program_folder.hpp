#pragma once

#include <filesystem>

namespace liangdi::land {

/// The folder that the running program lies in; empty where the system does not say. What belongs to the
/// program (styles, check rules, GDAL drivers) is found from here, so that it works from any prefix.
std::filesystem::path program_folder();

}  // namespace liangdi::land
