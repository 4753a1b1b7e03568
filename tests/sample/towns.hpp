#pragma once

#include "sample/sample_town.hpp"

namespace liangdi::tests {

/// The town of a seed, made once a test program.
const sample::SampleTown& town_of_seed(std::uint64_t seed);

}  // namespace liangdi::tests
