#include "exchange/legibility.hpp"

#include "catch.hpp"
#include "exchange/text_encoding.hpp"

using namespace liangdi::exchange;

namespace {

/// Names as an office writes them, and the same in the traditional script.
const std::string simplified = "龙井村二组 屋背后 大田坝 水井湾 张样一 承包地 面积（亩）";
const std::string traditional = "龍井村二組 屋背後 大田壩 水井灣 張樣一 承包地 面積（畝）";

double read_as(const std::string& text, const std::string& is, const std::string& taken_for) {
    return legibility(to_utf8(from_utf8(text, is).value(), taken_for), taken_for);
}

}  // namespace

TEST_CASE("text reads best in its own encoding") {
    for (const auto& [text, is] : {std::pair(simplified, "GB18030"), std::pair(simplified, "UTF-8"),
                                   std::pair(traditional, "Big5"), std::pair(traditional, "UTF-8")}) {
        INFO(text << " in " << is);
        const double own = read_as(text, is, is);
        CHECK(own > 0.85);
        for (const std::string& other : office_encodings())
            if (other != is) CHECK(read_as(text, is, other) < own - 0.2);
    }
}

TEST_CASE("ASCII says nothing of its encoding, and broken bytes are not legible") {
    CHECK(legibility("", "GB18030") == 1);
    CHECK(legibility("DKBM 5205241010010100002", "Big5") == 1);
    CHECK(legibility("\xEF\xBF\xBD\xEF\xBF\xBD", "UTF-8") == 0);
}
