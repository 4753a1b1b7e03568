#include "store/changeset_value.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <random>

#include "catch.hpp"

using namespace liangdi;

TEST_CASE("property: values come back from a changeset's bytes as they went in, one after the other") {
    std::mt19937_64 random(11);
    const auto bytes = [&](std::size_t n) {
        std::string text(n, '\0');
        for (char& c : text) c = static_cast<char>(random());
        return text;
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<land::Value> values = {std::int64_t{-1},
                                           std::numeric_limits<std::int64_t>::min(),
                                           std::numeric_limits<double>::quiet_NaN(),
                                           -0.0,
                                           std::string(),
                                           land::Bytes(),
                                           land::Value()};
        // Lengths about where their own encoding grows by a byte.
        for (const std::size_t n : {127U, 128U, 16383U, 16384U}) values.emplace_back(bytes(n));
        for (int i = 0; i < 20; ++i) {
            switch (random() % 4) {
                case 0:
                    values.emplace_back(static_cast<std::int64_t>(random()));
                    break;
                case 1:
                    values.emplace_back(std::bit_cast<double>(random()));
                    break;
                case 2:
                    values.emplace_back(bytes(random() % 300));
                    break;
                default:
                    values.emplace_back(land::Bytes(random() % 300, std::byte{7}));
            }
        }
        std::shuffle(values.begin(), values.end(), random);
        geo::Bytes out;
        for (const auto& value : values) store::put_value(out, value);
        geo::ByteView rest = out;
        for (const auto& value : values) {
            const store::ChangesetValue back = store::take_value(rest);
            if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                REQUIRE(back.type == SQLITE_INTEGER);
                REQUIRE(back.integer == *whole);
            } else if (const auto* real = std::get_if<double>(&value)) {
                REQUIRE(back.type == SQLITE_FLOAT);
                REQUIRE(std::bit_cast<std::uint64_t>(back.real) == std::bit_cast<std::uint64_t>(*real));
            } else if (const auto* text = std::get_if<std::string>(&value)) {
                REQUIRE(back.type == SQLITE_TEXT);
                REQUIRE(std::string_view(reinterpret_cast<const char*>(back.run.data()), back.run.size()) ==
                        *text);
            } else if (const auto* blob = std::get_if<land::Bytes>(&value)) {
                REQUIRE(back.type == SQLITE_BLOB);
                REQUIRE(std::ranges::equal(back.run, *blob));
            } else {
                REQUIRE(back.type == SQLITE_NULL);
            }
        }
        REQUIRE(rest.empty());
    }
}
