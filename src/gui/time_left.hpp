#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace liangdi::gui {

/// How long a step of a job will still take if it goes on as it went; nothing while that cannot be said.
inline std::optional<std::chrono::seconds> time_left(std::chrono::milliseconds spent, std::int64_t done,
                                                     std::int64_t total) {
    using namespace std::chrono;
    if (done <= 0 || total < done || spent < 1s) return {};
    const double each = static_cast<double>(spent.count()) / static_cast<double>(done);
    return seconds(static_cast<std::int64_t>(each * static_cast<double>(total - done) / 1000 + 0.5));
}

}  // namespace liangdi::gui
