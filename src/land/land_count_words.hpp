#pragma once

#include <string>

#include "land/household_view.hpp"
#include "land/words.hpp"

/// Why so much of a right is counted for a family, in words: a part of a contract household's land must never
/// look like a right of the family.
namespace liangdi::land {

/// The holder of the right: "itself", the contract household's name with its families and what is counted for
/// this one.
std::string holder_words(const HouseholdView::Land& land, Language language);

/// What is to be said under the table; empty where every right is the family's own.
std::string land_count_note(const HouseholdView& household, Language language);

}  // namespace liangdi::land
