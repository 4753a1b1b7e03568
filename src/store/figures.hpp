#pragma once

#include <string>

#include "land/figures.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// Computes all figures from the rows, as they stand on `date` (ISO); sealed groups from their clear counts.
land::Figures figures_on(const Database& db, const std::string& date);

}  // namespace liangdi::store
