#pragma once

#include "land/figures.hpp"
#include "sample/sample_town.hpp"

namespace liangdi::sample {

/// The town's published figures (DESIGN), counted from the rows themselves on the town's reference date. The
/// store counts its own from the file: both must agree.
land::Figures expected_figures(const SampleTown& town);

}  // namespace liangdi::sample
