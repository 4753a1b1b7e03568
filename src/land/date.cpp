#include "land/date.hpp"

#include <fmt/format.h>

#include <charconv>

#include "land/ledger_text.hpp"

namespace liangdi::land {
namespace {

std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
    const auto number = [](std::string_view text) {
        int n = -1;
        if (is_digits(text) && text.size() <= 4) std::from_chars(text.data(), text.data() + text.size(), n);
        return n;
    };
    const int y = number(year), m = number(month), d = number(day);
    if (year.size() != 4 || y < 1800 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31) return {};
    const Date date{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                    std::chrono::day(static_cast<unsigned>(d))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// Takes a midnight off the end: spreadsheets give dates as times.
std::string_view without_midnight(std::string_view text) {
    const auto gap = text.find_first_of(" T");
    if (gap == std::string_view::npos) return text;
    for (std::string_view time : {"0:00", "0:00:00", "00:00", "00:00:00", "00:00:00Z", "00:00:00.000"})
        if (text.substr(gap + 1) == time) return text.substr(0, gap);
    return text;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    return date_of(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<Date> parse_date(std::string_view text) {
    const std::string half = half_width(text);
    const std::string_view date = without_midnight(half);
    if (date.size() == 8 && is_digits(date))
        return date_of(date.substr(0, 4), date.substr(4, 2), date.substr(6, 2));

    struct Form {
        std::string_view after_year, after_month, after_day;
    };
    for (const Form& form : {Form{"-", "-", ""}, Form{".", ".", ""}, Form{"/", "/", ""},
                             Form{"年", "月", "日"}, Form{"年", "月", "号"}}) {
        const auto first = date.find(form.after_year);
        if (first == std::string_view::npos || !date.ends_with(form.after_day)) continue;
        const auto month_at = first + form.after_year.size();
        const auto second = date.find(form.after_month, month_at);
        if (second == std::string_view::npos) continue;
        const auto day_at = second + form.after_month.size();
        if (day_at + form.after_day.size() > date.size()) continue;
        const std::string_view month = date.substr(month_at, second - month_at);
        const std::string_view day = date.substr(day_at, date.size() - day_at - form.after_day.size());
        if (month.size() > 2 || day.size() > 2) continue;
        return date_of(date.substr(0, first), month, day);
    }
    return {};
}

std::string to_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

bool is_active(std::optional<Date> from, std::optional<Date> to, Date on) {
    return (!from || *from <= on) && (!to || on <= *to);
}

bool is_active(std::string_view from, std::string_view to, std::string_view on) {
    // ISO dates sort as text.
    return (from.empty() || from <= on) && (to.empty() || on <= to);
}

int age_on(Date birth, Date on) {
    const int years = static_cast<int>(on.year()) - static_cast<int>(birth.year());
    const bool before_birthday =
        on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day());
    return before_birthday ? years - 1 : years;
}

}  // namespace liangdi::land
