#pragma once

#include <cstdint>

/// How dear one try of a passphrase is: Argon2id (RFC 9106) with these limits.
namespace liangdi::store {

struct PassphraseCost {
    std::int64_t ops = 0;        ///< passes over the memory
    std::int64_t mem_bytes = 0;  ///< memory of one try
    friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

/// Never less: 3 passes over 256 MiB, libsodium's MODERATE. On an office PC of 2015 to 2025 that is 0.4 to
/// 1.2 s; on a faster one calibrated() adds passes.
inline constexpr PassphraseCost least_cost{3, std::int64_t{256} << 20};
/// A hostile file may not ask for more: 1 GiB, 16 passes.
inline constexpr PassphraseCost most_cost{16, std::int64_t{1} << 30};
/// What one try shall take at least, in seconds, on the computer where the passphrase is set.
inline constexpr double least_try_s = 0.3;

/// The cost for a computer on which one try at least_cost takes `seconds`: the fewest passes with which a try
/// takes least_try_s and half as much again (processors change their clock), within least_cost and most_cost.
PassphraseCost calibrated(double seconds);

/// Whether a file's own numbers may be tried at all.
bool may_be_tried(const PassphraseCost& cost);

}  // namespace liangdi::store
