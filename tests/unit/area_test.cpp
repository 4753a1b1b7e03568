#include "land/area.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"

using namespace liangdi;
using namespace liangdi::land;

TEST_CASE("hundredths are read as ledgers write them") {
    CHECK(parse_hundredths("3598.10") == 359810);
    CHECK(parse_hundredths("3598.1") == 359810);
    CHECK(parse_hundredths("3598") == 359800);
    CHECK(parse_hundredths(" 38,220.41 ") == 3822041);
    CHECK(parse_hundredths("1,234,567.5") == 123456750);
    CHECK(parse_hundredths("１２．３４") == 1234);
    CHECK(parse_hundredths("12.3400") == 1234);
    CHECK(parse_hundredths("-0.05") == -5);
    CHECK(parse_hundredths("0") == 0);
    CHECK(parse_hundredths("92233720368547758.07") == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("what is no plain number of hundredths is not read") {
    for (const char* text : {"",
                             " ",
                             "abc",
                             "12.345",
                             "1e5",
                             "1.2.3",
                             "12亩",
                             "1,5",
                             "12,34",
                             ",123",
                             "1,,234",
                             "1234,567",
                             ".5",
                             "5.",
                             "--1",
                             "+1",
                             "nan",
                             "0x10",
                             "92233720368547758.08",
                             "- 1"}) {
        INFO(text);
        CHECK_FALSE(parse_hundredths(text));
    }
}

TEST_CASE("hundredths round trip through text") {
    std::mt19937_64 random(20);
    for (int i = 0; i < 5000; ++i) {
        // All orders of magnitude, both signs.
        const auto n = static_cast<std::int64_t>(random()) >> (random() % 63);
        if (n == std::numeric_limits<std::int64_t>::min()) continue;
        CHECK(parse_hundredths(format_hundredths(n)) == n);
    }
    CHECK(format_hundredths(359810) == "3598.10");
    CHECK(format_hundredths(-5) == "-0.05");
    CHECK(format_hundredths(0) == "0.00");
    CHECK(format_hundredths(std::numeric_limits<std::int64_t>::min()) == "-92233720368547758.08");
}

TEST_CASE("rounding is half up in decimal") {
    CHECK(hundredths_of(12.345) == 1235);  // the double lies below 12.345
    CHECK(hundredths_of(1.005) == 101);
    CHECK(hundredths_of(2.675) == 268);
    CHECK(hundredths_of(12.3449999) == 1234);
    CHECK(hundredths_of(-12.345) == -1235);
    CHECK(hundredths_of(0.004999) == 0);
    CHECK(hundredths_of(0.005) == 1);
    CHECK(hundredths_of(1e-300) == 0);
    CHECK(hundredths_of(1e15) == 100000000000000000);
    CHECK_THROWS_AS(hundredths_of(1e18), Error);
    // As the shortest decimal rounds, which a long double holds well enough away from halves, and a count of
    // thousandths at them.
    std::mt19937_64 random(27);
    std::uniform_real_distribution<double> one(-1, 1);
    std::uniform_int_distribution<std::int64_t> power(-3, 12), hundredths(0, 200'000'000);
    for (int i = 0; i < 100'000; ++i) {
        const double value = one(random) * std::pow(10, power(random));
        const long double decimal = std::strtold(fmt::format("{}", value).c_str(), nullptr) * 100;
        if (std::abs(decimal - std::floor(decimal) - 0.5L) > 1e-5L)
            CHECK(hundredths_of(value) == std::llround(decimal));
        const std::int64_t n = hundredths(random);
        CHECK(hundredths_of(static_cast<double>(10 * n + 5) / 1000) == n + 1);
    }
    CHECK_THROWS_AS(hundredths_of(std::nan("")), Error);
    CHECK_THROWS_AS(hundredths_of(std::numeric_limits<double>::infinity()), Error);
}

TEST_CASE("every number of three decimals rounds as its digits say") {
    std::mt19937_64 random(21);
    for (int i = 0; i < 5000; ++i) {
        const auto thousandths = static_cast<std::int64_t>(random() % 100'000'000);
        const double value = static_cast<double>(thousandths) / 1000;
        CHECK(hundredths_of(value) == (thousandths + 5) / 10);
    }
}

TEST_CASE("mu are m2 times 0.0015, exactly") {
    CHECK(mu_hundredths_of_m2(666.67) == 100);
    CHECK(mu_hundredths_of_m2(10000) == 1500);
    CHECK(mu_hundredths_of_m2(3.33) == 0);
    CHECK(mu_hundredths_of_m2(3.34) == 1);         // 0.00501 mu
    CHECK(mu_hundredths_of_m2(38220.41) == 5733);  // 57.330615 mu
    std::mt19937_64 random(22);
    for (int i = 0; i < 5000; ++i) {
        const auto hundredths = static_cast<std::int64_t>(random() % 1'000'000'000);
        // m2 hundredths x 15 / 10000 = mu hundredths
        CHECK(mu_hundredths_of_m2(static_cast<double>(hundredths) / 100) == (hundredths * 15 + 5000) / 10000);
    }
}

TEST_CASE("units in the spellings of ledgers") {
    for (const char* text : {"m2", "㎡", "平方米", " m² ", "ｍ２"}) CHECK(area_unit(text) == AreaUnit::m2);
    for (const char* text : {"mu", "亩", " 亩"}) CHECK(area_unit(text) == AreaUnit::mu);
    for (const char* text : {"", "公顷", "ha", "m"}) CHECK_FALSE(area_unit(text));
    for (AreaUnit unit : {AreaUnit::m2, AreaUnit::mu}) CHECK(area_unit(to_text(unit)) == unit);
}
