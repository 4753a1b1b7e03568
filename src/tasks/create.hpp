#pragma once

#include "tasks/project.hpp"

namespace liangdi::tasks {

struct CreateParams {
    std::filesystem::path town;
    std::string name;  ///< empty: the file's name
    std::string crs = "EPSG:4544";
    std::string reference_date;            ///< ISO, empty = today
    std::optional<Passphrase> passphrase;  ///< none: the town keeps no personal values
    std::string actor;
    bool unshared = false;  ///< store::TownSpec::unshared
};

/// A new, empty town file. The recovery key in the result is shown once and kept nowhere.
store::CreatedTown create(const CreateParams& params);

}  // namespace liangdi::tasks
