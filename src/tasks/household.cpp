#include "tasks/household.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "land/date.hpp"
#include "store/residence.hpp"
#include "tasks/personal_values.hpp"

namespace liangdi::tasks {

std::optional<land::HouseholdView> household_view(Project& project, std::int64_t household) {
    const auto town = project.store->snapshot();
    return store::household_view(town->db(), household, town->setting("reference_date"));
}
std::vector<std::int64_t> households_in_building(Project& project, std::int64_t building) {
    const auto town = project.store->snapshot();
    return store::households_in_building(town->db(), building, town->setting("reference_date"));
}
std::vector<std::int64_t> households_of_parcel(Project& project, std::int64_t parcel) {
    const auto town = project.store->snapshot();
    return store::households_of_parcel(town->db(), parcel, town->setting("reference_date"));
}

namespace {
std::int64_t the_one(const std::vector<std::int64_t>& ids, const std::string& what, const std::string& text) {
    if (ids.empty())
        throw Error("not_found", fmt::format("there is no {} '{}' in this town file", what, text));
    if (ids.size() > 1) {
        throw Error("ambiguous",
                    fmt::format("{} rows of {} bear '{}'; mend the register first, or give another code",
                                ids.size(), what, text));
    }
    return ids.front();
}
}  // namespace

std::int64_t find_by_code(store::Snapshot& town, const std::string& table, const std::string& code) {
    return the_one(town.ids_of(table, "code", code), table, code);
}

std::int64_t find_household(store::Snapshot& town, const std::string& code_or_name) {
    auto ids = town.ids_of("household", "code", code_or_name);
    if (ids.empty()) ids = town.ids_of("household", "name", code_or_name);
    return the_one(ids, "household", code_or_name);
}

HouseholdCardAnswer household_card(Project& project, const CardParams& params) {
    HouseholdCardAnswer answer;
    std::int64_t id = 0;
    {
        const auto town = project.store->snapshot();
        answer.reference_date = town->setting("reference_date");
        id = find_household(*town, params.household);
    }
    std::vector<land::PersonalLine> personal;
    answer.unlocked = project.key.has_value();
    if (answer.unlocked || params.disclosure == land::Disclosure::open) {
        PersonalParams wanted;
        wanted.id = id;
        wanted.disclosure = params.disclosure;
        wanted.reason = params.reason;
        for (const auto& record : personal_values(project, wanted).records)
            for (const auto& value : record.values)
                personal.push_back({record.name, value.field, value.value});
    }
    answer.household = household_view(project, id).value();
    const auto on = land::parse_iso_date(answer.reference_date);
    answer.sheet = land::household_sheet(answer.household, on ? static_cast<int>(on->year()) : 0,
                                         answer.unlocked ? &personal : nullptr, params.language);
    return answer;
}

}  // namespace liangdi::tasks
