#pragma once

#include "land/household_view.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

std::optional<land::HouseholdView> household_view(Project& project, std::int64_t household);
std::vector<std::int64_t> households_in_building(Project& project, std::int64_t building);
std::vector<std::int64_t> households_of_parcel(Project& project, std::int64_t parcel);

/// The one household of this code or name. Throws Error{not_found, ambiguous}.
std::int64_t find_household(store::Snapshot& town, const std::string& code_or_name);
/// The one row of `table` with this code. Throws Error{not_found, ambiguous}.
std::int64_t find_by_code(store::Snapshot& town, const std::string& table, const std::string& code);

}  // namespace liangdi::tasks
