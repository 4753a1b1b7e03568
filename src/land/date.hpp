#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Dates of registers. In the town file they are ISO text "YYYY-MM-DD"; both ends of a term are inclusive.
namespace liangdi::land {

using Date = std::chrono::year_month_day;  ///< always a day that exists where a function here gives it

/// "YYYY-MM-DD" and nothing else, years 1800 to 2999; nothing for a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

/// The forms that ledgers hold: "2015-03-05", "2015.3.5", "2015/3/5", "2015年3月5日", "20150305", also full
/// width, and with a midnight behind it ("2015/3/5 0:00:00"). Nothing for what leaves the day open
/// ("2015年3月") or lets two days be meant ("15-3-5").
std::optional<Date> parse_date(std::string_view text);

std::string to_text(Date date);  ///< "2015-03-05"

/// Whether a term holds on a day. An end that is missing is open.
bool is_active(std::optional<Date> from, std::optional<Date> to, Date on);

/// The same on ISO texts as the town file holds them; an empty text is an open end.
bool is_active(std::string_view from, std::string_view to, std::string_view on);

/// Whole years of age: a year older on the birthday, born on 29 February on 1 March of common years.
/// Negative before birth.
int age_on(Date birth, Date on);

}  // namespace liangdi::land
