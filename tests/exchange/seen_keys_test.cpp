#include "exchange/seen_keys.hpp"

#include <map>
#include <random>

#include "catch.hpp"

using namespace liangdi;

TEST_CASE("property: a key had before is known with its first row, however many there are") {
    std::mt19937 random(3);
    for (const std::int64_t expected : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{20000}}) {
        exchange::SeenKeys seen(expected);
        std::map<std::string, std::int64_t> first;
        for (std::int64_t row = 0; row < 20000; ++row) {
            // Empty keys, keys that begin alike, keys of which one is the end of another.
            const std::string key = std::string(random() % 3, 'a') + std::to_string(random() % 9000);
            const auto* earlier = seen.first_row(row % 997 == 0 ? std::string() : key, row);
            const auto [known, fresh] = first.try_emplace(row % 997 == 0 ? std::string() : key, row);
            REQUIRE((earlier == nullptr) == fresh);
            if (earlier) REQUIRE(*earlier == known->second);
        }
    }
}

TEST_CASE("property: a source in the order of its keys, with rows that stand twice or elsewhere") {
    std::mt19937 random(5);
    for (const unsigned one_in : {2U, 50U, 5000U}) {
        exchange::SeenKeys seen(100);
        std::map<std::string, std::int64_t> first;
        for (std::int64_t row = 0; row < 20000; ++row) {
            const auto number =
                random() % one_in != 0 ? 3 * row : static_cast<std::int64_t>(random() % 60000);
            const std::string key = std::to_string(1'000'000 + number);
            const auto* earlier = seen.first_row(key, row);
            const auto [known, fresh] = first.try_emplace(key, row);
            REQUIRE((earlier == nullptr) == fresh);
            if (earlier) REQUIRE(*earlier == known->second);
        }
    }
}
