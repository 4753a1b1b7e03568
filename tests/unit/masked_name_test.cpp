#include "land/masked_name.hpp"

#include "catch.hpp"

using namespace liangdi::land;

TEST_CASE("a masked name keeps its first character only, however long it is", "[masked_name]") {
    CHECK(mask_name("样张三") == "样*");
    CHECK(mask_name("样张") == "样*");
    CHECK(mask_name("Sample Person") == "S*");
    CHECK(mask_name("  样本人甲 ") == "样*");
    CHECK(mask_name("𠀀样本") == "𠀀*");  // four bytes
    CHECK(mask_name("") == "");
    for (const char* name : {"样", "样本", "样本人", "住户0004"}) {
        const std::string masked = mask_name(name);
        CHECK(masked.size() == 4);  // tells nothing of the rest
        CHECK(masked.back() == '*');
    }
}

TEST_CASE("people and families are masked, groups are not", "[masked_name]") {
    for (const char* kind : {"household", "contract_household", "person"}) CHECK(is_personal(kind));
    for (const char* kind : {"collective", "company", "cooperative", ""}) CHECK_FALSE(is_personal(kind));
}
