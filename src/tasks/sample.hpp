#pragma once

#include <cstdint>
#include <filesystem>

#include "land/progress.hpp"

namespace liangdi::tasks {

struct SampleParams {
    std::filesystem::path folder;
    int scale = 1;
    std::uint64_t seed = 1;
    bool mess = false;  ///< plant faults, and list them in truth.json
};

/// Writes the sample town's source files as an office would receive them. The folder must be new or empty.
void sample(const SampleParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
