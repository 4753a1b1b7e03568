#pragma once

#include <vector>

#include "exchange/formats.hpp"

namespace liangdi::tasks {

/// What is read and written.
std::vector<exchange::FormatInfo> formats();

}  // namespace liangdi::tasks
