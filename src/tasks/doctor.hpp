#pragma once

#include <filesystem>
#include <optional>

#include "exchange/doctor.hpp"

namespace liangdi::tasks {

struct DoctorParams {
    std::filesystem::path source;
    std::string layer, encoding;
    std::filesystem::path town;     ///< empty: a town at the default place
    std::string crs = "EPSG:4544";  ///< of that town where none is given
};

/// What is wrong with a file, before it is imported. Reads only.
exchange::FileHealth doctor(const DoctorParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
