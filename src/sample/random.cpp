#include "sample/random.hpp"

#include <limits>
#include <numbers>

namespace liangdi::sample {

namespace {
// FNV-1a, so that the name of a stream becomes part of its seed.
std::uint64_t mixed(std::uint64_t seed, int part, std::string_view stream) {
    std::uint64_t h = 14695981039346656037ULL;
    auto eat = [&h](std::uint64_t byte) { h = (h ^ (byte & 0xff)) * 1099511628211ULL; };
    for (int shift = 0; shift < 64; shift += 8) eat(seed >> shift);
    for (int shift = 0; shift < 32; shift += 8) eat(static_cast<std::uint64_t>(part) >> shift);
    for (char c : stream) eat(static_cast<unsigned char>(c));
    return h;
}
}  // namespace

Random::Random(std::uint64_t seed, int part, std::string_view stream) : engine_(mixed(seed, part, stream)) {}

std::uint64_t Random::below(std::uint64_t n) {
    // Numbers above the last whole multiple of n are thrown away: no value is more likely than another.
    const std::uint64_t top = std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t limit = top - top % n;
    std::uint64_t x = engine_();
    while (x >= limit) x = engine_();
    return x % n;
}

int Random::between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
}

double Random::unit() {
    return static_cast<double>(engine_() >> 11) * 0x1.0p-53;
}

double Random::angle() {
    return unit() * 2 * std::numbers::pi;
}

std::size_t Random::weighted(const std::vector<int>& weights) {
    int sum = 0;
    for (int w : weights) sum += w;
    int x = between(1, sum);
    std::size_t i = 0;
    while (x > weights[i]) x -= weights[i++];
    return i;
}

}  // namespace liangdi::sample
