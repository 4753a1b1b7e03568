#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>

#include "geo/geometry.hpp"

/// What the block of a packed layer is made of. Numbers lie as this machine has them: the block is a cache
/// for the machine that made it.
///
/// head: magic, number of sections (uint64). Then for each section its length (uint64), its bytes, and zeros
/// up to a multiple of 8. Sections: frame, state and columns as texts, ids, left-out ids, boxes, boxes of
/// blocks, kinds, for each level (parts, starts, vertices), for each column (numbers, offsets, bytes).
namespace liangdi::render {

inline constexpr std::string_view packed_magic = "LDPACK01";
inline constexpr std::size_t packed_block = 64;  ///< features that share a box for a first look

/// Tolerances of the levels, in metres. A vertex's error of a third of a px is not seen.
inline constexpr std::array<double, 5> packed_level_m{0, 0.6, 2.4, 9.6, 38.4};
inline constexpr double unseen_px = 0.35;

/// Relative to the least corner of the feature's box, in quanta shifted by its PackedKind::shift.
struct PackedVertex {
    std::uint16_t x = 0, y = 0;
};

struct PackedBox {
    std::int32_t min_x = 0, min_y = 0, max_x = 0, max_y = 0;
    bool meets(const PackedBox& b) const {
        return min_x <= b.max_x && max_x >= b.min_x && min_y <= b.max_y && max_y >= b.min_y;
    }
    void add(const PackedBox& b) {
        min_x = std::min(min_x, b.min_x), min_y = std::min(min_y, b.min_y);
        max_x = std::max(max_x, b.max_x), max_y = std::max(max_y, b.max_y);
    }
    static PackedBox none() {
        constexpr auto low = std::numeric_limits<std::int32_t>::min(),
                       high = std::numeric_limits<std::int32_t>::max();
        return {high, high, low, low};
    }
};

struct PackedKind {
    std::uint8_t kind = 0;  ///< FeatureShape::Kind
    std::uint8_t shift = 0;
};

/// Ground to quanta.
struct PackedFrame {
    double origin_x = 0, origin_y = 0, quantum_m = 0.001;

    static std::int32_t whole(double quanta) {
        return static_cast<std::int32_t>(std::clamp(quanta, -2147483647.0, 2147483647.0));
    }
    std::int32_t x(double ground) const { return whole(std::round((ground - origin_x) / quantum_m)); }
    std::int32_t y(double ground) const { return whole(std::round((ground - origin_y) / quantum_m)); }
    PackedBox around(const geo::Box& box) const {
        return {whole(std::floor((box.min_x - origin_x) / quantum_m)),
                whole(std::floor((box.min_y - origin_y) / quantum_m)),
                whole(std::ceil((box.max_x - origin_x) / quantum_m)),
                whole(std::ceil((box.max_y - origin_y) / quantum_m))};
    }
};

}  // namespace liangdi::render
