#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

namespace liangdi::sample {

/// A stream of random numbers that is the same on every machine: std::mt19937_64 is specified to the bit,
/// the distributions of the standard library are not, so they are our own. Each part of the town has its own
/// stream (seed, part, name), so that a richer part does not change the others.
class Random {
  public:
    Random(std::uint64_t seed, int part, std::string_view stream);

    std::uint64_t below(std::uint64_t n);  ///< 0 … n-1, n > 0
    int between(int low, int high);        ///< both included
    bool chance(int permille) { return between(1, 1000) <= permille; }
    double unit();   ///< [0, 1), 53 bits
    double angle();  ///< [0, 2 pi)

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }
    template <class T>
    const T& pick(const std::vector<T>& items) {
        return items[below(items.size())];
    }
    /// An index of `weights`, each as likely as its weight.
    std::size_t weighted(const std::vector<int>& weights);

  private:
    std::mt19937_64 engine_;
};

}  // namespace liangdi::sample
