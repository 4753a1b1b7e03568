#include "tasks/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "geo/error.hpp"
#include "land/masked_name.hpp"
#include "store/place_views.hpp"
#include "tasks/sheet_building.hpp"
#include "tasks/sheet_community.hpp"
#include "tasks/sheet_cooperative.hpp"
#include "tasks/sheet_finding.hpp"
#include "tasks/sheet_grid.hpp"
#include "tasks/sheet_holder.hpp"
#include "tasks/sheet_household.hpp"
#include "tasks/sheet_parcel.hpp"
#include "tasks/sheet_town.hpp"
#include "tasks/sheet_village.hpp"

namespace liangdi::tasks {

const std::vector<SheetKind>& sheet_kinds() {
    static const std::vector<SheetKind> kinds{
        {"town", "全镇", "town", town_subjects, town_sheet},
        {"community", "社区", "community", community_subjects, community_sheet},
        {"grid", "网格", "grid", grid_subjects, grid_sheet},
        {"building", "楼栋", "building", building_subjects, building_sheet},
        {"household", "住户", "household", household_subjects, household_sheet},
        {"village", "村民小组", "village group", village_subjects, village_sheet},
        {"holder", "承包户", "contract household", holder_subjects, {}, holder_sheets, true},
        {"parcel", "地块", "parcel", parcel_subjects, parcel_sheet},
        {"cooperative", "合作社", "cooperative", cooperative_subjects, cooperative_sheet},
        {"finding", "问题", "finding", finding_subjects, finding_sheet},
    };
    return kinds;
}

std::optional<std::int64_t> community_of(SheetBook& book, const SheetFilter& filter) {
    if (filter.community.empty()) return {};
    for (const auto& row : store::named_places(book.town().db(), "community"))
        if (row.code == filter.community || row.name == filter.community) return row.id;
    throw Error("not_found", "there is no such community in this town file", filter.community);
}

namespace {
/// A group is called after its town and village; who writes less is told what there is.
std::string names_with(const std::vector<SheetSubject>& subjects, const std::string& part) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const auto& subject : subjects)
        if (names.size() < most && !part.empty() && subject.name.find(part) != std::string::npos)
            names.push_back(subject.name);
    return names.empty() ? "" : fmt::format("; write the whole name: {}", fmt::join(names, ", "));
}
}  // namespace

std::vector<SheetSubject> chosen_subjects(SheetBook& book, const SheetKind& kind, const SheetFilter& filter) {
    std::vector<SheetSubject> all = kind.subjects(book, filter);
    // The names of files and bookmarks are part of a public edition, too.
    const auto masked = [&](std::vector<SheetSubject> subjects) {
        if (kind.personal && book.for_public())
            for (auto& subject : subjects) subject.name = land::mask_name(subject.name);
        return subjects;
    };
    if (filter.of.empty()) return masked(std::move(all));
    std::vector<SheetSubject> chosen;
    for (const auto& name : filter.of) {
        // All that are called so: codes and names are not unique in real registers.
        const auto before = chosen.size();
        std::ranges::copy_if(all, std::back_inserter(chosen),
                             [&](const SheetSubject& s) { return s.code == name || s.name == name; });
        if (chosen.size() == before)
            throw Error("not_found",
                        fmt::format("there is no {} of that code or name here{}", kind.en,
                                    names_with(masked(all), name)),
                        name);
    }
    return masked(std::move(chosen));
}

const SheetKind& find_sheet_kind(const std::string& subject) {
    const auto found = std::ranges::find(sheet_kinds(), subject, &SheetKind::subject);
    if (found != sheet_kinds().end()) return *found;
    std::vector<std::string> known;
    for (const auto& kind : sheet_kinds()) known.push_back(kind.subject);
    throw Error("no_sheet",
                fmt::format("there are no sheets about '{}'; there are {}", subject, fmt::join(known, ", ")));
}

}  // namespace liangdi::tasks
