#include "land/search_text.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace liangdi::land;

namespace {
bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}
}  // namespace

TEST_CASE("the search form drops what people do not mean") {
    CHECK(search_form("Ｂ００１－１－１０１") == "b001-1-101");
    CHECK(search_form(" 住户 0417\t") == "住户0417");
    CHECK(search_form("织金　县") == "织金县");  // the ideographic blank
    CHECK(search_form("GB00001F0001") == "gb00001f0001");
    CHECK(search_form("①组") == "1组");
    CHECK(search_form("").empty());
    CHECK_FALSE(search_form("\xff\xfe").empty());
    for (const char* text : {"Ｂ００１", "织金 县", "①", "ﬁn", "ǅ"})
        CHECK(search_form(search_form(text)) == search_form(text));
}

TEST_CASE("initials of names, with the surnames' readings and several readings") {
    CHECK(has(pinyin_initials("织金"), "zj"));
    CHECK(pinyin_initials("平远新城") == std::vector<std::string>{"pyxc"});
    // 单 as a surname is shàn, else dān; 曾 as a surname is zēng, else céng.
    CHECK(pinyin_initials("单").front() == "s");
    CHECK(has(pinyin_initials("单样一"), "syy"));
    CHECK(has(pinyin_initials("单样一"), "dyy"));
    CHECK(pinyin_initials("曾样二").front() == "zye");
    CHECK(has(pinyin_initials("曾样二"), "cye"));
    CHECK(has(pinyin_initials("长冲村"), "ccc"));
    CHECK(has(pinyin_initials("长冲村"), "zcc"));
    CHECK(has(pinyin_initials("重庆"), "cq"));
    CHECK(has(pinyin_initials("欧阳样"), "oyy"));
    CHECK(pinyin_initials("甲0417-1") == std::vector<std::string>{"j0417-1"});
    CHECK(pinyin_initials("LZ-2024").empty());
}

TEST_CASE("initials: each once, no more than asked for, as long as the text") {
    for (const char* text : {"单曾长重乐解区仇查朴", "覃翟行朝厦尉种谌", "堡埔"}) {
        const auto all = pinyin_initials(text, 8);
        CHECK(all.size() <= 8);
        CHECK(all.size() > 1);
        auto sorted = all;
        std::sort(sorted.begin(), sorted.end());
        CHECK(std::unique(sorted.begin(), sorted.end()) == sorted.end());
        const auto characters = std::string(text).size() / 3;
        for (const auto& one : all) CHECK(one.size() == characters);
    }
}
