#include "land/codes.hpp"

#include <random>

#include "catch.hpp"

using namespace liangdi;
using land::CodeKind;

namespace {

std::string digits(std::mt19937& random, std::size_t count) {
    std::string out;
    while (out.size() < count) out.push_back(static_cast<char>('0' + random() % 10));
    return out;
}

}  // namespace

TEST_CASE("the check character of GB 32100") {
    CHECK(!land::code_problem(CodeKind::social_credit, "91350100M000100Y43"));
    // Every single mistake is found: the weights are units of the integers modulo 31.
    const std::string sound = "91350100M000100Y43", alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (std::size_t i = 0; i < sound.size(); ++i)
        for (const char c : alphabet) {
            if (c == sound[i]) continue;
            std::string wrong = sound;
            wrong[i] = c;
            CHECK(land::code_problem(CodeKind::social_credit, wrong));
        }
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        std::string code;
        while (code.size() < 17) code.push_back(alphabet[random() % alphabet.size()]);
        const char check = land::social_credit_check_character(code);
        CHECK(!land::code_problem(CodeKind::social_credit, code + check));
    }
    CHECK(land::social_credit_check_character("9135010OM000100Y4") == '?');  // O is not of the alphabet
}

TEST_CASE("codes have the structure of their standard, and a mend that helps") {
    CHECK(land::code_kind("52052410300701") == CodeKind::group);
    CHECK(land::code_kind("520524103007010001") == CodeKind::contract_party);
    CHECK(land::code_kind("5205241030070100001") == CodeKind::contract_parcel);
    CHECK(land::code_kind("11010100100101001J") == std::nullopt);
    CHECK(land::code_kind("520524103007010001J") == CodeKind::contract);
    CHECK(land::code_kind("340123002004GB00011") == CodeKind::cadastral_parcel);
    CHECK(land::code_kind("340123002004GB00011F00010001") == CodeKind::real_estate_unit);
    CHECK(land::code_kind("340123002004GB00011W00000001") == std::nullopt);
    CHECK(land::code_kind("D001") == std::nullopt);
    const auto small = land::code_problem(CodeKind::cadastral_parcel, " 520524103007jc00008");
    REQUIRE(small);
    CHECK(small->mend.find("520524103007JC00008") != std::string::npos);
    const auto cut = land::code_problem(CodeKind::contract_parcel, "520524103007010000");
    REQUIRE(cut);
    CHECK(cut->reason.find("19") != std::string::npos);
    CHECK(land::normalized_code("５２０５２４ 103007jc00008") == "520524103007JC00008");
    CHECK(land::parcel_kind_of_code("520524103007JC00008") == "homestead");
    CHECK(land::parcel_kind_of_code("520524103007JE00008") == "woodland");
    CHECK(land::parcel_kind_of_code("520524103007JD00008") == "farmland");
    CHECK(land::parcel_kind_of_code("5205241030070100001").empty());
}

TEST_CASE("normalising is done once: a second time changes nothing") {
    std::mt19937 random(11);
    for (int i = 0; i < 200; ++i) {
        const std::string text =
            digits(random, random() % 8) + (random() % 2 ? " j" : "Ｊ") + digits(random, 3) + "\t";
        const std::string once = land::normalized_code(text);
        CHECK(land::normalized_code(once) == once);
    }
}
