#include "exchange/frame_shift.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace liangdi::exchange {
namespace {

constexpr double reach_m = 1000.0, cell_m = 1.0;
constexpr std::int64_t row_of_cells = 100'000;

std::int64_t cell_of(double east, double north) {
    return static_cast<std::int64_t>(std::floor(east / cell_m)) * row_of_cells +
           static_cast<std::int64_t>(std::floor(north / cell_m));
}

/// A way may fall on the border of cells: four count together.
constexpr std::array<std::int64_t, 4> together{0, 1, row_of_cells, row_of_cells + 1};

bool same_size(const geo::Box& a, const geo::Box& b) {
    const auto near = [](double u, double v) { return std::abs(u - v) <= 0.05 + 0.01 * std::max(u, v); };
    return a.width() > 0.5 && near(a.width(), b.width()) && near(a.height(), b.height());
}

}  // namespace

std::optional<FrameShift> common_shift(std::span<const geo::Box> boxes, std::span<const geo::Box> anchors) {
    constexpr std::size_t most = 400, least = 8;
    const auto some = boxes.first(std::min(most, boxes.size()));
    std::vector<geo::Box> sorted(anchors.begin(), anchors.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.centre().x < b.centre().x; });
    std::vector<std::pair<double, double>> ways;
    std::unordered_map<std::int64_t, std::size_t> votes;
    for (const geo::Box& box : some) {
        const geo::Point p = box.centre();
        auto it = std::lower_bound(sorted.begin(), sorted.end(), p.x - reach_m,
                                   [](const geo::Box& a, double x) { return a.centre().x < x; });
        for (; it != sorted.end() && it->centre().x <= p.x + reach_m; ++it) {
            const double east = p.x - it->centre().x, north = p.y - it->centre().y;
            if (std::abs(north) > reach_m || !same_size(box, *it)) continue;
            ways.emplace_back(east, north);
            ++votes[cell_of(east, north)];
        }
    }
    std::int64_t best = 0;
    std::size_t most_votes = 0;
    for (const auto& [cell, ignored] : votes) {
        std::size_t sum = 0;
        for (const std::int64_t next : together)
            if (const auto found = votes.find(cell + next); found != votes.end()) sum += found->second;
        if (sum > most_votes || (sum == most_votes && cell < best)) best = cell, most_votes = sum;
    }
    if (most_votes < least || most_votes * 10 < some.size() * 6) return {};
    FrameShift shift;
    std::size_t in_place = 0;
    for (const auto& [east, north] : ways) {
        constexpr double as_good_as_there_m = 0.5;
        in_place += std::hypot(east, north) < as_good_as_there_m;
        const std::int64_t cell = cell_of(east, north);
        if (std::any_of(together.begin(), together.end(),
                        [&](std::int64_t next) { return cell == best + next; }))
            shift.east_m += east, shift.north_m += north, ++shift.agreeing;
    }
    if (in_place * 10 >= most_votes * 9) return FrameShift{0, 0, in_place};
    shift.east_m /= static_cast<double>(shift.agreeing);
    shift.north_m /= static_cast<double>(shift.agreeing);
    return shift;
}

}  // namespace liangdi::exchange
