#include "land/personal_values.hpp"

#include "catch.hpp"
#include "land/id_number.hpp"
#include "land/passphrase_strength.hpp"

using namespace liangdi;
using land::PassphraseStrength;

namespace {
const land::SealedFields all = {{"id_number", "520524201203121232"},
                                {"phone", "13812345678"},
                                {"bank", "6222021234567890123"},
                                {"health", "x"},
                                {"birth_day", "03-12"},
                                {"markings", "disabled"},
                                {"benefit.urban_allowance", "3"},
                                {"of", "P1"}};
land::Date day(const char* text) {
    return *land::parse_iso_date(text);
}
}  // namespace

TEST_CASE("masked output holds the masked number and phone and does not tell that there is more") {
    const auto shown = land::shown_values(all, land::Disclosure::masked);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].value == "520524********1232");
    CHECK(shown[1].value == "138****5678");
    CHECK((shown[0].masked && shown[1].masked));
    auto plain = all;
    for (const char* key : {"bank", "health", "markings", "birth_day", "benefit.urban_allowance"})
        plain.erase(key);
    const auto same = land::shown_values(plain, land::Disclosure::masked);
    REQUIRE(same.size() == shown.size());
    for (std::size_t i = 0; i < same.size(); ++i) CHECK(same[i].value == shown[i].value);
    CHECK(land::shown_values({}, land::Disclosure::masked).empty());
}

TEST_CASE("open output holds every value but the binding, each in full") {
    const auto shown = land::shown_values(all, land::Disclosure::open);
    CHECK(shown.size() == all.size() - 1);
    for (const auto& value : shown) {
        CHECK(value.value == all.at(value.field));
        CHECK_FALSE(value.masked);
        CHECK(value.field != "of");
    }
}

TEST_CASE("whoever may be under 14 on the day is a child; the 14th birthday ends it") {
    const land::SealedFields birthday = {{"birth_day", "03-12"}};
    CHECK(land::may_be_under_14(birthday, 2012, day("2026-03-11")));
    CHECK_FALSE(land::may_be_under_14(birthday, 2012, day("2026-03-12")));
    // Only the year is known: born on its last day.
    CHECK(land::may_be_under_14({}, 2011, day("2025-12-30")));
    CHECK_FALSE(land::may_be_under_14({}, 2011, day("2025-12-31")));
    CHECK(land::may_be_under_14({}, 0, day("2025-11-25")));  // nothing is known
    CHECK(land::may_be_under_14({{"birth_day", "garbage"}}, 2012, day("2025-11-25")));
    // The number says an adult, the register a child: hidden until it is mended.
    const land::SealedFields adult = {
        {"id_number",
         "52052419880312123" + std::string(1, land::id_number_check_character("52052419880312123"))}};
    CHECK_FALSE(land::may_be_under_14(adult, 0, day("2025-11-25")));
    CHECK(land::may_be_under_14(adult, 2015, day("2025-11-25")));
    CHECK_FALSE(land::may_be_under_14(adult, 1988, day("2025-11-25")));
}

TEST_CASE("property: a child by the year alone stays one whatever the day of birth adds before it") {
    for (int year = 2005; year <= 2020; ++year)
        for (const char* birth : {"01-01", "06-30", "12-31"})
            for (const char* on : {"2025-01-01", "2025-06-30", "2025-12-31"}) {
                const bool by_day = land::may_be_under_14({{"birth_day", birth}}, year, day(on));
                CHECK((!by_day || land::may_be_under_14({}, year, day(on))));  // less known hides more
            }
}

TEST_CASE("a text in clear may not hold a personal number, however it is written") {
    const std::string id =
        "52052419880312123" + std::string(1, land::id_number_check_character("52052419880312123"));
    for (const std::string& text :
         {"查 " + id, id + "的户", std::string("电话13812345678"), std::string("138 1234 5678"),
          std::string("１３８１２３４５６７８"), std::string("138-1234-5678 called")}) {
        INFO(text);
        CHECK(land::holds_personal_number(text));
    }
    for (const char* text : {"", "2025年11月家访", "520524-A-0001", "520524101201JE00001",
                             "5205241010010100002", "contract 2025-11-25", "12345678901"}) {
        INFO(text);
        CHECK_FALSE(land::holds_personal_number(text));
    }
}

TEST_CASE("passphrases: what falls at once is refused, more of anything is never weaker") {
    for (const char* text : {"", "short", "12345678", "87654321", "aaaaaaaaaa", "password", "Password1",
                             "19880312", "qwertyuiop", "口令口"}) {
        INFO(text);
        CHECK(land::passphrase_strength(text) == PassphraseStrength::refused);
    }
    CHECK(land::passphrase_strength("liangdi sample town 2025") >= PassphraseStrength::fair);
    CHECK(land::passphrase_strength("a long passphrase 口令") >= PassphraseStrength::fair);
    CHECK(land::passphrase_strength("石桥 晒谷 风车 苞谷") == PassphraseStrength::strong);
    std::string grown;
    double before = 0;
    for (const char c : std::string("tk7 Wq9mZr2vX4pL")) {
        grown += c;
        CHECK(land::passphrase_bits(grown) > before);
        before = land::passphrase_bits(grown);
    }
    for (const auto strength : {PassphraseStrength::refused, PassphraseStrength::weak,
                                PassphraseStrength::fair, PassphraseStrength::strong})
        CHECK_FALSE(land::to_text(strength).empty());
}
