#include "exchange/short_names.hpp"

#include <random>
#include <set>

#include "catch.hpp"
#include "exchange/shape_match.hpp"
#include "exchange/text_encoding.hpp"

using namespace liangdi;

namespace {

std::string folded(std::string name) {
    for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

}  // namespace

TEST_CASE("short names: whole characters, at most the bytes, none alike, the same every time") {
    const std::vector<std::string> pieces{"承", "包", "方", "编", "码", "a",    "B",
                                          "_",  "1",  "䶮", "𠮷", "é",  "面积", "contract"};
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        for (const std::string encoding : {"GBK", "UTF-8"}) {
            std::vector<std::string> names;
            const int n = 1 + static_cast<int>(random() % 40);
            for (int i = 0; i < n; ++i) {
                std::string name;
                for (std::size_t k = random() % 9; k > 0; --k) name += pieces[random() % pieces.size()];
                names.push_back(name);
            }
            const int most = round % 2 ? 10 : 31;
            const auto shorter = exchange::short_names(names, most, encoding);
            REQUIRE(shorter.size() == names.size());
            std::set<std::string> seen;
            for (std::size_t i = 0; i < names.size(); ++i) {
                INFO(encoding << " " << names[i] << " -> " << shorter[i]);
                const auto bytes = exchange::from_utf8(shorter[i], encoding);
                REQUIRE(bytes);  // whole characters that the encoding has
                CHECK(bytes->size() <= static_cast<std::size_t>(most));
                CHECK_FALSE(bytes->empty());
                CHECK(exchange::to_utf8(*bytes, encoding) == shorter[i]);
                CHECK(seen.insert(folded(shorter[i])).second);
            }
            CHECK(exchange::short_names(names, most, encoding) == shorter);
            CHECK(exchange::short_names(shorter, most, encoding) == shorter);  // what fits stays
        }
    }
}

TEST_CASE("short names: a name that fits is never given up for one that is cut") {
    const auto names = exchange::short_names({"承包方编码一二三", "承包方编码"}, 10, "GBK");
    CHECK(names == std::vector<std::string>{"承包方编_2", "承包方编码"});
    CHECK(exchange::short_names({"contract_from", "contract_fro"}, 10, "UTF-8") ==
          std::vector<std::string>{"contract_f", "contract_2"});
    CHECK(exchange::short_names({"很长很长很长很长的名字"}, 0, "UTF-8").front() == "很长很长很长很长的名字");
}

TEST_CASE(
    "shape match: a ring's beginning, its direction and the order of parts do not count, a moved corner "
    "does") {
    std::mt19937 random(5);
    const auto at = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 200; ++round) {
        geo::MultiPolygon shape;
        const int parts = 1 + round % 3;
        for (int i = 0; i < parts; ++i) {
            const double x = 100.0 * i + at(9), y = at(50);
            shape.push_back(geo::rectangle({x, y, x + 20 + at(9), y + 30}));
            if (round % 2) shape.back().holes.push_back(geo::rectangle({x + 2, y + 2, x + 5, y + 6}).shell);
            if (round % 4 == 1)
                shape.back().holes.push_back(geo::rectangle({x + 8, y + 8, x + 9, y + 9}).shell);
        }
        geo::MultiPolygon other = shape;
        std::shuffle(other.begin(), other.end(), random);
        for (auto& polygon : other) {
            std::shuffle(polygon.holes.begin(), polygon.holes.end(), random);
            auto turn = [&](geo::Ring& ring) {
                ring.pop_back();
                std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(random() % ring.size()),
                            ring.end());
                if (random() % 2) std::reverse(ring.begin(), ring.end());
                ring.push_back(ring.front());
            };
            turn(polygon.shell);
            for (auto& hole : polygon.holes) turn(hole);
        }
        const auto same = exchange::corner_deviation(shape, other, 0.01);
        REQUIRE(same);
        CHECK(*same == 0);
        geo::MultiPolygon moved = other;
        moved.front().shell[1].x += 0.004;
        const auto near = exchange::corner_deviation(shape, moved, 0.01);
        REQUIRE(near);
        CHECK(*near == Approx(0.004));
        moved.front().shell[1].x += 1;
        CHECK_FALSE(exchange::corner_deviation(shape, moved, 0.01));
        moved = other;
        moved.pop_back();
        CHECK_FALSE(exchange::corner_deviation(shape, moved, 0.01));
    }
    CHECK_FALSE(exchange::corner_deviation(geo::Point{1, 2}, geo::Geometry{}, 0.01));
    CHECK(exchange::corner_deviation(geo::Geometry{}, geo::Geometry{}, 0.01) == 0);
}
