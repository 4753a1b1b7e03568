#include "tasks/group_count_changes.hpp"

#include <map>

#include "land/group_counts.hpp"
#include "store/residence.hpp"

namespace liangdi::tasks {

std::vector<land::Change> group_count_changes(store::Snapshot& town, const std::string& date,
                                              const std::vector<exchange::SealedChange>& sealed) {
    std::map<std::int64_t, land::GroupDeltas> by_community;  // 0: without community
    std::unordered_map<std::int64_t, std::int64_t> communities;
    for (const auto& change : sealed) {
        const auto deltas = land::group_deltas(change.before, change.after);
        if (deltas.empty()) continue;
        if (communities.empty()) communities = store::communities_of_parties(town.db(), date);
        std::int64_t community = 0;
        if (const auto* party = std::get_if<std::int64_t>(&change.party)) {
            if (const auto found = communities.find(*party); found != communities.end())
                community = found->second;
        }
        for (const auto& [group, n] : deltas) by_community[community][group] += n;
    }

    struct Row {
        std::int64_t id, n;
    };
    std::map<std::pair<std::int64_t, std::string>, Row> present;
    auto rows = town.db().prepare("SELECT coalesce(community,0), grp, id, n FROM group_count ORDER BY id");
    while (rows.step()) {
        present.try_emplace({rows.integer(0), std::string(rows.text(1))},
                            Row{rows.integer(2), rows.integer(3)});
    }

    std::vector<land::Change> changes;
    for (const auto& [community, deltas] : by_community) {
        for (const auto& [group, n] : deltas) {
            if (n == 0) continue;
            if (const auto row = present.find({community, group}); row != present.end()) {
                changes.push_back(
                    land::Update{"group_count", row->second.id, {{"n", row->second.n, row->second.n + n}}});
                continue;
            }
            land::Insert insert{"group_count", {}, {{"grp", group}, {"n", n}}};
            if (community != 0) insert.cells.push_back({"community", community});
            changes.push_back(std::move(insert));
        }
    }
    return changes;
}

}  // namespace liangdi::tasks
