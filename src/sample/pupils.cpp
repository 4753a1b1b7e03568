#include <fmt/format.h>

#include <array>

#include "sample/parts.hpp"
#include "sample/people.hpp"

namespace liangdi::sample {

namespace {

int facility_of(const SampleTown& town, std::string_view kind, int nth = 0) {
    for (std::size_t i = 0; i < town.facilities.size(); ++i)
        if (town.facilities[i].kind == kind && nth-- == 0) return static_cast<int>(i);
    return none;
}

}  // namespace

void add_pupils(SampleTown& town) {
    constexpr std::array<const char*, 6> years{"一年级", "二年级", "三年级", "四年级", "五年级", "六年级"};
    constexpr std::array<const char*, 3> kindergarten{"小班", "中班", "大班"},
        middle{"七年级", "八年级", "九年级"}, high{"高一", "高二", "高三"};
    const int kindergartens[2] = {facility_of(town, "kindergarten"), facility_of(town, "kindergarten", 1)};
    const int primary_school = facility_of(town, "primary_school"),
              middle_school = facility_of(town, "middle_school");
    for (std::size_t i = 0; i < town.persons.size(); ++i) {
        const Person& p = town.persons[i];
        if (!town.households[p.household].relocated) continue;
        const int age = age_of(p), person = static_cast<int>(i);
        // Entered in the September of the year in which the stage's first age was reached.
        auto since = [&](int first_age) { return fmt::format("{}-09-01", 2025 - (age - first_age)); };
        switch (p.stage) {
            case LifeStage::kindergarten:
                town.enrolments.push_back(
                    {person, kindergartens[i % 2], "kindergarten", kindergarten[age - 3], since(3), ""});
                break;
            case LifeStage::primary:
                town.enrolments.push_back({person, primary_school, "primary", years[age - 6], since(6), ""});
                break;
            case LifeStage::middle:
                town.enrolments.push_back({person, primary_school, "primary", "", since(6),
                                           fmt::format("{}-08-31", 2025 - (age - 12))});
                town.enrolments.push_back({person, middle_school, "middle", middle[age - 12], since(12), ""});
                break;
            case LifeStage::high:
                town.enrolments.push_back({person, none, "high", high[age - 15], since(15), ""});
                break;
            default:
                break;
        }
    }
}

}  // namespace liangdi::sample
