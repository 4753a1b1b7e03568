#include "land/name_order.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"

using liangdi::land::compare_names;

TEST_CASE("Chinese names are in the order of their pinyin") {
    CHECK(compare_names("安", "北") < 0);
    CHECK(compare_names("恒大", "惠民") < 0);
    CHECK(compare_names("张样一", "李样二") > 0);
    CHECK(compare_names("", "安") < 0);
}

TEST_CASE("the order of names is total: antisymmetric, transitive, equal only for the same bytes") {
    std::vector<std::string> texts{"",     "A",     "B",      "a",     "b",   "A-1",       "A1",   "10", "2",
                                   "安",   "安A",   "安a",    "北",    "A安", "a安",       "ＡＢ", "-",  "Z9",
                                   "住户", "住户1", "住户10", "住户2", "é",   "e\xCC\x81", "01",   "1"};
    for (const auto& a : texts)
        for (const auto& b : texts) {
            INFO(a << " | " << b);
            const int ab = compare_names(a, b), ba = compare_names(b, a);
            CHECK((ab == 0) == (a == b));
            CHECK((ab < 0) == (ba > 0));
            for (const auto& c : texts)
                if (ab < 0 && compare_names(b, c) < 0 && !(compare_names(a, c) < 0))
                    FAIL_CHECK("not transitive with " << c);
        }
}
