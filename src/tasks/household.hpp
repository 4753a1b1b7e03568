#pragma once

#include "land/household_sheet.hpp"
#include "land/household_view.hpp"
#include "land/personal_values.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

std::optional<land::HouseholdView> household_view(Project& project, std::int64_t household);
std::vector<std::int64_t> households_in_building(Project& project, std::int64_t building);
std::vector<std::int64_t> households_of_parcel(Project& project, std::int64_t parcel);

struct CardParams {
    std::string household;  ///< code or name
    land::Language language = land::Language::zh;
    land::Disclosure disclosure = land::Disclosure::masked;  ///< of the personal values, where unlocked
    std::string reason;                                      ///< for open ones; kept in the history
};
struct HouseholdCardAnswer {
    land::HouseholdView household;
    land::HouseholdSheet sheet;  ///< the same as people read it
    std::string reference_date;
    bool unlocked = false;
};
/// The card. Personal values are there masked while unlocked, in full where asked for: then the history says
/// so before. Throws Error{not_found, ambiguous, locked, no_reason, personal_reason}.
HouseholdCardAnswer household_card(Project& project, const CardParams& params);

/// The one household of this code or name. Throws Error{not_found, ambiguous}.
std::int64_t find_household(store::Snapshot& town, const std::string& code_or_name);
/// The one row of `table` with this code. Throws Error{not_found, ambiguous}.
std::int64_t find_by_code(store::Snapshot& town, const std::string& table, const std::string& code);

}  // namespace liangdi::tasks
