#include <random>

#include "catch.hpp"
#include "exchange/table_header.hpp"
#include "exchange/text_encoding.hpp"

using namespace liangdi::exchange;

TEST_CASE("encodings go by the names people give them") {
    for (const char* gb : {"GBK", "gb2312", "936", "CP936", "GB18030", "ansi 936"})
        CHECK(encoding_name(gb) == "GB18030");
    for (const char* utf : {"UTF-8", "utf8", "65001"}) CHECK(encoding_name(utf) == "UTF-8");
    CHECK(encoding_name("OEM").empty());
    CHECK(encoding_name("no such thing").empty());
}

TEST_CASE("known bytes decode") {
    CHECK(to_utf8("\xB2\xE2\xCA\xD4", "GB18030") == "测试");
    CHECK(to_utf8("\xB2\xE2\xCA", "GB18030") == "测");  // cut in half at the end
    CHECK(to_utf8("\xE6\xB5\x8B\xE8\xAF", "UTF-8") == "测");
    CHECK(is_text_in("\xB2\xE2\xCA", "GB18030"));
    CHECK_FALSE(is_text_in("\xB2\xE2\xCA\xD4", "UTF-8"));
    CHECK_FALSE(from_utf8("䶮", "GBK"));
    CHECK(from_utf8("䶮", "GB18030"));
    CHECK(from_utf8("测试", "GBK") == "\xB2\xE2\xCA\xD4");
}

TEST_CASE("what GB18030 writes it reads back, all of Unicode") {
    std::mt19937 random(11);
    std::uniform_int_distribution<char32_t> any(0x20, 0x10FFFF);
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            char32_t c = any(random);
            // Surrogates are no characters; private use and noncharacters differ between versions of GB18030.
            while ((c >= 0xD800 && c <= 0xF8FF) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
                   c >= 0xF0000)
                c = any(random);
            const auto put = [&](char32_t b) { text.push_back(static_cast<char>(b)); };
            if (c < 0x80)
                put(c);
            else if (c < 0x800)
                put(0xC0 | c >> 6), put(0x80 | (c & 63));
            else if (c < 0x10000)
                put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
            else
                put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)),
                    put(0x80 | (c & 63));
        }
        const auto bytes = from_utf8(text, "GB18030");
        REQUIRE(bytes);
        CHECK(to_utf8(*bytes, "GB18030") == text);
    }
}

TEST_CASE("the header of a sheet is found under its title, and columns without names get letters") {
    const std::vector<SheetRow> titled{{1, {"平远新城户室台账", "", ""}},
                                       {2, {"单位：平方米", "", ""}},
                                       {3, {"户室编码", "楼栋", "面积"}},
                                       {4, {"001", "B1", "85.5"}}};
    CHECK(find_header(titled).row == 3);
    CHECK(find_header(titled).names == std::vector<std::string>{"户室编码", "楼栋", "面积"});
    const std::vector<SheetRow> numbers{{1, {"1", "2.5"}}, {2, {"3", "4.5"}}};
    CHECK(find_header(numbers).row == 0);
    CHECK(find_header(numbers).names == std::vector<std::string>{"A", "B"});
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(701) == "ZZ");
    CHECK(column_letters(702) == "AAA");
}
