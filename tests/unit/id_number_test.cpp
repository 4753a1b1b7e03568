#include "land/id_number.hpp"

#include <random>

#include "catch.hpp"
#include "land/ledger_text.hpp"

using namespace liangdi::land;
using namespace std::chrono_literals;

// The numbers here are the standard's own example and numbers made up from it.
TEST_CASE("the example of GB 11643") {
    CHECK(id_number_check_character("11010519491231002") == 'X');
    CHECK(id_number_defect("11010519491231002X") == IdNumberDefect::none);
    CHECK(id_number_defect(" 11010519491231002x ") == IdNumberDefect::none);
    CHECK(id_number_defect("１１０１０５１９４９１２３１００２Ｘ") == IdNumberDefect::none);
    CHECK(birth_date_of_id_number("11010519491231002X") == Date{1949y / 12 / 31});
    CHECK(is_male_by_id_number("11010519491231002X") == false);
    CHECK(id_number_of_18("110105491231002") == "11010519491231002X");
}

TEST_CASE("each defect has its name") {
    CHECK(id_number_defect("") == IdNumberDefect::length);
    CHECK(id_number_defect("1101051949123100") == IdNumberDefect::length);
    CHECK(id_number_defect("1101051949123100X2") == IdNumberDefect::characters);
    CHECK(id_number_defect("11010519491231002Y") == IdNumberDefect::characters);
    CHECK(id_number_defect("99010519491231002X") == IdNumberDefect::province);
    CHECK(id_number_defect("110105194902300020") == IdNumberDefect::birth_date);
    CHECK(id_number_defect("110105194912310021") == IdNumberDefect::check_character);
    CHECK_FALSE(birth_date_of_id_number("110105194912310021"));
    CHECK_FALSE(is_male_by_id_number("1"));
    CHECK(to_text(IdNumberDefect::none).empty());
    CHECK_FALSE(to_text(IdNumberDefect::check_character).empty());
}

TEST_CASE("the check character finds every wrong digit and every swap of neighbours") {
    std::mt19937_64 random(40);
    for (int i = 0; i < 300; ++i) {
        std::string number = "520524";
        number += std::to_string(1930 + random() % 90) + "0" + std::to_string(1 + random() % 9) + "1" +
                  std::to_string(random() % 10);
        for (int k = 0; k < 3; ++k) number += static_cast<char>('0' + random() % 10);
        number += id_number_check_character(number);
        REQUIRE(id_number_defect(number) == IdNumberDefect::none);

        const std::size_t at = random() % 17;
        std::string wrong = number;
        wrong[at] = static_cast<char>('0' + (wrong[at] - '0' + 1 + static_cast<int>(random() % 9)) % 10);
        CHECK(id_number_defect(wrong) != IdNumberDefect::none);
        std::string swapped = number;
        const std::size_t first = random() % 16;
        std::swap(swapped[first], swapped[first + 1]);
        CHECK((swapped == number) == (id_number_defect(swapped) == IdNumberDefect::none));
    }
}

TEST_CASE("masks show what standards/07 allows and no more") {
    CHECK(mask_id_number("52052419900101001X") == "520524********001X");
    CHECK(mask_id_number("520524900101001") == "520524*****1001");
    CHECK(mask_id_number("12345") == "*****");
    CHECK(mask_id_number("") == "");
    CHECK(mask_phone("13800001234") == "138****1234");
    CHECK(mask_phone("1234567") == "*******");
    CHECK(mask_phone("李四的电话") == "*****");  // whole characters, never half of one
    std::mt19937_64 random(41);
    for (int i = 0; i < 200; ++i) {
        std::string number;
        for (int k = 0; k < 18; ++k) number += static_cast<char>('0' + random() % 10);
        const std::string masked = mask_id_number(number);
        REQUIRE(masked.size() == 18);
        CHECK(masked.substr(6, 8) == "********");
    }
}

TEST_CASE("full width becomes half width and nothing else changes") {
    CHECK(half_width("　Ａ１－／％　") == "A1-/%");
    CHECK(half_width("平远新城３栋") == "平远新城3栋");
    CHECK(half_width("\xC2\xA0x\xC2\xA0") == "x");
    CHECK(half_width("\xEF\xBC") == "\xEF\xBC");          // cut off
    CHECK(half_width("\xEF\xBD\xA1") == "\xEF\xBD\xA1");  // beyond the range
}
