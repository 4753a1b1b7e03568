#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exchange/field_mapping.hpp"

namespace liangdi::exchange {

/// One source of a plan; the order of a plan's sources is the order of their dependencies.
struct LoadSource {
    std::filesystem::path file;        ///< absolute, inside the plan's folder
    std::string layer, encoding, crs;  ///< empty: as the file says
    FieldMapping mapping;
};

/// A folder of sources that make a whole town, described by its load.json.
struct LoadPlan {
    std::string name;
    std::string reference_date;             ///< ISO, empty where the plan names none
    std::string crs;                        ///< of the town, "EPSG:4544" where the plan names none
    std::filesystem::path passphrase_file;  ///< empty: the town stays locked
    std::vector<LoadSource> sources;
};

/// Reads `folder`/load.json. Paths must stay inside the folder: no "..", none absolute, no links that lead
/// out. Error{bad_plan} or Error{bad_mapping} names the place in the file.
LoadPlan read_load_plan(const std::filesystem::path& folder);

/// A source of a plan that is written: its file and the file of its mapping, relative to the plan's folder.
struct PlannedSource {
    std::string file, layer, encoding, crs;  ///< empty: as the file says
    std::string map;
};

/// Writes `folder`/load.json, whole or not at all. Throws Error{not_writable}.
void write_load_plan(const std::filesystem::path& folder, const LoadPlan& head,
                     const std::vector<PlannedSource>& sources);

}  // namespace liangdi::exchange
