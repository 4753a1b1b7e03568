#include <set>

#include "catch.hpp"
#include "exchange/text_encoding.hpp"
#include "towns.hpp"

using namespace liangdi;

TEST_CASE("property: every name of the town, taken for a Latin encoding, is told as it was") {
    const auto& town = tests::town_of_seed(1);
    std::set<std::string> names{town.name};
    for (const auto& row : town.communities) names.insert(row.name);
    for (const auto& row : town.buildings) names.insert({row.name, row.address});
    for (const auto& row : town.households) names.insert(row.name);
    for (const auto& row : town.businesses) names.insert({row.name, row.address});
    for (const auto& row : town.villages) names.insert({row.town, row.village, row.group});
    for (const auto& row : town.parcels) names.insert({row.name, row.east, row.south});
    std::size_t chinese = 0;
    for (const std::string& name : names) {
        INFO(name);
        CHECK_FALSE(exchange::before_latin(name));
        if (name.empty() || *exchange::utf8_beyond_ascii(name) == 0) continue;
        ++chinese;
        for (const char* latin : {"ISO-8859-1", "windows-1252"}) {
            INFO(latin);
            CHECK(exchange::before_latin(exchange::to_utf8(name, latin)) == name);
        }
    }
    CHECK(chinese > 1000);
}

TEST_CASE("text of other languages is not taken for damaged Chinese") {
    for (const char* text : {"", "Pingyuan", "Café Zürich", "Œuvre – “Ærø”", "naïve façade", "Ä Ö Ü ß",
                             "25 m² ± 0,5 °", "张三", "Guìzhōu"}) {
        INFO(text);
        CHECK_FALSE(exchange::before_latin(text));
    }
}
