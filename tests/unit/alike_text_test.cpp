#include "land/alike_text.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"

using namespace liangdi::land;

namespace {
/// Optimal string alignment distance, the plain way.
int distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min(
                {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}
}  // namespace

TEST_CASE("one slip: as the distance counts it, and its two texts share a part") {
    std::mt19937 random(3);
    int slips = 0;
    for (int round = 0; round < 20000; ++round) {
        const auto text = [&] {
            std::string out;
            for (auto n = random() % 7; n > 0; --n) out += static_cast<char>('0' + random() % 3);
            return out;
        };
        const std::string a = text(), b = text();
        INFO(a << " " << b);
        REQUIRE(one_slip_apart(a, b) == (distance(a, b) == 1));
        if (!one_slip_apart(a, b)) continue;
        ++slips;
        const auto parts = with_one_left_out(a), others = with_one_left_out(b);
        REQUIRE(std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
            return std::find(others.begin(), others.end(), part) != others.end();
        }));
    }
    CHECK(slips > 500);
    CHECK(one_slip_apart("张样一", "张样二"));
    CHECK(one_slip_apart("样张一", "张样一"));
    CHECK_FALSE(one_slip_apart("张样一", "张样一"));
    CHECK(with_one_left_out("张样") == std::vector<std::string>{"张样", "样", "张"});
}

TEST_CASE("names, places and codes as lists write them") {
    CHECK(plain_name("張 樣一") == plain_name("张样一"));
    CHECK(plain_name("楊彊") == "杨强");
    CHECK(plain_name("阿依·木") == "阿依木");
    CHECK(plain_place("贵州省毕节市织金县青石镇红岩村第2村民小组") == "青石镇红岩村二组");
    CHECK(plain_place("青石镇红岩村２组") == "青石镇红岩村二组");
    CHECK(plain_place("红岩村10组") == "红岩村十组");
    CHECK(plain_place("红岩村21组") == "红岩村二十一组");
    CHECK(plain_place("青石鎮紅岩村二組") == "青石镇红岩村二组");
    CHECK(plain_code("５２０５２４－Ａ－０００４") == plain_code("520524-a-0004"));
    CHECK(plain_code("B00l-1-1O1") == plain_code("B001-1-101"));
}
