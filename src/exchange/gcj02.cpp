#include "exchange/gcj02.hpp"

#include <cmath>
#include <numbers>

namespace liangdi::exchange {
namespace {

constexpr double pi = std::numbers::pi;

}  // namespace

geo::Point to_gcj02(geo::Point p) {
    constexpr double semi_major = 6378245.0,
                     e2 = 0.00669342162296594323;  // Krassowsky, as the formula has it
    const double x = p.x - 105.0, y = p.y - 35.0, root = std::sqrt(std::abs(x));
    const double common = 20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi);
    double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root;
    north += (common + 20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi) +
              160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) *
             2.0 / 3.0;
    double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root;
    east += (common + 20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi) +
             150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) *
            2.0 / 3.0;
    const double latitude = p.y / 180.0 * pi, sine = std::sin(latitude), magic = 1 - e2 * sine * sine;
    north = north * 180.0 / (semi_major * (1 - e2) / (magic * std::sqrt(magic)) * pi);
    east = east * 180.0 / (semi_major / std::sqrt(magic) * std::cos(latitude) * pi);
    return {p.x + east, p.y + north};
}

geo::Point from_gcj02(geo::Point p) {
    constexpr int rounds = 6;  // 2-3 give a millimetre; each takes the error down by three digits
    geo::Point guess = p;
    for (int i = 0; i < rounds; ++i) {
        const geo::Point there = to_gcj02(guess);
        guess.x -= there.x - p.x;
        guess.y -= there.y - p.y;
    }
    return guess;
}

}  // namespace liangdi::exchange
