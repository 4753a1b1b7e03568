#pragma once

#include <string_view>

namespace liangdi::land {

/// Layers that draw the rows of another layer once more: nothing is picked or found by them.
inline bool draws_again(std::string_view layer) {
    return layer == "grid_tint" || layer == "land_status";
}

}  // namespace liangdi::land
