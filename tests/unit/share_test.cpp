#include "land/share.hpp"

#include <random>

#include "catch.hpp"
#include "geo/error.hpp"

using namespace liangdi;
using namespace liangdi::land;

TEST_CASE("shares are read as certificates write them") {
    CHECK(parse_share("1/3") == Share{1, 3});
    CHECK(parse_share("１／３") == Share{1, 3});
    CHECK(parse_share(" 2 / 4 ") == Share{2, 4});  // as issued, not reduced
    CHECK(parse_share("33 %") == Share{33, 100});
    CHECK(parse_share("33.5%") == Share{67, 200});
    CHECK(parse_share("50％") == Share{1, 2});
    CHECK(parse_share("0.5") == Share{1, 2});
    CHECK(parse_share("1") == Share{1, 1});
    CHECK(parse_share("全部") == Share{1, 1});
    CHECK(parse_share("0/5") == Share{0, 5});
    for (const char* text : {"", "1/0", "-1/3", "1/-3", "a/b", "1/2/3", "/", "1/", "%", ".5", "0.", "1,5",
                             "一半", "99999999999999999999", "1.2.3"}) {
        INFO(text);
        CHECK_FALSE(parse_share(text));
    }
    CHECK(to_text(Share{1, 3}) == "1/3");
}

TEST_CASE("the algebra of shares") {
    std::mt19937_64 random(30);
    const auto any = [&] {
        return Share{static_cast<std::int64_t>(random() % 50), static_cast<std::int64_t>(random() % 50) + 1};
    };
    for (int i = 0; i < 2000; ++i) {
        const Share a = any(), b = any(), c = any();
        CHECK(sum(a, b) == sum(b, a));
        CHECK(sum(sum(a, b), c) == sum(a, sum(b, c)));
        CHECK(sum(a, Share{0, 1}) == sum(Share{0, 7}, a));
        const Share s = sum(a, b);
        CHECK(s.num * a.den * b.den == s.den * (a.num * b.den + b.num * a.den));
        CHECK(parse_share(to_text(a)) == a);
        CHECK(exceeds_whole(a) == (a.num > a.den));
    }
}

TEST_CASE("equal shares of n add up to the whole, exactly") {
    for (std::int64_t n = 1; n <= 200; ++n) {
        Share all{0, 1};
        for (std::int64_t i = 0; i < n; ++i) all = sum(all, Share{1, n});
        CHECK(all == Share{1, 1});
        CHECK_FALSE(exceeds_whole(all));
        CHECK(exceeds_whole(sum(all, Share{1, 1'000'000'000})));
    }
}

TEST_CASE("shares too fine to add are refused, not wrapped around") {
    CHECK_THROWS_AS(sum(Share{1, 9'223'372'036'854'775'807}, Share{1, 9'223'372'036'854'775'806}), Error);
}
