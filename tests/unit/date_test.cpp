#include "land/date.hpp"

#include "catch.hpp"

using namespace liangdi::land;
using namespace std::chrono_literals;

namespace {
constexpr Date fifth_of_march{2015y / 3 / 5};
}

TEST_CASE("dates in the forms that ledgers hold") {
    for (const char* text : {"2015-03-05", "2015-3-5", "2015.3.5", "2015.03.05", "2015/3/5", "2015年3月5日",
                             "2015年03月05日", "2015年3月5号", "20150305", " 2015.3.5 ", "２０１５．３．５",
                             "2015/3/5 0:00:00", "2015-03-05T00:00:00"}) {
        INFO(text);
        CHECK(parse_date(text) == fifth_of_march);
    }
}

TEST_CASE("what is no single day is not read") {
    for (const char* text :
         {"",           "2015",       "2015年",     "2015年3月",  "2015-3",         "15-3-5",
          "5/3/2015",   "2015-13-01", "2015-02-29", "2015-04-31", "2015-3-5-6",     "2015.3/5",
          "2015-00-01", "20150230",   "长期",       "2015年3月5", "2015-3-5 10:30", "0000-01-01",
          "2015--5",    "42068",      "2015-003-05"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("ISO is strict") {
    CHECK(parse_iso_date("2015-03-05") == fifth_of_march);
    CHECK(parse_iso_date("2016-02-29"));
    for (const char* text :
         {"2015-3-5", "2015/03/05", "2015-03-05 ", "2015-02-29", "1900-02-29", "+015-03-05"})
        CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("every day of a century is written and read again in every form") {
    const auto first = std::chrono::sys_days{1930y / 1 / 1}, end = std::chrono::sys_days{2031y / 1 / 1};
    for (auto day = first; day < end; day += std::chrono::days{1}) {
        const Date date{day};
        const std::string iso = to_text(date);
        REQUIRE(parse_iso_date(iso) == date);
        REQUIRE(parse_date(iso) == date);
        REQUIRE(parse_date(iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8)) == date);
        REQUIRE(parse_date(iso.substr(0, 4) + "年" + iso.substr(5, 2) + "月" + iso.substr(8) + "日") == date);
    }
}

TEST_CASE("a term holds on both its ends") {
    CHECK(is_active("2015-03-05", "2015-03-05", "2015-03-05"));
    CHECK_FALSE(is_active("2015-03-05", "2015-03-05", "2015-03-04"));
    CHECK_FALSE(is_active("2015-03-05", "2015-03-05", "2015-03-06"));
    CHECK(is_active("", "", "2015-03-05"));
    CHECK(is_active("2015-03-05", "", "2999-01-01"));
    CHECK(is_active("", "2015-03-05", "1900-01-01"));
    for (int from = 1; from <= 6; ++from)
        for (int to = 1; to <= 6; ++to)
            for (int on = 1; on <= 6; ++on) {
                const auto day = [](int d) { return Date{2015y / 3 / d}; };
                CHECK(is_active(to_text(day(from)), to_text(day(to)), to_text(day(on))) ==
                      is_active(day(from), day(to), day(on)));
                CHECK(is_active(day(from), day(to), day(on)) == (from <= on && on <= to));
            }
}

TEST_CASE("age in whole years") {
    CHECK(age_on(2015y / 3 / 5, 2025y / 3 / 4) == 9);
    CHECK(age_on(2015y / 3 / 5, 2025y / 3 / 5) == 10);
    CHECK(age_on(2000y / 2 / 29, 2001y / 2 / 28) == 0);
    CHECK(age_on(2000y / 2 / 29, 2001y / 3 / 1) == 1);
    CHECK(age_on(2000y / 2 / 29, 2004y / 2 / 29) == 4);
    CHECK(age_on(1950y / 11 / 25, 2025y / 11 / 25) == 75);
    CHECK(age_on(2026y / 1 / 1, 2025y / 11 / 25) == -1);
}
