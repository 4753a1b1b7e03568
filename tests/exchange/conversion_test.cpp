#include <random>

#include "catch.hpp"
#include "exchange/cell_conversion.hpp"
#include "land/area.hpp"

using namespace liangdi;
using exchange::convert;
using exchange::ReadAs;
using land::Value;

namespace {
Value text(const char* s) {
    return std::string(s);
}
}  // namespace

TEST_CASE("text stays as it is, digit by digit") {
    CHECK(convert(text("0012"), ReadAs::text).value == text("0012"));
    CHECK(convert(text("52052419900101123X"), ReadAs::text).value == text("52052419900101123X"));
    CHECK(convert(text("　 测试　甲 "), ReadAs::text).value == text("测试　甲"));
    CHECK(convert(std::int64_t{520524103007000001}, ReadAs::text).value == text("520524103007000001"));
    CHECK(convert(12.0, ReadAs::text).value == text("12"));
    CHECK(land::is_null(convert(text("　"), ReadAs::text).value));
    CHECK(land::is_null(convert({}, ReadAs::integer).value));
}

TEST_CASE("a code that a spreadsheet has shortened is refused, not guessed") {
    CHECK_FALSE(convert(text("5.2242519900101E+17"), ReadAs::text).ok());
    CHECK_FALSE(convert(5.2242519900101e17, ReadAs::text).ok());
    CHECK(convert(text("2E+3"), ReadAs::text).ok());
}

TEST_CASE("hundredths are exact") {
    CHECK(convert(text("3598.10"), ReadAs::hundredths).value == Value{std::int64_t{359810}});
    CHECK(convert(text("38220.410000000003"), ReadAs::hundredths).value == Value{std::int64_t{3822041}});
    CHECK(convert(text("１，０９８．２７"), ReadAs::hundredths).value == Value{std::int64_t{109827}});
    CHECK(convert(std::int64_t{7}, ReadAs::hundredths).value == Value{std::int64_t{700}});
    CHECK_FALSE(convert(text("12.345"), ReadAs::hundredths).ok());
    CHECK_FALSE(convert(text("约12亩"), ReadAs::hundredths).ok());
    CHECK_FALSE(convert(std::numeric_limits<double>::quiet_NaN(), ReadAs::hundredths).ok());
    CHECK_FALSE(convert(1e300, ReadAs::hundredths).ok());
}

TEST_CASE("every amount survives the way a spreadsheet stores it") {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> amount(0, 99'999'999'99);
    for (int i = 0; i < 5000; ++i) {
        const std::int64_t hundredths = amount(random);
        char stored[64];
        std::snprintf(stored, sizeof stored, "%.17g", static_cast<double>(hundredths) / 100.0);
        INFO(stored);
        CHECK(convert(text(stored), ReadAs::hundredths).value == Value{hundredths});
        CHECK(convert(static_cast<double>(hundredths) / 100.0, ReadAs::hundredths).value ==
              Value{hundredths});
    }
}

TEST_CASE("dates, years, flags, shares, numbers") {
    CHECK(convert(text("2015年3月5日"), ReadAs::date).value == text("2015-03-05"));
    CHECK_FALSE(convert(text("2015年3月"), ReadAs::date).ok());
    CHECK_FALSE(convert(text("2015-02-30"), ReadAs::date).ok());
    CHECK(convert(text("1987-05-23"), ReadAs::year).value == Value{std::int64_t{1987}});
    CHECK(convert(text("1987.5"), ReadAs::year).value == Value{std::int64_t{1987}});
    CHECK(convert(std::int64_t{1987}, ReadAs::year).value == Value{std::int64_t{1987}});
    CHECK_FALSE(convert(text("87"), ReadAs::year).ok());
    CHECK(convert(text("1987/5/3"), ReadAs::month_day).value == text("05-03"));
    CHECK(convert(text("是"), ReadAs::flag).value == Value{std::int64_t{1}});
    CHECK(convert(std::int64_t{0}, ReadAs::flag).value == Value{std::int64_t{0}});
    CHECK_FALSE(convert(text("也许"), ReadAs::flag).ok());
    const exchange::Converted share = convert(text("2/3"), ReadAs::share);
    CHECK(share.value == Value{std::int64_t{2}});
    CHECK(share.denominator == Value{std::int64_t{3}});
    CHECK_FALSE(convert(text("1/0"), ReadAs::share).ok());
    CHECK(convert(text("１２"), ReadAs::integer).value == Value{std::int64_t{12}});
    CHECK(convert(text("12.0"), ReadAs::integer).value == Value{std::int64_t{12}});
    CHECK_FALSE(convert(text("12.5"), ReadAs::integer).ok());
    CHECK_FALSE(convert(text("12楼"), ReadAs::integer).ok());
    CHECK(convert(text("3.25"), ReadAs::real).value == Value{3.25});
    CHECK_FALSE(convert(text("nan"), ReadAs::real).ok());
}
