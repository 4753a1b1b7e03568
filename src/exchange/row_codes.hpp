#pragma once

#include <vector>

#include "exchange/import_cells.hpp"

namespace liangdi::exchange {

/// Codes and identity numbers of a planned row that are not built or checked as they should be (GB 11643,
/// GB 32100, GB/T 35958, GB/T 37346). They are taken as they are, byte by byte; the caller reports them.
/// Codes that do not try to be one of these, by their length, are left alone. Identity numbers are never
/// shown.
std::vector<Refusal> doubtful_codes(const BoundRow& bound, const PlannedRow& row, bool unlocked);

}  // namespace liangdi::exchange
