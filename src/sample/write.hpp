#pragma once

#include <filesystem>

#include "land/progress.hpp"
#include "sample/sample_town.hpp"

namespace liangdi::sample {

/// Writes the town's sources as an office would hand them over (GBK shapefiles, XLSX, CSV, GeoPackage) with
/// load.json, passphrase.txt and README.txt into `folder`, which is made if it is missing. Files of these
/// names are replaced, others are left alone. Throws Error where a file cannot be written, Cancelled.
void write(const SampleTown& town, const std::filesystem::path& folder, land::Progress& progress);

/// Generates and writes town by town: scale 1 into `folder` itself, else each into a folder of its own
/// (001, 002 …) under one load.json, so that memory holds one town only. With params.mess the town has
/// planted faults (mess.hpp), truth.json lists them, and 来件 holds files that are wrong as a whole.
void write(const SampleParams& params, const std::filesystem::path& folder, land::Progress& progress);

}  // namespace liangdi::sample
