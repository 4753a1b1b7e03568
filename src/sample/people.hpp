#pragma once

#include <vector>

#include "sample/sample_town.hpp"

namespace liangdi::sample {

/// For each household the indices of its persons.
std::vector<std::vector<int>> members_of(const SampleTown& town);

/// Whole years on the reference date (all birthdays of the sample lie before it in the year).
int age_of(const Person& person);

bool is_child(const Person& person);  ///< under 18, by life stage

}  // namespace liangdi::sample
