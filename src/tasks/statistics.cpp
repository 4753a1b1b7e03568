#include "tasks/statistics.hpp"

#include <algorithm>

#include "store/flow_rows.hpp"
#include "store/help_rows.hpp"
#include "tasks/sealed_groups.hpp"

namespace liangdi::tasks {

namespace {

const char* table_of(land::StatisticsLevel level) {
    switch (level) {
        case land::StatisticsLevel::community:
            return "community";
        case land::StatisticsLevel::grid:
            return "grid";
        case land::StatisticsLevel::building:
            return "building";
        case land::StatisticsLevel::group:
            break;
    }
    return "village";
}

/// Digits count by their value: 2号楼 comes before 10号楼.
bool as_people_count(const std::string& a, const std::string& b) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!digit(a[i]) || !digit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        std::int64_t x = 0, y = 0;
        while (i < a.size() && digit(a[i])) x = x * 10 + (a[i++] - '0');
        while (j < b.size() && digit(b[j])) y = y * 10 + (b[j++] - '0');
        if (x != y) return x < y;
    }
    return a.size() - i < b.size() - j;
}

}  // namespace

Statistics statistics(Project& project, land::StatisticsLevel level, land::Progress& progress) {
    Statistics out;
    out.level = level;
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    progress.at("statistics", 0, 3);
    auto families = store::family_facts(town->db(), date);
    progress.at("statistics", 1, 3);
    if (project.key) {
        out.with_groups = true;
        auto groups = groups_of_households(town->db(), date, 0, *project.key);
        for (auto& family : families)
            if (const auto found = groups.find(family.id); found != groups.end())
                family.groups = std::move(found->second);
    }
    progress.at("statistics", 2, 3);
    const auto land_rows = store::flow_rows(town->db(), date, land::PlaceKind::town, 0);
    auto sums = land::place_sums(level, families, land_rows.land);

    const std::string table = table_of(level);
    std::vector<std::string> columns{"name"};
    if (level == land::StatisticsLevel::group) columns = {"village", "grp"};
    const char* within = level == land::StatisticsLevel::grid       ? "community"
                         : level == land::StatisticsLevel::building ? "grid"
                                                                    : nullptr;
    // Places where nobody lives are there as well, but for public buildings.
    auto rows =
        town->db().prepare("SELECT id FROM " + table +
                           (level == land::StatisticsLevel::building ? " WHERE kind='residential'" : ""));
    while (rows.step()) sums.try_emplace(rows.integer(0));
    for (auto& [id, of_place] : sums) {
        StatisticsPlace place{id, 0, {}, std::move(of_place)};
        if (const auto row = town->row(table, id, columns)) {
            for (const auto& value : *row)
                if (!land::is_null(value)) place.name += land::to_display(value);
        }
        if (within) {
            const auto row = town->row(table, id, {within});
            const auto* n = row ? std::get_if<std::int64_t>(&row->front()) : nullptr;
            place.within = n ? *n : 0;
        }
        out.total.add(place.sums);
        out.places.push_back(std::move(place));
    }
    std::ranges::stable_sort(out.places, [](const auto& a, const auto& b) {
        if ((a.id == 0) != (b.id == 0)) return b.id == 0;
        return as_people_count(a.name, b.name);
    });
    return out;
}

}  // namespace liangdi::tasks
